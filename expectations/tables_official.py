"""The table of official statistics."""

from __future__ import annotations

from expectations import codes
from expectations import rules as r
from expectations.schema import Column, Reference, Table, lookups
from expectations.tables_documents import WEB_ADDRESS
from expectations.value_rules import invented_authority_rule

_AUTHORITY = Reference("authorities", "gss_code")

OFFICIAL_STATISTICS = Table(
    name="official_statistics",
    description="Values that the Department for Education published, one row per value and vintage.",
    key="statistic_id",
    columns=(
        Column("statistic_id", "text", "Hash of source, dataset, vintage, indicator, place, time and breakdown."),
        Column("source_id", "text", "Source of the file.", references=Reference("sources", "source_id")),
        Column("dataset", "text", "Name of the department's data set."),
        Column(
            "vintage",
            "text",
            "Which issue of the data set the value is from, as its meta file says, else the newest time in it: the "
            "same fact is revised over the years.",
        ),
        Column("indicator", "text", "Column of the data set, as the department names it."),
        Column("breakdown", "text", "Filters of the data set that the value is under, as column=value.", nullable=True),
        Column(
            "metric",
            "text",
            "Metric that the indicator is under this breakdown, for the whole service; null where there is none.",
            nullable=True,
            references=Reference("metrics", "code"),
        ),
        Column("geographic_level", "text", "Level of the place.", codes=codes.GEOGRAPHIC_LEVELS),
        Column(
            "geography_code",
            "text",
            "Code of the place, as published: E92000001 is England; a joint return has two with a slash between them.",
        ),
        Column(
            "authority",
            "text",
            "The place, where it is one authority, by the GSS code that it had at that time.",
            nullable=True,
            references=_AUTHORITY,
        ),
        Column("time_period", "text", "Time as published: 2024, 202425."),
        Column("time_identifier", "text", "What time_period is: a reporting year, a financial year."),
        Column("period_start", "date", "First day that the value is for."),
        Column("period_end", "date", "Last day that the value is for; a count on a day has both equal."),
        Column(
            "value",
            "number",
            "Published value; null where the department prints a symbol.",
            nullable=True,
            unit="see unit",
        ),
        Column(
            "status", "text", "Symbol printed in place of the value.", nullable=True, codes=codes.STATISTIC_STATUSES
        ),
        Column("unit", "text", "Unit of value; fte are full-time equivalents.", codes=codes.STATISTIC_UNITS),
        Column("published_on", "date", "Day on which this vintage was published.", nullable=True),
        Column("url", "text", "Address of the file.", nullable=True, pattern=WEB_ADDRESS),
        Column("sample", "boolean", "Whether the value is invented, for the samples."),
    ),
    lookups=(*lookups("metric", "unit"), *lookups("source_id", "sample"), *lookups("authority", "sample")),
    row_rules=(
        r.some_given(
            name="value_or_status_given",
            description="where there is no value a symbol says why",
            columns=("value", "status"),
        ),
        r.IsNull(
            name="status_has_no_value",
            description="a symbol stands in place of a value",
            column="value",
            where=(r.Where("status", "not_null"),),
        ),
        r.NotNull(
            name="local_authority_named",
            description="a value of a local authority names it",
            column="authority",
            where=(r.Where("geographic_level", values=("local_authority",)),),
        ),
        r.Equal(
            name="unit_of_metric",
            description="the unit is the metric's, but for full-time equivalents, which are a count",
            left="unit",
            right="metric_unit",
            where=(r.Where("unit", values=codes.UNITS),),
        ),
        r.OneOf(
            name="metric_of_fte_is_count",
            description="what is given in full-time equivalents is a metric that counts",
            column="metric_unit",
            values=("count",),
            where=(r.Where("unit", values=("fte",)), r.Where("metric", "not_null")),
        ),
        r.Between(
            name="value_percent_0_to_100",
            description="a percentage is between 0 and 100",
            column="value",
            minimum=0,
            maximum=100,
            where=(r.Where("unit", values=("percent",)),),
        ),
        r.Between(name="value_not_negative", description="no value is negative", column="value", minimum=0),
        r.Ordered(
            name="period_in_order", description="a period starts before it ends", low="period_start", high="period_end"
        ),
        r.NotAfterAsOf(
            name="published_on_not_after_as_of",
            description="no vintage is published after the day that the release is for",
            column="published_on",
        ),
        r.Equal(
            name="sample_as_source",
            description="a value of a sample source is a sample, and no other",
            left="sample",
            right="source_id_sample",
        ),
        invented_authority_rule(),
    ),
)
