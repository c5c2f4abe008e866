"""The tables of Ofsted's work: inspections and the judgements that they made."""

from __future__ import annotations

from expectations import codes
from expectations import rules as r
from expectations.schema import Column, Reference, Table, lookups
from expectations.tables_documents import QUOTE_LENGTH, WEB_ADDRESS
from expectations.value_rules import evidence_rules, publication_rules, sample_rules

INSPECTIONS = Table(
    name="inspections",
    description="Inspections and visits by Ofsted, one row each: by Ofsted's own report or letter, else as told.",
    key="inspection_id",
    columns=(
        Column("inspection_id", "text", "Hash of authority, kind and dates."),
        Column(
            "authority",
            "text",
            "Authority inspected (GSS code valid on the first day).",
            references=Reference("authorities", "gss_code"),
        ),
        Column(
            "framework",
            "text",
            "Framework of the inspection; null where the document does not say it, as letters of visits do not.",
            nullable=True,
            codes=codes.FRAMEWORKS,
        ),
        Column(
            "kind",
            "text",
            "Kind of inspection or visit; inspection where it is only told, and its kind is not.",
            codes=codes.INSPECTION_KINDS,
        ),
        Column("number", "integer", "Which of a series: 4 for a 'fourth monitoring visit'.", nullable=True, minimum=1),
        Column(
            "basis",
            "text",
            "What it is known by: report, Ofsted's own report or letter; article, what other documents tell.",
            codes=codes.INSPECTION_BASES,
        ),
        Column(
            "inspection_start",
            "date",
            "First day, of the first period where there were two; by an article the first day that it can have been.",
            nullable=True,
        ),
        Column(
            "inspection_end",
            "date",
            "Last day, of the last period where there were two; by an article the last day that it can have been.",
            nullable=True,
        ),
        Column("lead_inspector", "text", "Lead inspector as printed; two are joined by a semicolon.", nullable=True),
        Column("published_on", "date", "Day on which the report was published.", nullable=True),
        Column("published_on_basis", "text", "Where the day of publication was found.", codes=codes.PUBLISHED_ON_BASES),
        Column(
            "article_id",
            "text",
            "Report or letter of the inspection; by an article the first document that tells of it.",
            references=Reference("articles", "article_id"),
        ),
        Column("n_documents", "integer", "How many documents tell of it, the report included.", minimum=1),
        Column("url", "text", "Address of that document.", nullable=True, pattern=WEB_ADDRESS),
        Column("sample", "boolean", "Whether the report is a sample written for the project."),
    ),
    lookups=(*lookups("article_id", "sample"), *lookups("authority", "sample")),
    row_rules=(
        r.Ordered(
            name="inspection_in_order",
            description="an inspection starts before it ends",
            low="inspection_start",
            high="inspection_end",
        ),
        r.Ordered(
            name="published_after_inspection",
            description="a report is not published before the inspection ends",
            low="inspection_end",
            high="published_on",
        ),
        *publication_rules("report"),
        *sample_rules("article_id"),
    ),
)

JUDGEMENTS = Table(
    name="judgements",
    description="Grades that an inspection gave, one row per area; no row for an area that was not judged then.",
    key="judgement_id",
    columns=(
        Column("judgement_id", "text", "Hash of inspection and area."),
        Column(
            "inspection_id",
            "text",
            "Inspection that made the judgement.",
            references=Reference("inspections", "inspection_id"),
        ),
        Column("article_id", "text", "Document that prints it.", references=Reference("articles", "article_id")),
        Column(
            "authority",
            "text",
            "Authority judged (GSS code valid on the first day).",
            references=Reference("authorities", "gss_code"),
        ),
        Column("framework", "text", "Framework of the inspection.", codes=codes.FRAMEWORKS),
        Column("area", "text", "Area that was judged.", codes=codes.JUDGEMENT_AREAS),
        Column("grade", "text", "Grade; not_judged where the report says so.", codes=codes.GRADES),
        Column("quote", "text", "Line or sentence that prints the grade.", max_length=QUOTE_LENGTH),
        Column(
            "char_start", "integer", "Where the evidence starts in the normalised text.", unit="code points", minimum=0
        ),
        Column("char_end", "integer", "Where the evidence ends in the normalised text.", unit="code points", minimum=1),
        Column("page", "integer", "Page of a PDF, counted from 1.", nullable=True, minimum=1),
        Column("sample", "boolean", "Whether the report is a sample written for the project."),
    ),
    lookups=(
        *lookups("inspection_id", "authority", "framework"),
        *lookups("article_id", "sample"),
        *lookups("authority", "sample"),
    ),
    row_rules=(
        r.Equal(
            name="authority_of_inspection",
            description="the authority is the inspection's",
            left="authority",
            right="inspection_id_authority",
        ),
        r.Equal(
            name="framework_of_inspection",
            description="the framework is the inspection's",
            left="framework",
            right="inspection_id_framework",
        ),
        r.OneOf(
            name="adequate_under_lac_2013_only",
            description="the grade adequate was given under LAC_2013 only",
            column="framework",
            values=("LAC_2013",),
            where=(r.Where("grade", values=("adequate",)),),
        ),
        *evidence_rules(),
        *sample_rules("article_id"),
    ),
)
