"""Front pages made from parts, in every layout that the parts allow, are read as they were made."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from tests.ofsted.fronts import LABELS, PRINTED, TITLES, Cell, range_words, table_row
from transforms.codelists import Authority, Codelists
from transforms.model import DocumentFacts, InspectionReport
from transforms.ofsted import read_report

# given and family names, as such
NAMES = (
    "Given Surname",
    "Gïvén O’Surname",
    "Given-Name Sur-Name",
    "Given G Surname",
    "D’Given MacSurname",
    "Gïven van der Surname",
)
OFFICES = {
    "ILACS": (", His Majesty’s Inspector", "\nHer Majesty's Inspector", " HMI", ", Senior HMI", ", HMI", "",
              ", Ofsted Inspector", " Her Majesty’s Inspector", ", Senior Her Majesty’s Inspector", " (HMI)"),
    "SIF": (" HMI", "", ", HMI", " Senior HMI", ", SHMI"),
    "LAC_2013": (" HMI", ""),
}  # fmt: skip
DASHES = (" to ", " – ", "–", " - ", "-", " — ", " and ", " to\n")

MADE = 400


def cell(rng: Random) -> Cell:
    return Cell(rng.randint(24, 95), rng.choice([8, 14, 21, 40]), rng.choice(["first", "last", "below"]))


def grade(rng: Random, *codes: str) -> tuple[str, str]:
    code = rng.choice(codes)
    return code, rng.choice(PRINTED[code])


CODES = {
    "ILACS": ("outstanding", "good", "requires_improvement", "inadequate", "not_judged"),
    "SIF": ("outstanding", "good", "requires_improvement", "inadequate", "not_judged"),
    "LAC_2013": ("outstanding", "good", "adequate", "inadequate"),
}


def spans_hold(text: str, report: InspectionReport) -> None:
    for judgement in report.judgements:
        span = text[judgement.char_start : judgement.char_end]
        assert " ".join(span.split())[:300] == judgement.quote
        assert 0 <= judgement.char_start < judgement.char_end <= len(text)


YEARS = {
    "ILACS": (date(2018, 1, 1), date(2025, 12, 1)),
    "SIF": (date(2013, 11, 1), date(2018, 5, 1)),
    "LAC_2013": (date(2013, 4, 1), date(2013, 11, 1)),
}


def council(rng: Random, framework: str, codelists: Codelists) -> Authority:
    first, last = YEARS[framework]
    serving = [each for each in codelists.authorities if each.childrens_services]
    return rng.choice([each for each in serving if any(map(each.valid_on, (first, last)))])


def name_of(rng: Random, authority: Authority) -> str:
    base, comma, rest = authority.name.partition(", ")
    everyday = base if comma and rest.endswith(" of") else authority.name
    return rng.choice([everyday, authority.official_name, f"{everyday} Council"])


def days_of(rng: Random, framework: str, authority: Authority) -> tuple[date, date]:
    first = max(authority.valid_from or date.min, YEARS[framework][0])
    last = min(authority.valid_to or date.max, YEARS[framework][1])
    start = first + timedelta(days=rng.randint(0, (last - first).days))
    return start, start + timedelta(days=rng.choice([2, 4, 11, 18, 24]))


def head(rng: Random, framework: str, name: str, start: date, end: date, lead: str) -> str:
    printed = range_words(start, end, rng.choice(DASHES), rng.random() < 0.3, rng.random() < 0.5)
    label = rng.choice(["Inspection dates: ", "Inspection date: ", "Inspection dates:\n", "Inspection dates "])
    lines = [f"{label}{printed}"]
    if framework == "ILACS":
        lines.append(f"Lead inspector: {lead}{rng.choice(OFFICES[framework])}")
    elif framework == "LAC_2013":
        lines.append(f"Reporting inspector {lead}{rng.choice(OFFICES[framework])}\nAge group: All")
    rng.shuffle(lines)
    return rng.choice(TITLES[framework]).format(name=name) + "\n".join(lines) + "\n"


def tail(rng: Random, lead: str, board: str) -> str:
    return (
        "Executive summary\nMuch was done.\nThe Local Safeguarding Children Board (LSCB)\n"
        f"The Local Safeguarding Children Board {'' if board.lower().startswith('require') else 'is '}{board}\n"
        f"Summary\nThe inspection team\nLead inspector: {lead}{rng.choice(OFFICES['SIF'])}\n"
        "Deputy lead inspector: Other Surname HMI"
    )


def made(rng: Random, framework: str, name: str, start: date, end: date, lead: str) -> tuple[str, dict[str, str]]:
    """A front page and the grades that it gives."""
    areas = list(LABELS[framework])
    if framework == "ILACS":
        dropped = rng.choice([{"in_care", "care_leavers"}, {"in_care_and_care_leavers"}])
        areas = [area for area in areas if area not in dropped]
    rng.shuffle(areas)
    chosen = {area: grade(rng, *CODES[framework]) for area in areas}
    rows = [table_row(LABELS[framework][area], chosen[area][1], cell(rng)) for area in areas]
    text = head(rng, framework, name, start, end, lead)
    if framework == "SIF":
        chosen["overall_effectiveness"] = grade(rng, "good", "requires_improvement", "inadequate", "outstanding")
        chosen["lscb"] = grade(rng, "good", "requires_improvement", "inadequate")
        said = chosen["overall_effectiveness"][1].lower()
        verb = "" if said.startswith("require") else "are "
        text += f"Children’s services in {name} {verb}{said}\n"
        rows.append(tail(rng, lead, chosen["lscb"][1]))
    else:
        text += "Record of main findings\n" if framework == "LAC_2013" else "Judgement Grade\n"
    text += "\n".join(rows) + "\nServices are described below.\n"
    return text, {area: code for area, (code, _) in chosen.items()}


@pytest.mark.parametrize("framework", ["ILACS", "SIF", "LAC_2013"])
def test_made_front_pages(framework: str, codelists: Codelists) -> None:
    for seed in range(MADE):
        rng = Random(seed)
        authority = council(rng, framework, codelists)
        start, end = days_of(rng, framework, authority)
        lead = rng.choice(NAMES)
        text, grades = made(rng, framework, name_of(rng, authority), start, end, lead)

        report = read_report(text, DocumentFacts(), codelists)

        assert report is not None, text
        assert report.inspection is not None, text
        assert report.inspection.framework == framework, text
        assert {each.area: each.grade for each in report.judgements} == grades, text
        assert (report.inspection.inspection_start, report.inspection.inspection_end) == (start, end), text
        assert report.inspection.lead_inspector == lead, text
        assert report.inspection.authority == authority.gss_code, text
        assert report.rejects == (), text
        spans_hold(text, report)
