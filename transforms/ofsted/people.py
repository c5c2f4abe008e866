"""The lead inspector, as a report prints the name."""

from __future__ import annotations

import re

from transforms.ofsted.folding import plain

_LABEL = re.compile(
    r"^[^\w\n]*(?:(?:joint|co-?)[ -]?)?(?:lead|reporting)[ \t]+inspector(?P<many>s|\(s\))?\b\)?[ \t]*[:–—-]?[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
# the office that follows a name, folded or not
_OFFICE = re.compile(
    r"[(,]*\s*\b(?:(?:acting|interim|designate|seconded|regional|specialist|social\s+care|senior)\s+)*"
    r"(?:(?:her|his)\s+majest(?:y'?s?'?|ies)\s+inspectors?(?:\s*\((?:s?hmi)\))?|s?hmis?\b|ofsted\s+(?:social\s+care\s+)?inspectors?|"
    r"(?:associate|additional|contracted|social\s+care(?:\s+regulatory)?|regulatory)\s+inspectors?|(?-i:AI|OI|SCI|SCRI)\b)"
    r"(?:\s+designate)?\)?",
    re.IGNORECASE,
)
_NEXT_ROLE = re.compile(
    r"\b(?:deputy|team|shadow|quality|senior\s+data|assisted|supported|inspection\s+dates?)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:;|/|,|&|\band\b)\s*", re.IGNORECASE)
_SEVERAL = re.compile(r";|/|&|\band\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame)\b\.?\s+")
_WORD = r"(?:[^\W\d_a-z][^\W\d_]*\.?(?:['’‘-]\s?[^\W\d_]+)*)"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:{_WORD}|(?:de|da|del|della|di|van|der|von|la|le|bin|al|st|ten|ap)(?=\s))){{1,4}}")
_NOT_A_NAME = re.compile(
    r"\b(?:Inspect\w*|Director|Manager|Care|Children\w*|Services?|Council|Judge?ment\w*|Grade|Report|Ofsted|Majesty\w*|"
    r"Regional|Social|Age|Published|Data|Analyst|Local|Authority|Lead|Team|The|This)\b"
)


def lead_inspector(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the lead inspector named at the head of a line in ``text[start:end]``, and where the line begins.

    The name is as printed without title or office; several names are joined by "; ". None where no line begins with
    the label, or what follows is no name.
    """
    names: list[str] = []
    first: re.Match[str] | None = None
    ends = start
    for label in _LABEL.finditer(text, start, end):
        if first is not None and label.start() - ends > 60:
            break
        found, ends = _names(text, label.end(), end, bool(label["many"]))
        if found:
            first = first or label
            names += [name for name in found if name not in names]
    return ("; ".join(names), first.start()) if first is not None else None


def _names(text: str, start: int, end: int, many: bool) -> tuple[list[str], int]:
    """Return the names that the line at ``start`` gives, with the next line where the line breaks off in a name."""
    line, after = _line(text, start, end)
    if not line:
        line, after = _line(text, after, end)
    names = _listed(line, many)
    if not names or line.endswith(("-", "and", "&", ",")) or (many and len(names) == 1):
        more, later = _line(text, after, end)
        longer = _listed(f"{line}{'' if line.endswith('-') else ' '}{more}", many)
        if longer and (not names or longer[: len(names)] != names or len(longer) > len(names)):
            return longer, later
    return names, after


def _line(text: str, start: int, end: int) -> tuple[str, int]:
    stop = text.find("\n", start, end)
    stop = end if stop < 0 else stop
    return text[start:stop].strip(), min(stop + 1, end)


def _listed(line: str, many: bool) -> list[str]:
    """Return the names in a line; the first alone unless it says that there are several."""
    folded = plain(line)
    if cut := _NEXT_ROLE.search(folded):
        line, folded = line[: cut.start()], folded[: cut.start()]
    kept, at = [], 0
    for office in _OFFICE.finditer(folded):
        kept.append(line[at : office.start()])
        at = office.end()
    kept.append(line[at:])
    bare = " , ".join(kept)
    several = many or bool(_SEVERAL.search(" ".join(kept)))
    names = []
    for part in _BETWEEN.split(bare):
        name = _name(part)
        if name is not None:
            names.append(name)
        elif part.strip(" .,()") and not names:
            return []
    return names if several else names[:1]


def _name(part: str) -> str | None:
    words = " ".join(_TITLE.sub("", part.strip(" .,()")).split())
    return words if _NAME.fullmatch(words) and not _NOT_A_NAME.search(words) else None
