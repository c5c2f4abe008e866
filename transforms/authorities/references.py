"""Words that mean one of the councils of a text: "the county", "the smaller authority", "the latter", "its neighbour".

Only for texts on several councils; a reference that more than one of them fits is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.authorities.lists import places
from transforms.authorities.mention import AuthorityMention
from transforms.codelists import Authority

# unitary councils for a whole county, and cities whose councils' official names in the codelist do not say so
_COUNTIES = """
Cornwall|Wiltshire|Shropshire|Herefordshire, County of|Northumberland|County Durham|Rutland|Buckinghamshire|Dorset
|Somerset|North Yorkshire|Bedfordshire
"""
_CITIES = "Southend-on-Sea|Milton Keynes|Wakefield|Bristol, City of|Kingston upon Hull, City of|Westminster|Lancaster"
COUNTIES = frozenset(name.strip() for name in _COUNTIES.split("|"))
CITIES = frozenset(_CITIES.split("|"))

_BODY = r"(?:council|authority|borough|county|city|town|island|district|trust|service|area)"
_SORTED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?P<sort>royal\s+borough|county|city|borough|island|town|resort)(?:\s+council)?\b"
    r"(?!\s+(?:hall|centre|councils|boundar(?:y|ies)|region|of|averages?|tax))",
    re.IGNORECASE,
)
_SIZED = re.compile(
    rf"\b[Tt]he\s+(?:much\s+|far\s+)?(?:(?P<small>smaller|smallest)|(?P<large>larger|bigger|largest|biggest))\s+{_BODY}\b"
)
_FORMER = re.compile(rf"\b[Tt]he\s+former(?:\s+{_BODY})?\b")
_LATTER_NEAR = re.compile(r"\b[Tt]he\s+latter\b")
_LATTER = re.compile(
    rf"\b[Tt]he\s+latter(?:\s+{_BODY})?\b(?!\s+(?:half|part|stages?|months?|years?|weeks?|days?|end|case|group|point))"
)
_OTHER = re.compile(
    rf"\b(?:[Tt]he\s+other\s+{_BODY}|(?:[Ii]ts|[Tt]he)\s+(?:(?:next-door|smaller|larger|bigger|northern|southern|eastern|western|immediate"
    r"|closest|nearest|richer|poorer)\s+)?neighbour(?!s|ing|hood))\b(?!\s+[A-Z])"
)
_REACH = 600


@dataclass(frozen=True, slots=True)
class Subject:
    """A council of the text: what kind of place it is."""

    gss: str
    is_county: bool
    is_city: bool
    is_borough: bool
    is_royal: bool
    is_island: bool

    def fits(self, sort: str) -> bool:
        """Whether "the <sort>" can mean the council."""
        if sort == "county":
            return self.is_county
        if sort == "city":
            return self.is_city
        if sort == "royal borough":
            return self.is_royal
        if sort == "island":
            return self.is_island
        if sort == "borough":
            return self.is_borough
        return not (self.is_county or self.is_city or self.is_island)


def subject(row: Authority, forms: Iterable[str]) -> Subject:
    """What kind of place a council runs, from the codelist and the forms of its name that the text uses."""
    words = set(row.official_name.split())
    told = {word for form in forms for word in form.split()}
    county = row.type == "county" or row.name in COUNTIES or "County" in words
    city = "City" in words | told or row.name in CITIES
    borough = row.type in ("metropolitan_district", "london_borough") or "Borough" in words | told
    return Subject(
        row.gss_code,
        is_county=county,
        is_city=city,
        is_borough=borough and not (city and "Borough" not in words),
        is_royal="Royal" in words,
        is_island="Isle" in words or "Isles" in words,
    )


def find_references(
    text: str, mentions: Sequence[AuthorityMention], by_gss: Mapping[str, Authority], codes: frozenset[str]
) -> list[AuthorityMention]:
    """References in the order of the text, each with the code of the council that it means.

    Args:
        text: the document's text.
        mentions: the names in it.
        by_gss: the codelist.
        codes: the councils that the text is about.
    """
    names = [each for each in places(mentions) if each.gss in codes and each.kind != "district"]
    forms: dict[str, set[str]] = {}
    for each in names:
        forms.setdefault(each.gss or "", set()).add(f"{each.form or ''}")
    subjects = [subject(by_gss[code], forms.get(code, set())) for code in sorted(codes)]
    found = [*_sorted(text, names, subjects), *_sized(text, subjects), *_ordered(text, names), *_other(text, names)]
    starts = [each.start for each in mentions]
    unique: dict[int, AuthorityMention] = {}
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        at = bisect_right(starts, each.start) - 1
        covered = at >= 0 and mentions[at].end > each.start
        if not covered and (at + 1 >= len(starts) or starts[at + 1] >= each.end):
            unique.setdefault(each.start, each)
    return [unique[start] for start in sorted(unique)]


def _near(names: Sequence[AuthorityMention], starts: Sequence[int], position: int) -> Sequence[AuthorityMention]:
    """The names shortly before a position."""
    return names[bisect_left(starts, position - _REACH) : bisect_left(starts, position)]


def _reference(match: re.Match[str], gss: str) -> AuthorityMention:
    return AuthorityMention(match.start(), match.end(), match.group(), gss, "authority", (), None, 0.8)


def _sorted(text: str, names: Sequence[AuthorityMention], subjects: Sequence[Subject]) -> Iterable[AuthorityMention]:
    counts: dict[str | None, int] = {}
    for each in names:
        counts[each.gss] = counts.get(each.gss, 0) + 1
    starts = [each.start for each in names]
    for match in _SORTED.finditer(text):
        sort = " ".join(match.group("sort").lower().split())
        fitting = [each.gss for each in subjects if each.fits(sort)]
        if len(fitting) != 1:
            continue
        near = any(each.gss == fitting[0] for each in _near(names, starts, match.start()))
        if counts.get(fitting[0], 0) > 1 or near:
            yield _reference(match, fitting[0])


def _sized(text: str, subjects: Sequence[Subject]) -> Iterable[AuthorityMention]:
    large = [each.gss for each in subjects if each.is_county]
    small = [each.gss for each in subjects if not each.is_county]
    for match in _SIZED.finditer(text) if len(large) == len(small) == 1 else ():
        yield _reference(match, small[0] if match.group("small") else large[0])


def _ordered(text: str, names: Sequence[AuthorityMention]) -> Iterable[AuthorityMention]:
    starts = [each.start for each in names]
    for pattern, place in ((_FORMER, 1), (_LATTER, 0)):
        for match in pattern.finditer(text):
            if not _LATTER_NEAR.search(text, max(0, match.start() - 150), match.end() + 150):
                continue
            pair: list[str] = []
            for each in reversed(_near(names, starts, match.start())):
                if each.gss and each.gss not in pair:
                    pair.append(each.gss)
            if len(pair) >= 2:
                yield _reference(match, pair[place])


def _other(text: str, names: Sequence[AuthorityMention]) -> Iterable[AuthorityMention]:
    codes = {each.gss for each in names if each.gss}
    starts = [each.start for each in names]
    for match in _OTHER.finditer(text) if len(codes) == 2 else ():
        last = bisect_left(starts, match.start())
        if last:
            yield _reference(match, next(code for code in sorted(codes) if code != names[last - 1].gss))
