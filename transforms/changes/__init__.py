"""Stated movements of a metric between two times: from what, to what, which way and by how much."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.changes.amounts import factor_lines, find_amounts
from transforms.changes.direction import set_directions
from transforms.changes.draft import Book, Draft
from transforms.changes.lines import Page, read_lines
from transforms.changes.pairing import pair_levels
from transforms.changes.singles import single_levels
from transforms.changes.sizes import attach_amount
from transforms.mentions.layout import Layout
from transforms.model import Change, Mention, Quantity

_QUOTE_LIMIT = 300
_LONG = 3000


def find_changes(layout: Layout, mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> list[Change]:
    """The movements that a text states.

    Args:
        layout: the text taken apart into sentences.
        mentions: the document's mentions in the order of the text, with their roles.
        quantities: every number of the text, as ``read_quantities`` gives them: sizes of movements are among them.

    Returns:
        One change per stated movement, in the order of the text; ``from_mention`` and ``to_mention`` are indices into
        ``mentions``, None where the text does not print that level. A comparison with another place is none.
    """
    page = read_lines(layout, mentions, quantities)
    book = Book()
    for draft, index in pair_levels(page):
        book.add(draft, index)
    for index in sorted(page.quantified | factor_lines(page)):
        line = page.lines[index]
        for amount in find_amounts(line):
            attach_amount(page, line, amount, book)
    for draft, index in list(single_levels(page, book)):
        book.add(draft, index)
    set_directions(page, book.drafts)
    book.drafts.sort(key=lambda draft: (draft.start, draft.end, draft.metric, draft.source or 0, draft.target or 0))
    return [_change(page, draft) for draft in book.drafts]


def _change(page: Page, draft: Draft) -> Change:
    source = None if draft.source is None else page.mentions[draft.source]
    target = None if draft.target is None else page.mentions[draft.target]
    authority = draft.authority
    if target is not None or source is not None:
        authority = (target.authority if target else None) or (source.authority if source else None)
    return Change(
        metric=draft.metric,
        authority=authority,
        from_mention=draft.source,
        to_mention=draft.target,
        from_low=source.value_low if source else None,
        from_high=source.value_high if source else None,
        to_low=target.value_low if target else None,
        to_high=target.value_high if target else None,
        direction=draft.direction,
        amount=draft.amount,
        amount_unit=draft.amount_unit,
        words_disagree=draft.words_disagree,
        quote=_quote(page, draft),
        char_start=draft.start,
        char_end=draft.end,
    )


def _quote(page: Page, draft: Draft) -> str:
    """The stating sentences on one line; of long ones, the words from the first number to the last."""
    if draft.end - draft.start <= _LONG:
        whole = " ".join(page.layout.text[draft.start : draft.end].split())
        if len(whole) <= _QUOTE_LIMIT:
            return whole
    spans = [page.mentions[index] for index in (draft.source, draft.target) if index is not None]
    begin = min((mention.char_start for mention in spans), default=draft.start)
    end = max((mention.char_end for mention in spans), default=draft.end)
    room = max(0, _QUOTE_LIMIT - (end - begin)) // 2
    begin, end = max(draft.start, begin - room), min(draft.end, end + room, begin + _LONG)
    return " ".join(page.layout.text[begin:end].split())[:_QUOTE_LIMIT]
