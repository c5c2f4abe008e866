"""How texts state who holds the posts: permanent staff and agency workers."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="permanent_staff_share",
        kind="P",
        triggers=("permanent", "payroll", "directly employed", "'s books"),
        frames=(
            (
                r"permanent(?: [\w-]+){0,4}? (?:make|makes|made|making|account|accounts|accounted|accounting|"
                r"fill|fills|filled|filling|occup\w+|cover|covers|covered|represent\w*|constitut\w*|hold|held|"
                r"form|formed|compris\w+)(?: up| for)? (?:[\w ]{0,12})?<P>"
            ),
        ),
        near=(
            (
                r"(?:own payroll|directly employed|permanently employed|on the (?:council|trust|authority)'s "
                r"(?:own )?(?:payroll|books))"
            ),
            (
                r"permanent(?:ly)?(?: [\w-]+){0,3}? ?(?:staff|workers?|social workers|employ\w+|workforce|"
                r"contracts?|filled|basis|posts?|members|appointed|appointments|people|employees)?"
            ),
        ),
        forbids=r"permanen(?:ce|cy)|permanent exclu|permanently excluded|permanent (?:placement|home|famil|school)",
        boost=0.1,
    ),
    Spec(
        metric="agency_worker_rate",
        kind="P",
        triggers=("agenc", "locum", "temporary", "interim", "supply", "temps"),
        frames=(
            (
                r"<P> (?:[\w' ,-]{0,60}? )?(?:are|were|is|was|being|come|came|comes|employed|supplied|filled|"
                r"covered|held|work|working|staffed)(?: [\w-]+){0,4} (?:agency|agencies|an agency|locums?|"
                r"temporary|interim|agency staff)"
            ),
            (
                r"(?:agency|locum)(?: [\w-]+){0,4}? (?:make|made|making|account|accounts|accounted|accounting|"
                r"fill|fills|filled|filling|occup\w+|cover|covers|covered|covering|represent\w*|constitut\w*|"
                r"hold|held|form|formed|compris\w+)(?: up| for)? (?:[\w ]{0,12})?<P>"
            ),
        ),
        subjects=(
            (
                r"(?:agency|locum)(?: (?:worker|staff|social worker|workforce|staffing|use|usage))?(?: (?:rates?|"
                r"levels?|use|usage|share|proportion|workers?|staff|social workers))?"
            ),
            (
                r"(?:use of|reliance on|dependence on|dependency on|proportion of|share of|percentage of) "
                r"(?:agency|locum|temporary|interim)(?: [\w-]+){0,3}"
            ),
        ),
        near=(
            (
                r"(?:agency|(?:from|through|via|by|to|with) (?:\w+ )?agencies|locums?|temps|temporary (?:staff|"
                r"workers|social workers)|interim (?:staff|"
                r"workers|social workers))\b(?! (?:bill|cost|spend))"
            ),
        ),
        forbids=(
            r"agency (?:bill|costs?|spend\w*|budget)|multi-?agency|agencies other|"
            # "take up is generally good from most agencies (94%)": organisations, not staff
            r"(?:other|partner|most|all|many|both|key|various|some|several|different|relevant|statutory|local|between|"
            r"voluntary) agencies|"
            r"agencies paying|employment agenc|interagency|adoption agenc|fostering agenc|average "
            r"stay of <p>"
        ),
    ),
    Spec(
        metric="agency_workers",
        kind="N",
        triggers=("agency", "locum", "temporary", "interim", "agencies"),
        counted=(
            (
                r"(?:{agency_adj}) (?:[\w-]+ ){0,3}(?:workers|staff|practitioners|posts|locums|managers|"
                r"employees|professionals)"
            ),
            r"locums\b",
            (
                r"(?:social )?workers (?:[\w-]+ ){0,3}(?:from|supplied by|employed through|through|provided by|"
                r"via) (?:an |employment |staffing )?agenc"
            ),
            (
                r"(?:posts|vacancies|positions|roles) (?:are |were |was |being |currently |being )*(?:covered|"
                r"filled|held|occupied|plugged) by (?:agency|locum|temporary|interim)"
            ),
        ),
        frames=(
            r"(?:agency|locum|temporary|interim) (?:[\w-]+ ){0,3}?(?:cover\w*|fill\w*|occup\w+|held|hold|plug\w*) <N>",
            (
                r"(?:number of|total of) (?:agency|locum) (?:[\w-]+ ){0,3}[^;|.]{0,40}? <N>(?= ?(?:\Z|[.,;:)]|in|"
                r"at|on|by|from|to|last|this|compared|and))"
            ),
            (
                r"<N> (?:of (?:them|whom|these|those|its [\w ]{3,20}|their [\w ]{3,20}|the [\w ]{3,20}) )?(?:are|"
                r"were|being|of whom are) (?:[\w-]+ ){0,2}(?:agency|locums?|temporary staff|from agenc|supplied "
                r"by agenc|employed (?:through|via) (?:an )?agenc)"
            ),
            (
                r"<N> (?:of (?:them|these|those|which|whom) )?(?:were |are |being )?(?:covered|filled|held|"
                r"occupied) by (?:[\w-]+ ){0,2}(?:agency|locum|"
                r"temporary|interim)"
            ),
            r"of whom <N> (?:are|were) (?:agency|locum)",
            (
                r"<N> of (?:the|its|our|their|<a>'s)[\w' -]{0,30}? <n> (?:[\w'-]+ ){0,3}?(?:{sw}|staff|workers|"
                r"practitioners|"
                r"posts) (?:are|were|was|is|being)(?: [\w-]+){0,3} (?:agency|locums?|temporary|temps|interim)"
            ),
            r"(?:by|with|on) <N> (?:agency|locum)",
            (
                r"<N> of (?:them|those|these|whom) (?:[\w-]+ ){0,2}?(?:(?:came|come|were|are|was|is) "
                r")?(?:through|from|via|supplied by|with|on the books of) (?:an? |employment |staffing )*agenc"
            ),
            r"<N> (?:(?:came|come|were|are) )(?:through|from|via|supplied by) (?:an? |employment |staffing )*agenc",
        ),
        subjects=(r"(?:(?:agency|locum) (?:social )?(?:workers|staff)(?: in post| employed| numbers)?|locums)",),
        forbids=r"multi-?agency|offered <n> of them permanent|adoption agenc|fostering agenc|permanent contracts",
        not_before=r"(?:offered|convert\w+|persuad\w+)\s*",
        not_after=(
            # "24 agency workers becoming permanent members of staff", "30 temporary posts made permanent"
            r"(?:of them permanent|social workers and|"
            r"(?:(?:agency|locum|temporary) (?:[\w-]+ ){0,3}?(?:workers|staff|practitioners) )?(?:have |has )?"
            r"(?:become|becoming|became|converted|converting|moved|moving)|(?:temporary|interim) (?:posts|roles|"
            r"positions)|years|days)"
        ),
    ),
)
