"""What belongs to a bound number besides its metric: authority, period, role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.authorities import AuthorityMention, AuthorityResolver, Resolved
from transforms.codelists import Codelists
from transforms.mentions.columns import Cell, read_columns
from transforms.mentions.dated import MONEY_YEARS, UNDATED, Dated, for_school
from transforms.mentions.dating import Calendar
from transforms.mentions.groups import group_of
from transforms.mentions.layout import Layout
from transforms.mentions.owners import Owners
from transforms.mentions.passage import Passage
from transforms.mentions.roles import Circumstances, role_of
from transforms.mentions.rows import authority_of, fits, mention_of
from transforms.mentions.sequences import previous_levels, rates_of_previous, share_past
from transforms.mentions.settled import Settled
from transforms.mentions.sharing import date_bounds, share_span, share_time
from transforms.mentions.vetoes import is_amount
from transforms.model import DocumentFacts, Mention

_ALONGSIDE = re.compile(r"\A(?:,| and|, and| or)?\s*\Z")
# "the forecast for the year at quarter 3": the sum is the year's, whenever it was forecast
_WITHIN_YEAR = frozenset({"quarter", "month", "end_of_month", "day"})
_OF_VISITS = frozenset({"cases_inspected", "areas_judged", "areas_judged_inadequate"})
_YARDSTICKS = {"national": "national", "comparator": "comparator", "region": "comparator"}
_TAKEN_FROM_GROUP = frozenset({"previous", "current", "comparator"})


def settle(
    layout: Layout,
    passages: list[Passage],
    calendar: Calendar,
    resolver: AuthorityResolver,
    facts: DocumentFacts,
    codelists: Codelists,
    page_starts: tuple[int, ...],
    *,
    names: Sequence[AuthorityMention],
    document: str | None,
) -> list[Mention]:
    """The mentions of a text, in its order.

    Args:
        layout: the text taken apart.
        passages: its sentences with the numbers bound in them.
        calendar: its expressions of time.
        resolver: its names of authorities, for the authority of a number.
        facts: what is known of the document besides its text.
        codelists: the metrics with their units and bounds.
        page_starts: offsets at which pages begin.
        names: its names of authorities.
        document: the code of the authority that the document is about.
    """
    owners = Owners(layout, passages, resolver, document)
    settler = _Settler(calendar, owners, names, codelists)
    for passage in passages:
        settler.read(passage)
    settled = settler.settled
    for find in (previous_levels, rates_of_previous):
        for each in find(settled):
            each.role = "previous"
    share_past(settled)
    share_span(settled, facts)
    date_bounds(settled, facts)
    metrics = codelists.metrics
    fitting = [each for each in settled if fits(each.quantity, metrics[each.binding.metric])]
    alone = len({authority_of(each) for each in fitting} - {None}) <= 1
    return [
        mention_of(
            layout,
            each,
            facts,
            metrics[each.binding.metric],
            page_starts,
            owners.paragraph(each.passage),
            alone=alone,
        )
        for each in fitting
    ]


class _Settler:
    """Settles the numbers of one text, sentence by sentence."""

    def __init__(
        self, calendar: Calendar, owners: Owners, names: Sequence[AuthorityMention], codelists: Codelists
    ) -> None:
        self._calendar = calendar
        self._owners = owners
        self._names = names
        self._codelists = codelists
        self.settled: list[Settled] = []

    def read(self, passage: Passage) -> None:
        """Settle the numbers of one sentence."""
        masked = passage.masked
        columns = read_columns(passage, self._calendar, self._names)
        barriers = set(passage.bound) | {index for index in range(len(masked.slots)) if is_amount(masked, index)}
        sum_year = self._calendar.only_year(passage.sentence)
        now = self._calendar.tells_of_now(passage.sentence)
        here: dict[int, Settled] = {}
        for index in sorted(passage.bound):
            each = self._alone(passage, index, barriers, here.get(index - 1))
            _take_from_beside(each, here)
            if index in columns:
                _take_from_column(each, columns[index])
            if each.binding.metric == "investment":
                each.dated = _year_of_investment(each.dated)
            each.dated = share_time(each, list(here.values()), self.settled, sum_year, now=now)
            here[index] = each
            self.settled.append(each)

    def _alone(self, passage: Passage, index: int, barriers: set[int], before: Settled | None) -> Settled:
        """A number with what its own words say of it."""
        binding = passage.bound[index]
        resolved = self._owners.of(passage, index)
        dated = self._time_of(passage, index, barriers)
        each = Settled(passage, index, binding, resolved, dated, "current")
        each.role = role_of(passage.masked, index, self._circumstances(each, before))
        return each

    def _time_of(self, passage: Passage, index: int, barriers: set[int]) -> Dated:
        metric = passage.bound[index].metric
        dated = self._calendar.choose(passage.masked, index, passage.sentence, barriers, metric)
        if metric == "school_attendance_share":
            return for_school(dated)
        if metric in _OF_VISITS and dated.settles_nothing:
            return self._calendar.visit_before(passage.sentence.start) or dated
        if self._codelists.metrics[metric].unit == "gbp" and dated.kind in _WITHIN_YEAR:
            return self._calendar.only_year(passage.sentence) or dated
        return dated

    def _circumstances(self, each: Settled, before: Settled | None) -> Circumstances:
        metric, main, dated = each.binding.metric, self._owners.main, each.dated
        same = before is not None and before.binding.metric == metric
        return Circumstances(
            metric,
            named_kind=each.resolved.kind,
            is_other=each.resolved.gss not in (None, main),
            several=main is None,
            elsewhere=before is not None and same and before.resolved.gss != each.resolved.gss,
            past=dated.is_past,
            to_come=dated.to_come or (dated.is_end and metric == "staff_recruited"),
            undated=dated.start is None,
            after_forecast=before is not None and same and before.role == "projected",
            said=self._calendar.flat[each.quantity.start : each.quantity.end].lower(),
        )


def _take_from_beside(each: Settled, here: dict[int, Settled]) -> None:
    """Give a number the role and owner of the one that it prints again, or of a yardstick right before it."""
    if each.role != "current":
        return
    masked = each.passage.masked
    first = here.get(group_of(masked, each.index))
    if first is not None and first.role in _TAKEN_FROM_GROUP:
        each.role = first.role
        if first.resolved.gss is not None:
            each.resolved = first.resolved
    before = here.get(each.index - 1)
    if before is None or before.role not in ("national", "comparator") or each.role != "current":
        return
    if _ALONGSIDE.match(masked.left(each.index)):
        each.role, each.resolved = before.role, before.resolved


def _take_from_column(each: Settled, cell: Cell) -> None:
    """Give a cell of a table what its header says."""
    if cell.dated is not None:
        each.dated = cell.dated
    if cell.role == "previous" and each.role in ("target", "national"):
        return  # "14.6 (maximum permitted: 18)"
    each.role = cell.role or ("current" if each.role in ("previous", "comparator") else each.role)
    if cell.owner is not None:
        kind = cell.owner.kind if cell.owner.kind in _YARDSTICKS else "authority"
        each.resolved = Resolved(cell.owner.gss, "table", False, kind)
        each.role = _YARDSTICKS.get(cell.owner.kind, each.role)


def _year_of_investment(dated: Dated) -> Dated:
    """Only a year: when money was decided is not what it is for ("In May the council committed an extra £6m")."""
    if dated.start is None or (dated.own and dated.kind in MONEY_YEARS):
        return dated
    return UNDATED
