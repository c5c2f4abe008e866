"""The names of authorities with their codes and days of validity, built once from the codelists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from transforms.authorities import names
from transforms.authorities.finding import find_mentions
from transforms.authorities.mention import AuthorityMention
from transforms.codelists import Authority, Codelists

_GAP = r"[\s‐‑–\-]+"
_FIRST_WORD = re.compile(r"[A-Za-z&]+")
# districts that were themselves followed by districts: no chain in the codelist is longer
_LONGEST_CHAIN = 6


@dataclass(frozen=True, slots=True)
class Name:
    """What a form of a name stands for: codes of the codelist, and for a trust the services it ran and when."""

    key: str
    kind: str
    codes: tuple[str, ...]
    terms: tuple[tuple[str, date | None, date | None], ...] = ()


@lru_cache(maxsize=4096)  # a text says the same few names again and again
def normalise(surface: str) -> str:
    """One spelling for all printings of a name: "Stoke on\\nTrent" and "STOKE-ON-TRENT" are the same."""
    plain = re.sub(r"[.'’‘]", "", surface).replace("&", " and ")
    return " ".join(re.split(_GAP, plain.strip())).casefold()


def base_name(authority: Authority) -> str:
    """The everyday name: "Bristol, City of" is Bristol; "Bournemouth, Christchurch and Poole" stays."""
    name, comma, rest = authority.name.partition(", ")
    return name if comma and rest.endswith(" of") else authority.name


class AuthorityIndex:
    """The names of all authorities, districts, trusts, towns and regions that the codelists and ``names`` know.

    Attributes:
        by_gss: every authority by its code, samples too.
        patterns: for the first word of a name (case folded) the pattern of all names that begin with it.
        openings: finds those first words, capitalised, and passes over most others by their first two letters.
    """

    def __init__(self, codelists: Codelists) -> None:
        """Build the tables; the same codelists give the same index."""
        self.by_gss: Mapping[str, Authority] = dict(codelists.by_gss)
        self._rows: dict[str, list[str]] = defaultdict(list)
        self._official: dict[str, list[str]] = defaultdict(list)
        for code, row in self.by_gss.items():
            self._rows[row.name].append(code)
            self._official[normalise(row.official_name)].append(code)
        self._names: dict[str, Name] = {}
        self._forms: set[str] = set()
        self._collect()
        self.patterns = _patterns(self._forms)
        self.openings = _openings(self.patterns)

    def find(self, text: str, on: date | None = None) -> list[AuthorityMention]:
        """All names in the text in order, with codes valid on ``on``; of an undated text the years in it decide."""
        return find_mentions(self, text, on)

    def name(self, surface: str) -> Name:
        """What a matched form stands for."""
        return self._names[normalise(surface)]

    def is_official(self, surface: str) -> bool:
        """Whether this is the whole official name of an authority."""
        return normalise(surface) in self._official

    def codes(self, wanted: Iterable[str]) -> list[str]:
        """The codes that these names of the codelist have or had."""
        return [code for name in wanted for code in self._rows.get(name, ())]

    def exact(self, name: Name, surface: str) -> list[str]:
        """The codes whose official name this is, "County Councillors" counting as "County Council"."""
        key = re.sub(r"councillors?\Z", "council", normalise(surface))
        return [code for code in self._official.get(key, ()) if code in name.codes or name.key in names.RIVALS]

    def code_on(self, codes: Iterable[str], on: date | None) -> tuple[str | None, tuple[str, ...]]:
        """The one code among ``codes`` or what followed them that ran children's services on ``on``, and all that may.

        An unknown day (None) leaves a code only where nothing else can be meant.
        """
        found = sorted({code for start in codes for code in self._serving(start, on, 0)})
        return (found[0] if len(found) == 1 else None), tuple(found)

    def valid_code(self, code: str | None, on: date | None) -> str | None:
        """``code`` if it ran children's services on ``on``, else the one of that place that did, else None."""
        if code is None or code not in self.by_gss:
            return None
        row = self.by_gss[code]
        if row.childrens_services and row.valid_on(on):
            return code
        return self.code_on([code], on)[0] or self.code_on(self._rows[row.name], on)[0]

    def _serving(self, code: str, on: date | None, depth: int) -> set[str]:
        row = self.by_gss.get(code)
        if row is None or depth > _LONGEST_CHAIN:
            return set()
        later = {found for after in row.successors for found in self._serving(after, on, depth + 1)}
        if on is not None and row.valid_to is not None and row.valid_to < on:
            return later
        here: set[str] = set()
        if row.childrens_services:
            here = {code} if on is None or row.valid_from is None or row.valid_from <= on else set()
        elif row.county is not None:
            here = self._serving(row.county, on, depth + 1)
        return here | later if on is None else here

    def _collect(self) -> None:
        for region in names.REGIONS:
            self._add(region, "region", ())
        for codes in self._rows.values():
            serves = any(self.by_gss[code].childrens_services for code in codes)
            self._add(base_name(self.by_gss[codes[0]]), "authority" if serves else "district", codes)
        for form, wanted in names.SHORT_FORMS.items():
            self._add(form, "authority", self.codes(wanted))
        for parent, towns in names.TOWNS.items():
            for town in towns:
                if normalise(town) not in self._names:
                    self._add(town, "district", self._rows.get(parent, ()))
        for trust, served in names.TRUSTS.items():
            terms = tuple(term for term in served if term[0] in self._rows)
            self._add(trust, "trust", self.codes(name for name, _, _ in terms), terms)
        for row in self.by_gss.values():
            key = normalise(row.official_name)
            if row.childrens_services and key not in self._names:
                self._forms.add(row.official_name)
                self._names[key] = Name(normalise(base_name(row)), "authority", tuple(self._rows[row.name]))

    def _add(
        self,
        form: str,
        kind: str,
        codes: Sequence[str],
        terms: tuple[tuple[str, date | None, date | None], ...] = (),
    ) -> None:
        """Take a form in; one whose authorities these codelists do not hold (``codes`` empty) is left out."""
        if not codes and kind != "region":
            return
        key = normalise(form)
        known = self._names.get(key)
        if known is not None and known.kind == "authority" and kind == "authority":
            codes = tuple(dict.fromkeys((*known.codes, *codes)))
        self._names[key] = Name(key, kind, tuple(codes), terms)
        self._forms.add(form)


def _patterns(forms: Iterable[str]) -> dict[str, re.Pattern[str]]:
    by_first: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        first = _FIRST_WORD.match(form)
        if first:
            by_first[first.group().casefold()].append(_pattern(form))
    return {
        key: re.compile("(?:" + "|".join(group) + r")(?![A-Za-z0-9])", re.IGNORECASE) for key, group in by_first.items()
    }


def _openings(firsts: Iterable[str]) -> re.Pattern[str]:
    branches: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for first in sorted(firsts):
        branches[first[0]][first[1:2]].append(re.escape(first[2:]))
    words = (
        first.upper() + "(?:" + "|".join(_branch(second, rests) for second, rests in seconds.items()) + ")"
        for first, seconds in branches.items()
    )
    return re.compile("(?:" + "|".join(words) + ")(?![A-Za-z&])")


def _branch(second: str, rests: Sequence[str]) -> str:
    letters = "".join(sorted({second, second.upper()}))
    return f"[{letters}](?ai:{'|'.join(rests)})" if second else ""


def _pattern(form: str) -> str:
    special = {"and": "(?:and|&)", "&": "(?:and|&)", "St": r"St\.?", "St.": r"St\.?", "Kings": "King['’‘]?s"}
    words = re.split(r"[\s\-]+", form)
    return _GAP.join(special.get(word, re.escape(word).replace("'", "['’‘]?").replace(",", ",?")) for word in words)


@lru_cache(maxsize=4)
def authority_index(codelists: Codelists) -> AuthorityIndex:
    """Return the index of these codelists, built once in a process."""
    return AuthorityIndex(codelists)
