"""The kinds of a period, by what they settle."""

from __future__ import annotations

# These carry dates where the text or the document's own date settles them.
DATED = frozenset(
    {
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "financial_year",
        "school_year",
        "calendar_year_relative",
        "end_of_month",
        "end_of_period",
        "start_of_period",
        "part_of_year",
        "span",
        "year_ending",
        "list_of_months",
        "rolling",
        "same_time",
    }
)

# Months from the days of the period that these are counted from (``resolve_relative``).
RELATIVE_MONTHS = {
    "year_earlier": -12,
    "two_years_earlier": -24,
    "three_years_earlier": -36,
    "six_months_earlier": -6,
    "quarter_earlier": -3,
    "month_earlier": -1,
    "year_later": 12,
    "two_years_later": 24,
    "three_years_later": 36,
    "six_months_later": 6,
    "quarter_later": 3,
    "month_later": 1,
    "previous_year": -12,
    "previous_quarter": -3,
    "previous_month": -1,
    "following_year": 12,
    "following_quarter": 3,
    "following_month": 1,
}
RELATIVE = frozenset(RELATIVE_MONTHS)

# The time opens or ends with a date, which ``inner_days`` reads: "since 2020", "before April", "by March" to come.
BOUNDED = frozenset({"since", "until", "deadline"})

# Never dated.
VAGUE = frozenset(
    {
        "vague_now",
        "vague_past",
        "event",
        "season",
        "to_date",
        "duration",
        "duration_rate",
        "years",
        "relative",
        "running_head",
    }
)

KINDS = DATED | RELATIVE | BOUNDED | VAGUE
