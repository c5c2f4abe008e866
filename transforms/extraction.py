"""From a document's text to the numbers that it states for a metric: the stages in order.

``extract`` is the whole path: layout, quantities, periods and names are found once for the text; each sentence that
holds a number is masked and its numbers bound to metrics by the grammar; then each bound number gets its authority,
period, role, scope and speaker.
"""

from __future__ import annotations

from functools import lru_cache

from transforms.authorities import AuthorityIndex, AuthorityResolver, document_authority
from transforms.changes import find_changes
from transforms.codelists import Codelists
from transforms.mentions.dating import Calendar
from transforms.mentions.layout import read_layout
from transforms.mentions.masking import KIND_OF, Masker
from transforms.mentions.passages import read_passages
from transforms.mentions.settling import settle
from transforms.model import DocumentFacts, Extraction
from transforms.periods import find_inspection_dates, find_periods
from transforms.quantities import read_quantities

_KEPT_IN_MASK = frozenset({"duration", "duration_rate", "years", "event"})


@lru_cache(maxsize=4)
def _index(codelists: Codelists) -> AuthorityIndex:
    return AuthorityIndex(codelists)


def extract(text: str, facts: DocumentFacts, codelists: Codelists, page_starts: tuple[int, ...] = ()) -> Extraction:
    """Read every number of ``text`` that states a metric.

    Args:
        text: the stored normalised text.
        facts: what is known of the document besides its text.
        codelists: metrics and authorities.
        page_starts: offsets at which the pages of the document begin.

    Returns:
        Mentions in the order of the text with ``text[char_start:char_end] == surface``; numbers_read counts the
        counts, shares, money and rates that were read, numbers_without_metric those that state no metric.
    """
    layout = read_layout(text)
    every = read_quantities(text)
    quantities = [quantity for quantity in every if quantity.kind in KIND_OF]
    if not quantities:
        return Extraction()
    periods = find_periods(text, facts, find_inspection_dates(text))
    index = _index(codelists)
    names = index.find(text, facts.published_on)
    document = document_authority(text, facts, index, names)
    resolver = AuthorityResolver(text, names, document, index, [(each.start, each.end) for each in quantities])
    masker = Masker(
        layout.lower,
        quantities,
        [(period.start, period.end) for period in periods if period.kind not in _KEPT_IN_MASK],
        [(name.start, name.end) for name in names if name.gss is not None or name.candidates],
    )
    passages = read_passages(layout, masker, quantities)
    calendar = Calendar(text, layout.flat, periods)
    mentions = settle(
        layout, passages, calendar, resolver, facts, codelists, page_starts, names=names, document=document
    )
    changes = find_changes(layout, mentions, every)
    return Extraction(tuple(mentions), tuple(changes), len(quantities), len(quantities) - len(mentions))
