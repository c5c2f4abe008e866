"""Funding: money that a council or the government put, gave or promised to services for children."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.events import money_words as money
from transforms.events.draft import Draft
from transforms.events.factual import clause_before, has_modal_may
from transforms.events.lines import Line
from transforms.events.page import Page
from transforms.model import Mention, Quantity

METRIC = "investment"
_OTHERS = frozenset({"national", "comparator", "target"})
_REACH = 90


def find_funding(line: Line, page: Page) -> Iterator[Draft]:
    """The sums of a sentence that were put into the service.

    The mentions of the metric investment tell which; money that states no metric is one where a giving verb, a word
    for what is added and the service stand by it.
    """
    if "\u00a3" not in line.words:
        return
    sentence = line.sentence
    taken: list[int] = []
    for mention in page.mentions:
        if not sentence.start <= mention.char_start < sentence.end:
            continue
        taken.append(mention.char_start)
        if (
            mention.role not in _OTHERS
            and _is_added(line, mention)
            and _is_given(line, mention.char_start, mention.char_end)
        ):
            yield _of_mention(line, mention)
    for quantity in page.money_within(sentence.start, sentence.end):
        if any(quantity.start <= place < quantity.end for place in taken):
            continue
        if quantity.value >= money.LEAST and _is_stated(line, quantity, page):
            yield _of_quantity(line, quantity)


def _is_added(line: Line, mention: Mention) -> bool:
    """Whether a sum is money that is added: an investment, or extra spending that is agreed."""
    if mention.metric == METRIC:
        return True
    start, end = line.place_of(mention.char_start), line.place_of(mention.char_end)
    if mention.metric != "budget":
        return False
    if money.RAISED.search(line.words, 0, start) is not None:
        return True
    return (
        money.AGREED.search(line.words, max(0, start - 60), start) is not None
        and money.EXTRA.search(line.words, max(0, start - 30), end + 25) is not None
    )


def _is_given(line: Line, begin: int, finish: int) -> bool:
    """Whether the sum is given or promised: not hoped for, spent, lost, or for another service."""
    start, end = line.place_of(begin), line.place_of(finish)
    before, after = clause_before(line, start, _REACH), line.words[end:]
    if money.GIVEN_THAT.match(after):
        return True
    if money.EXPECTED.search(before) or has_modal_may(line, start, before) or money.SPENT.search(before):
        return False
    if money.ONLY_ASKED_AFTER.match(after) or money.OVERRUN.match(after):
        return False
    return not (money.OTHER_SERVICES.search(line.words) and money.OUR_SERVICES.search(line.words) is None)


def _is_stated(line: Line, quantity: Quantity, page: Page) -> bool:
    """Whether money that states no metric is told as put into the services for children."""
    if not _is_given(line, quantity.start, quantity.end):
        return False
    start, end = line.place_of(quantity.start), line.place_of(quantity.end)
    before, after = clause_before(line, start, _REACH), line.words[end:]
    if money.OTHER_SERVICES.search(line.words) or money.OVER_BUDGET.search(before):
        return False
    if money.OUR_SERVICES.search(line.words) is None and money.OUR_SERVICES.search(page.before(line, 1)) is None:
        return False
    if money.RAISED.search(before):
        return True
    told = money.GIVES.search(before) or money.GIVEN_AFTER.match(after)
    return told is not None and money.ADDED.search(line.words[max(0, start - _REACH) : end + 40]) is not None


def _of_mention(line: Line, mention: Mention) -> Draft:
    return Draft(
        "funding", line, line.place_of(mention.char_start), line.place_of(mention.char_end), "funding",
        detail=pounds(mention.value), authority=mention.authority, confidence=0.9 * mention.confidence,
    )  # fmt: skip


def _of_quantity(line: Line, quantity: Quantity) -> Draft:
    return Draft(
        "funding", line, line.place_of(quantity.start), line.place_of(quantity.end), "funding_stated",
        detail=pounds(quantity.value), confidence=0.7,
    )  # fmt: skip


def pounds(value: float) -> str:
    """A sum as plain digits: "6000000", "1250.5"."""
    return str(int(value)) if value == int(value) else f"{value:.2f}".rstrip("0")
