"""Why one number of a document was read as it was: in words, for whoever judges or mends the rules."""

from __future__ import annotations

from collections.abc import Iterator

import click

from flows.codelists import for_real_sources, load_codelists
from flows.errors import WrongUseError
from flows.explain_rules import near_metrics, readings, stopped_rules
from flows.explain_workings import Workings, lay_open
from flows.show_model import Row, Shown, figure, printable
from transforms.mentions.grammar.vocabulary import AUTHORITY, OWN, PLACEHOLDERS
from transforms.mentions.masking import KIND_OF
from transforms.mentions.passage import Passage
from transforms.model import DocumentFacts, Mention, Period, Quantity

MOST = 5
# how a number came by a metric that no rule of the grammar gave it, by the last part of the rule's name
STEPS = {
    "row": "by the label of its table row",
    "topic": "by the sentence before, which names what is spoken of",
    "beside": "from the number beside it",
    "from_to": "from the number that it moved from or to",
    "of_count": "as the share or count of the number beside it",
    "column": "by the heading of its column",
    "corresponding": "from the numbers of the sentence that it corresponds to",
    "in_order": "by its place in a run, as in the run before it",
    "refers_back": "from a sentence that it refers back to",
    "respectively": "by the order of the names before 'respectively'",
}
_KINDS = {"N": "count", "P": "share", "M": "money", "R": "rate"}


def explained(document: Shown, wanted: str) -> str:
    """Return the explanation of every number of the document that ``wanted`` names (at most ``MOST``).

    ``wanted`` is a number as printed, ``@OFFSET`` for the one at a place of the text, or ``#N`` as ``show`` counts.

    Raises:
        WrongUseError: the document has no such number; the message says how to name one.
    """
    codelists = load_codelists() if document.article["sample"] else for_real_sources(load_codelists())
    workings = lay_open(document.text, _facts(document.article), codelists)
    found = _named(workings, document, wanted)
    parts = ["\n".join(_explain(workings, quantity)) for quantity in found[:MOST]]
    if len(found) > MOST:
        rest = ", ".join(f"@{quantity.number_start}" for quantity in found[MOST:])
        parts.append(f"{len(found) - MOST} more: {rest}")
    return "\n\n".join(parts)


def _facts(article: Row) -> DocumentFacts:
    return DocumentFacts(**{name: article[name] for name in DocumentFacts.__slots__})


def _named(workings: Workings, document: Shown, wanted: str) -> list[Quantity]:
    how = "name it as it is printed, as @OFFSET, or as #N as `turnaround show` counts"
    if wanted[:1] in ("@", "#"):
        if not wanted[1:].isdecimal():
            raise WrongUseError(f"{wanted} names no number; {how}")
        offset: int | None = int(wanted[1:])
        if wanted[0] == "#":
            starts = {note.number: note.row["char_start"] for note in document.notes}
            offset = starts.get(int(wanted[1:]))
        found = [each for each in workings.found.quantities if offset is not None and each.start <= offset < each.end]
    else:
        found = [each for each in workings.found.quantities if _is_called(workings.text, each, _plain(wanted))]
    if not found:
        raise WrongUseError(f"{document.article['doc']} holds no number {wanted}; {how}")
    return found


def _is_called(text: str, quantity: Quantity, wanted: str) -> bool:
    names = (text[quantity.start : quantity.end], text[quantity.number_start : quantity.number_end])
    return wanted in {_plain(name) for name in names} or wanted == _plain(figure(quantity.value))


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _explain(workings: Workings, quantity: Quantity) -> Iterator[str]:
    surface = printable(" ".join(workings.text[quantity.start : quantity.end].split()))
    yield click.style(f"{surface}  @{quantity.start}", bold=True)
    yield _fact("number", _counted(quantity))
    if quantity.kind not in KIND_OF:
        yield _fact("result", f"states no metric: only {', '.join(KIND_OF)} can")
        return
    place = workings.place(quantity)
    if place is None:
        yield _fact("result", "states no metric: part of the name of a measure, a footnote mark or a page number")
        return
    passage, slot = place
    yield from _sentence(workings, passage, slot)
    yield from _outcome(workings, passage, slot, quantity)
    yield from _grammar(workings, passage, slot)
    yield from _authority(workings, passage, slot)
    yield from _time(workings, passage)
    yield _fact("role from", f"{_masked(passage.masked.left(slot))} [ ] {_masked(passage.masked.right(slot))}")


def _counted(quantity: Quantity) -> str:
    if quantity.kind not in KIND_OF:
        return quantity.kind
    words = [f"{quantity.kind} {figure(quantity.value)}", quantity.qualifier]
    if quantity.low != quantity.high:
        words.append(f"from {figure(quantity.low)} to {figure(quantity.high)}")
    return ", ".join([*words, *([f"of {printable(quantity.noun)}"] if quantity.noun else [])])


def _sentence(workings: Workings, passage: Passage, slot: int) -> Iterator[str]:
    sentence = passage.sentence
    words = printable(" ".join(workings.text[sentence.start : sentence.end].split()))
    yield _fact(sentence.kind, words)
    for start, end in sentence.lead:
        yield _fact("led in by", printable(" ".join(workings.text[start:end].split())))
    masked = passage.masked
    at, kind = masked.slots[slot].at, _KINDS[masked.slots[slot].kind]
    yield _fact("masked", f"{_masked(masked.text[:at])} [{kind}] {_masked(masked.text[at + 1 :])}")


def _outcome(workings: Workings, passage: Passage, slot: int, quantity: Quantity) -> Iterator[str]:
    mentions = workings.mentions.get(quantity.start, ())
    binding = passage.bound.get(slot)
    for mention in mentions:
        yield _fact("result", _told(mention))
    if binding is None:
        yield _fact("result", "states no metric: no rule binds it, and it takes none from a neighbour")
        return
    if not mentions:
        yield _fact("result", f"bound to {binding.metric}, then left out: outside the bounds of the codelist")
    step = STEPS.get(binding.rule.rpartition(".")[2])
    yield _fact("by", f"{binding.rule}, weight {binding.weight:.2f}{f': {step}' if step else ''}")
    if binding.runner_up:
        yield _fact("second", binding.runner_up)


def _told(mention: Mention) -> str:
    dated = f"{mention.period_start}..{mention.period_end}" if mention.period_start else "undated"
    said = f" ({mention.period_text})" if mention.period_text else ""
    scope = f", scope {mention.scope}" if mention.scope else ""
    return (
        f"{mention.metric}, {mention.role}, {dated}{said}, authority {mention.authority or 'none'}{scope}, "
        f"confidence {mention.confidence:.2f}"
    )


def _grammar(workings: Workings, passage: Passage, slot: int) -> Iterator[str]:
    context = passage.context
    for each in readings(passage.masked, slot, context):
        words = _masked(passage.masked.text[each.begin : each.end])
        yield _fact("fired", f"{each.score:.2f}  {each.rule}  (weight {each.weight:.2f}; words: {words})")
    for stopped in stopped_rules(passage.masked, slot, context):
        yield _fact(
            "stopped", f"{stopped.weight:.2f}  {stopped.rule}: {'; '.join(stopped.why)} ({_masked(stopped.words)})"
        )
    for metric, triggers in near_metrics(passage.masked, slot, context):
        yield _fact("not reached", f"{metric}: words of it stand in the sentence ({', '.join(map(_masked, triggers))})")


def _authority(workings: Workings, passage: Passage, slot: int) -> Iterator[str]:
    for name in workings.names_in(passage.sentence):
        code = name.gss or (f"one of {', '.join(name.candidates)}" if name.candidates else "no code")
        aside = f", aside: {name.aside}" if name.aside else ""
        yield _fact("name", f"{printable(name.surface)} @{name.start}: {name.kind}, {code}{aside}")
    resolved = workings.resolved(passage, slot)
    other = ", other than the document's" if resolved.is_other else ""
    yield _fact(
        "authority",
        f"{resolved.gss or 'none'} by {resolved.basis}{other}; the document's is {workings.found.document or 'none'}",
    )


def _time(workings: Workings, passage: Passage) -> Iterator[str]:
    sentence = passage.sentence
    own = workings.periods_in([(sentence.start, sentence.end)])
    led = workings.periods_in(sentence.lead)
    for where, periods in (("time", own), ("time in lead", led)):
        for period in periods:
            yield _fact(where, _dated(period))
    if not own and not led:
        yield _fact("time", "none in the sentence")


def _dated(period: Period) -> str:
    days = f"{period.date_start}..{period.date_end}" if period.date_start else "settles no day"
    return f"{printable(' '.join(period.text.split()))} @{period.start}: {period.kind}, {days}"


def _masked(words: str) -> str:
    for kind, char in PLACEHOLDERS.items():
        words = words.replace(char, f"<{_KINDS[kind]}>")
    return printable(" ".join(words.replace(AUTHORITY, "<authority>").replace(OWN, " / ").split()))


def _fact(name: str, words: str) -> str:
    return f"  {click.style(f'{name:<13}', dim=True)}{words}"
