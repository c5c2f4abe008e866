"""Floors under the figures, each with the digest of the gold it was taken on; they fall only with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flows import files
from flows.errors import WrongUseError

RAISE = "`python -m flows.accuracy --raise`"


@dataclass(frozen=True, slots=True)
class Measurement:
    """The figures of one set and the digest of what they were taken on."""

    name: str
    digest: str
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was let down, and why."""

    name: str
    figure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """What no figure may fall below, by set, and every floor that was ever let down."""

    sets: Mapping[str, Measurement]
    lowered: tuple[Lowered, ...] = ()


def load_floors(path: Path) -> Floors:
    """Read the floors; none where there is no file yet.

    Raises:
        WrongUseError: the file holds something else; the message names it.
    """
    try:
        stored = files.read_json(path)
        if stored is None:
            return Floors({})
        sets = {name: Measurement(name, one["digest"], dict(one["figures"])) for name, one in stored["sets"].items()}
        return Floors(sets, tuple(Lowered(**one) for one in stored["lowered"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongUseError(f"{path}: {error}; take the file back from git") from error


def save_floors(path: Path, floors: Floors) -> None:
    """Write the floors, whole or not at all."""
    sets = {name: {"digest": one.digest, "figures": dict(one.figures)} for name, one in floors.sets.items()}
    lowered = [{name: getattr(one, name) for name in Lowered.__slots__} for one in floors.lowered]
    files.write_json(path, {"sets": sets, "lowered": lowered})


def shortfalls(floors: Floors, measured: Iterable[Measurement]) -> list[str]:
    """What is below its floor, was taken on other gold, or has no floor yet: a line each, with the mend."""
    found: list[str] = []
    for one in measured:
        floor = floors.sets.get(one.name)
        if floor is None:
            found.append(f"{one.name}: no floors yet; {RAISE} sets them")
            continue
        if floor.digest != one.digest:
            found.append(
                f"{one.name}: the gold is not the one that the floors were taken on (now {one.digest[:12]}, "
                f"then {floor.digest[:12]}); if it was changed on purpose, {RAISE} pins it anew"
            )
        for figure, least in sorted(floor.figures.items()):
            value = one.figures.get(figure)
            if value is None or value < least:
                now = "is not measured" if value is None else f"fell to {value:.4f}"
                found.append(
                    f"{one.name}: {figure} {now}, the floor is {least:.4f}; "
                    f"`python -m flows.accuracy --misses {one.name}` shows what is wrong, unless the set is held out"
                )
    return found


def raised(floors: Floors, measured: Iterable[Measurement], reason: str | None) -> Floors:
    """Return the floors as high as what was measured. What was not measured keeps its floors.

    Args:
        floors: as they are.
        measured: the sets that were measured, new ones too.
        reason: why floors may fall, or None where none may.

    Raises:
        WrongUseError: a floor would fall and no reason is given.
    """
    sets = dict(floors.sets)
    lowered: list[Lowered] = []
    for one in measured:
        before = sets.get(one.name, replace(one, figures={})).figures
        for figure, least in sorted(before.items()):
            value = one.figures.get(figure, 0.0)
            if value < least:
                lowered.append(Lowered(one.name, figure, least, value, reason or ""))
        sets[one.name] = one
    if lowered and not (reason and reason.strip()):
        fallen = ", ".join(f"{one.name} {one.figure} {one.before:.4f} to {one.after:.4f}" for one in lowered)
        raise WrongUseError(f"floors only rise, and these would fall: {fallen}; --allow-lower REASON lets them")
    return Floors(sets, (*floors.lowered, *lowered))


def table(floors: Floors, measured: Iterable[Measurement]) -> list[tuple[str, str, str, str, str]]:
    """Rows of set, figure, measured, floor and difference, for print."""
    rows = []
    for one in measured:
        least: Mapping[str, Any] = floors.sets.get(one.name, replace(one, figures={})).figures
        for figure, value in one.figures.items():
            floor = least.get(figure)
            shown = ("-", "-") if floor is None else (f"{floor:.4f}", f"{value - floor:+.4f}")
            rows.append((one.name, figure, f"{value:.4f}", *shown))
    return rows
