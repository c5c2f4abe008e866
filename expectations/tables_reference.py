"""The tables that others refer to: sources, authorities, metrics."""

from __future__ import annotations

from expectations import codes
from expectations import rules as r
from expectations.schema import Column, Reference, Table

GSS_CODE = r"[A-Z][0-9]{8}"

SOURCES = Table(
    name="sources",
    description="Where documents come from, one row per source as declared.",
    key="source_id",
    on_failure="refuse",
    columns=(
        Column("source_id", "text", "Name of the source, unique among the declared sources."),
        Column("kind", "text", "How the source is read.", codes=codes.SOURCE_KINDS),
        Column("title", "text", "Name of the source for people.", nullable=True),
        Column(
            "location",
            "text",
            "Folder or address as declared, relative to the project; null for a folder from the command line.",
            nullable=True,
        ),
        Column("licence", "text", "Terms under which the source's documents may be used.", nullable=True),
        Column(
            "authority",
            "text",
            "Authority that all documents of the source are about (GSS code); null where they differ.",
            nullable=True,
            references=Reference("authorities", "gss_code"),
        ),
        Column("enabled", "boolean", "Whether the source is read at present."),
        Column(
            "sample", "boolean", "Whether the documents are samples written for the project, with invented figures."
        ),
    ),
)

AUTHORITIES = Table(
    name="authorities",
    description="English local authorities, one row per code as used: a recoded authority has a row per code.",
    key="gss_code",
    on_failure="refuse",
    columns=(
        Column("gss_code", "text", "Code of the Government Statistical Service (new_la_code).", pattern=GSS_CODE),
        Column("name", "text", "Short name, as people use it."),
        Column("official_name", "text", "Name of the council in full.", nullable=True),
        Column("type", "text", "Kind of authority.", codes=codes.AUTHORITY_TYPES),
        Column("region", "text", "English region.", nullable=True),
        Column("childrens_services", "boolean", "Whether it runs, or while it existed ran, children's services."),
        Column(
            "la_code",
            "text",
            "Three-digit code of the Department for Education (old_la_code), as text.",
            nullable=True,
            pattern=r"[0-9]{3}",
        ),
        Column("ofsted_urn", "text", "Number of the authority in Ofsted's addresses.", nullable=True),
        Column("valid_from", "date", "First day of the code; null for a code from before 2009.", nullable=True),
        Column("valid_to", "date", "Last day of the code; null for a code in use.", nullable=True),
        Column("predecessors", "text", "Codes that this one took over from, joined by a semicolon.", nullable=True),
        Column("successors", "text", "Codes that took over from this one, joined by a semicolon.", nullable=True),
        Column(
            "county",
            "text",
            "For a district: county that runs or ran its children's services (GSS code).",
            nullable=True,
            references=Reference("authorities", "gss_code"),
        ),
        Column(
            "trusts",
            "text",
            "Trusts and companies that run or ran its children's services, joined by a semicolon.",
            nullable=True,
        ),
        Column("sample", "boolean", "Whether the authority is invented, for the sample documents only."),
    ),
    row_rules=(
        r.Ordered(
            name="valid_from_before_valid_to",
            description="a code begins before it ends",
            low="valid_from",
            high="valid_to",
        ),
    ),
)

METRICS = Table(
    name="metrics",
    description="What the numbers measure, one row per metric.",
    key="code",
    on_failure="refuse",
    columns=(
        Column("code", "text", "Code of the metric.", pattern=r"[a-z][a-z0-9_]*"),
        Column("label", "text", "Name of the metric for people."),
        Column("unit", "text", "Unit of the metric's values.", codes=codes.UNITS),
        Column("min", "number", "Smallest value that is believed."),
        Column("max", "number", "Largest value that is believed."),
        Column("better", "text", "Direction of improvement.", codes=codes.BETTER),
        Column("topic", "text", "Part of the subject.", codes=codes.METRIC_TOPICS),
        Column("definition", "text", "What is counted, in the words of the department where it defines the metric."),
        Column("fractional", "boolean", "Whether an exact count may be no whole number, as full-time equivalents."),
    ),
    row_rules=(
        r.Ordered(name="min_below_max", description="the bounds are in order", low="min", high="max"),
        r.Between(
            name="percent_bounds",
            description="a percentage is bounded by 0 and 100",
            column="max",
            minimum=0,
            maximum=100,
            where=(r.Where("unit", values=("percent",)),),
        ),
        r.Between(name="min_not_negative", description="no metric is negative", column="min", minimum=0),
    ),
)
