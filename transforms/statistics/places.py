"""The place that a line of a data file is about, checked against the authorities' code list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from transforms.codelists import Authority, Codelists

COLUMNS = ("geographic_level", "country_code", "region_code", "old_la_code", "new_la_code")
ENGLAND = "E92000001"
_REGION = re.compile(r"E1[23]\d{6}")
# "E09000021 / E09000027": two authorities that send in one return
_JOINT = " / "


@dataclass(frozen=True, slots=True)
class Place:
    """A place: ``authority`` where it is one; ``in_use`` is False where the code was not used at that time."""

    level: str
    code: str
    authority: str | None
    in_use: bool = True


class Places:
    """The places of one file, each looked up once per time; ``codelists`` are those of the file's source."""

    def __init__(self, codelists: Codelists) -> None:
        self._codelists = codelists
        self._known: dict[tuple[str, ...], Place | str] = {}

    def find(self, line: Mapping[str, str], day: date) -> Place | str:
        """Return the place of a line that is for the time until ``day``, or what is wrong with its codes."""
        key = (*(line[column] for column in COLUMNS), day.isoformat())
        if key not in self._known:
            self._known[key] = self._find(line, day)
        return self._known[key]

    def _find(self, line: Mapping[str, str], day: date) -> Place | str:
        level = line["geographic_level"]
        if level == "National":
            code = line["country_code"]
            return Place("national", code, None) if code == ENGLAND else f"country_code {code!r} is not {ENGLAND}"
        if level == "Regional":
            code = line["region_code"]
            return Place("regional", code, None) if _REGION.fullmatch(code) else f"region_code {code!r} is no region's"
        if level == "Local authority":
            return self._authority(line["new_la_code"], line["old_la_code"], day)
        return f"geographic_level {level!r} is none of National, Regional, Local authority"

    def _authority(self, code: str, old_code: str, day: date) -> Place | str:
        if _JOINT in code:
            return self._joint(code, day)
        known = self._codelists.by_gss.get(code)
        if known is None:
            return f"new_la_code {code!r} is no known authority; see transforms/codelists"
        if known.la_code is not None and old_code and old_code != known.la_code:
            return f"old_la_code {old_code!r} is not that of {code} ({known.la_code})"
        if known.valid_on(day):
            return Place("local_authority", code, code)
        before = self._recoded(known, day)
        return Place("local_authority", code, code if before is None else before, in_use=before is not None)

    def _recoded(self, now: Authority, day: date) -> str | None:
        """Return the code that the same authority had on ``day``: the department prints the newest for all years."""
        found = [
            other.gss_code
            for other in self._codelists.by_gss.values()
            if other.successors == (now.gss_code,) and other.la_code == now.la_code and other.valid_on(day)
        ]
        return found[0] if len(found) == 1 and now.la_code is not None else None

    def _joint(self, code: str, day: date) -> Place | str:
        for part in code.split(_JOINT):
            known = self._codelists.by_gss.get(part)
            if known is None or not known.valid_on(day):
                return f"new_la_code {code!r}: {part!r} is no authority on {day}; see transforms/codelists"
        return Place("joint_authorities", code, None)
