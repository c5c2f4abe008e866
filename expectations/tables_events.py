"""The table of events."""

from __future__ import annotations

from expectations import codes
from expectations import rules as r
from expectations.schema import Column, Reference, Table, lookups
from expectations.tables_documents import QUOTE_LENGTH
from expectations.value_rules import evidence_rules, sample_rules

_AUTHORITY = Reference("authorities", "gss_code")

EVENTS = Table(
    name="events",
    description="Things that a document tells as having happened, one row per document and event.",
    key="event_id",
    columns=(
        Column("event_id", "text", "Hash of article, kind, authority, dates, number and detail."),
        Column("article_id", "text", "Document that tells the event.", references=Reference("articles", "article_id")),
        Column("kind", "text", "Kind of event.", codes=codes.EVENT_KINDS),
        Column("authority", "text", "Authority that it happened to (GSS code).", nullable=True, references=_AUTHORITY),
        Column("date_start", "date", "First day on which it can have happened.", nullable=True),
        Column(
            "date_end",
            "date",
            "Last day on which it can have happened; null where the text states no end.",
            nullable=True,
        ),
        Column("number", "integer", "Which of a series: 4 for a 'fourth monitoring visit'.", nullable=True, minimum=1),
        Column(
            "detail",
            "text",
            "Grade code of a judgement, pounds of a funding, name of a trust.",
            nullable=True,
            max_length=QUOTE_LENGTH,
        ),
        Column("quote", "text", "Sentence that tells the event.", max_length=QUOTE_LENGTH),
        Column(
            "char_start", "integer", "Where the statement starts in the normalised text.", unit="code points", minimum=0
        ),
        Column(
            "char_end", "integer", "Where the statement ends in the normalised text.", unit="code points", minimum=1
        ),
        Column("page", "integer", "Page of a PDF, counted from 1.", nullable=True, minimum=1),
        Column(
            "inspection_id",
            "text",
            "The inspection or visit, where the table inspections knows it.",
            nullable=True,
            references=Reference("inspections", "inspection_id"),
        ),
        Column("rule", "text", "Rule of the extraction that took the event."),
        Column("confidence", "number", "Estimated probability that the row is right.", minimum=0, maximum=1),
        Column("sample", "boolean", "Whether the document is a sample written for the project."),
    ),
    lookups=(*lookups("article_id", "sample"), *lookups("authority", "sample")),
    row_rules=(
        r.Ordered(
            name="dates_in_order", description="an event starts before it ends", low="date_start", high="date_end"
        ),
        r.OneOf(
            name="judgement_detail_is_grade",
            description="the detail of a judgement is a grade",
            column="detail",
            values=codes.GRADES,
            where=(r.Where("kind", values=("judgement",)),),
        ),
        r.Matches(
            name="funding_detail_is_pounds",
            description="the detail of a funding is a sum in pounds",
            column="detail",
            pattern=r"[0-9]+(?:[.][0-9]+)?",
            where=(r.Where("kind", values=("funding",)),),
        ),
        r.NotNull(
            name="funding_has_amount",
            description="a funding has its amount",
            column="detail",
            where=(r.Where("kind", values=("funding",)),),
        ),
        *evidence_rules(),
        *sample_rules("article_id"),
    ),
)
