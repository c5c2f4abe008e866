"""Rules that every table with stated values shares: the bounds of a value, its unit, its metric, its dates."""

from __future__ import annotations

from collections.abc import Mapping

from expectations import codes
from expectations import rules as r
from expectations.schema import Lookup

_CLOSED = (r.Where("qualifier", values=codes.CLOSED_QUALIFIERS),)
_OPEN_ABOVE = (r.Where("qualifier", values=codes.OPEN_ABOVE_QUALIFIERS),)
_OPEN_BELOW = (r.Where("qualifier", values=codes.OPEN_BELOW_QUALIFIERS),)
_RANGE = (r.Where("qualifier", values=("range",)),)
_PERCENT = (r.Where("unit", values=("percent",)),)
_AMOUNT = (r.Where("unit", values=("count", "cases", "gbp", "per_10000")),)
_CASELOAD = (r.Where("unit", values=("cases",)),)
_EXACT_COUNT = (
    r.Where("unit", values=("count",)),
    r.Where("qualifier", values=("exact",)),
    r.Where("metric_fractional", values=(False,)),
)

VALUE_COLUMNS = ("value", "value_low", "value_high")


def _metric_bounds(low: str, high: str) -> tuple[r.Rule, ...]:
    return (
        r.Ordered(
            name=f"{low}_not_below_metric",
            description=f"{low} is at least the metric's min",
            low="metric_min",
            high=low,
        ),
        r.Ordered(
            name=f"{high}_not_above_metric",
            description=f"{high} is at most the metric's max",
            low=high,
            high="metric_max",
        ),
    )


def _per_unit(column: str) -> tuple[r.Rule, ...]:
    return (
        r.Between(
            name=f"{column}_percent_0_to_100",
            description=f"{column} of a percentage is between 0 and 100",
            column=column,
            minimum=0,
            maximum=100,
            where=_PERCENT,
        ),
        r.Between(
            name=f"{column}_not_negative",
            description=f"{column} of a count, a rate or a sum of money is not negative",
            column=column,
            minimum=0,
            where=_AMOUNT,
        ),
    )


def _bounds() -> tuple[r.Rule, ...]:
    """The bounds that each qualifier has: both equal to the value, one open, or two ends."""
    found: list[r.Rule] = []
    for end, open_where in (("value_low", _OPEN_BELOW), ("value_high", _OPEN_ABOVE)):
        stated = _OPEN_ABOVE if end == "value_low" else _OPEN_BELOW
        words = "lower" if end == "value_low" else "upper"
        found += [
            r.NotNull(
                name=f"{end}_closed_given",
                description=f"a closed value has its {words} bound",
                column=end,
                where=_CLOSED,
            ),
            r.Equal(
                name=f"{end}_closed_is_value",
                description=f"a closed value is its own {words} bound",
                left=end,
                right="value",
                where=_CLOSED,
            ),
            r.NotNull(name=f"{end}_range_given", description=f"a range has its {words} end", column=end, where=_RANGE),
            r.NotNull(
                name=f"{end}_bound_given", description=f"a bound is kept as {words} bound", column=end, where=stated
            ),
            r.Equal(
                name=f"{end}_bound_is_value",
                description=f"a bound is its own {words} bound",
                left=end,
                right="value",
                where=stated,
            ),
            r.IsNull(
                name=f"{end}_open",
                description=f"the open side of a bound has no {words} end",
                column=end,
                where=open_where,
            ),
        ]
    return tuple(found)


def value_rules() -> tuple[r.Rule, ...]:
    """Rules over metric, unit, qualifier, value, value_low and value_high."""
    return (
        r.Ordered(
            name="low_not_above_value",
            description="the lower bound is not above the value",
            low="value_low",
            high="value",
        ),
        r.Ordered(
            name="value_not_above_high",
            description="the value is not above the upper bound",
            low="value",
            high="value_high",
        ),
        r.Equal(name="unit_of_metric", description="the unit is the metric's", left="unit", right="metric_unit"),
        r.Between(
            name="caseload_positive",
            description="a caseload is above zero",
            column="value",
            minimum=0,
            above_minimum=True,
            where=_CASELOAD,
        ),
        *(rule for column in VALUE_COLUMNS for rule in _per_unit(column)),
        *(
            r.Whole(
                name=f"{column}_exact_count_whole",
                description=f"{column} of an exact count is whole",
                column=column,
                where=_EXACT_COUNT,
            )
            for column in ("value_low", "value_high")
        ),
        *_metric_bounds("value", "value"),
        *_metric_bounds("value_low", "value_high"),
        *_bounds(),
    )


def publication_rules(what: str) -> tuple[r.Rule, ...]:
    """Rules over published_on and published_on_basis; ``what`` is published ("document")."""
    return (
        r.NotAfterAsOf(
            name="published_on_not_after_as_of",
            description=f"no {what} is published after the day that the release is for",
            column="published_on",
        ),
        r.IsNull(
            name="published_on_none_is_null",
            description="without a basis there is no day of publication",
            column="published_on",
            where=(r.Where("published_on_basis", values=("none",)),),
        ),
        r.NotNull(
            name="published_on_basis_has_day",
            description="with a basis there is a day of publication",
            column="published_on",
            where=(r.Where("published_on_basis", values=("document", "meta", "listing")),),
        ),
    )


def period_rules() -> tuple[r.Rule, ...]:
    """Rules over period_start, period_end, as_of and as_of_basis."""
    return (
        r.Ordered(
            name="period_in_order", description="a period starts before it ends", low="period_start", high="period_end"
        ),
        r.NotNull(
            name="as_of_has_basis",
            description="a date of validity has its basis",
            column="as_of_basis",
            where=(r.Where("as_of", "not_null"),),
        ),
        r.NotNull(
            name="basis_has_as_of",
            description="a basis has its date of validity",
            column="as_of",
            where=(r.Where("as_of_basis", "not_null"),),
        ),
        r.NotNull(
            name="as_of_period_given",
            description="as_of by the period's end has that end",
            column="period_end",
            where=(r.Where("as_of_basis", values=("period_end",)),),
        ),
        r.Equal(
            name="as_of_is_period_end",
            description="as_of by the period's end is that day",
            left="as_of",
            right="period_end",
            where=(r.Where("as_of_basis", values=("period_end",)),),
        ),
    )


def evidence_rules() -> tuple[r.Rule, ...]:
    """Rules over char_start and char_end."""
    return (
        r.Ordered(
            name="span_in_order", description="the span starts before it ends", low="char_start", high="char_end"
        ),
    )


def sample_rules(parent: str) -> tuple[r.Rule, ...]:
    """Rules that keep samples apart: a row is one as its ``parent`` is, and only samples name an invented authority."""
    return (
        r.Equal(
            name="sample_as_parent",
            description=f"a row of a sample {parent} is a sample, and no other",
            left="sample",
            right=f"{parent}_sample",
        ),
        invented_authority_rule(),
    )


def invented_authority_rule() -> r.Rule:
    """Only samples name an invented authority."""
    return r.OneOf(
        name="invented_authority_in_samples_only",
        description="only samples name an invented authority",
        column="authority_sample",
        values=(False,),
        where=(r.Where("sample", values=(False,)),),
    )


def agreement_rules(own_and_other: Mapping[str, str], reference: str) -> tuple[r.Rule, ...]:
    """Rules that columns are equal to those of the row that ``reference`` names, where both are given."""
    return tuple(
        r.Equal(
            name=f"{own}_of_{reference}",
            description=f"{own} is the {other} of its {reference}",
            left=own,
            right=Lookup(reference, other).name,
        )
        for own, other in own_and_other.items()
    )


def authority_in_being_rules(day: str) -> tuple[r.Rule, ...]:
    """Warnings where an authority's code was not in use on ``day``."""
    return (
        r.Ordered(
            name="authority_begun",
            description=f"the authority's code was in use already on {day}, else the run warns",
            low="authority_valid_from",
            high=day,
            level="warning",
        ),
        r.Ordered(
            name="authority_not_ended",
            description=f"the authority's code was still in use on {day}, else the run warns",
            low=day,
            high="authority_valid_to",
            level="warning",
        ),
    )
