"""What goes wrong, by kind: which metric is read for which, and which attribute of a found number is wrong. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from flows.accuracy.records import Level, Row
from flows.accuracy.scoring import Pair, Score


def commonest_errors(scores: Iterable[Score[Level]], most: int) -> list[tuple[str, int]]:
    """Return the ``most`` commonest errors with how often each was made, commonest first."""
    counted: Counter[str] = Counter()
    for score in scores:
        counted.update(_metric_errors(score))
        for pair in score.pairs:
            counted.update(_attribute_errors(pair))
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:most]


def error_lines(score: Score[Row]) -> list[str]:
    """Return every error of one document with its words, for a person to judge."""
    found = [f"MISSED   {row.doc}: {row.code} {row.figures()} | {row.words}" for row in score.missed]
    found += [f"SPURIOUS {row.doc}: {row.code} {row.figures()} | {row.words}" for row in score.spurious]
    for pair in score.pairs:
        wrong = [name for name, right in pair.right.items() if not right]
        if wrong:
            said = ", ".join(f"{name} {pair.gold.shown(name)} read as {pair.read.shown(name)}" for name in wrong)
            found.append(f"WRONG    {score.doc}: {pair.gold.code} {said} | {pair.gold.words}")
    return found


def _metric_errors(score: Score[Level]) -> list[str]:
    """Say which metric was read for which: a missed row beside a wrong one with the same bounds is one error."""
    left = list(score.spurious)
    found = []
    for missed in score.missed:
        taken = next((read for read in left if read.bounds == missed.bounds), None)
        if taken is None:
            found.append(f"`{missed.metric}` not read")
            continue
        left.remove(taken)
        found.append(f"`{missed.metric}` read as `{taken.metric}`")
    return [*found, *(f"`{read.metric}` read where nothing is annotated" for read in left)]


def _attribute_errors(pair: Pair[Level]) -> list[str]:
    gold, read = pair.gold, pair.read
    found = []
    if gold.role != read.role:
        found.append(f"role {gold.role} read as {read.role}")
    if gold.qualifier != read.qualifier:
        found.append(f"qualifier {gold.qualifier} read as {read.qualifier}")
    if gold.authority != read.authority:
        found.append(f"authority {_missing_or(gold.authority, read.authority)}")
    if gold.period != read.period:
        found.append(f"period {_missing_or(gold.period[0], read.period[0])}")
    return found


def _missing_or(gold: object, read: object) -> str:
    if read is None:
        return "not read"
    return "read where none is stated" if gold is None else "read as another"
