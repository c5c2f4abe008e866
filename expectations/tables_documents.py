"""The tables of what was read: articles, mentions, rejects."""

from __future__ import annotations

from expectations import codes
from expectations import rules as r
from expectations.schema import Column, Reference, Table, lookups
from expectations.value_rules import (
    authority_in_being_rules,
    evidence_rules,
    invented_authority_rule,
    period_rules,
    publication_rules,
    sample_rules,
    value_rules,
)

SHA256 = r"[0-9a-f]{64}"
WEB_ADDRESS = r"https?://\S+"
QUOTE_LENGTH = 300
"""Most characters of a source that a row of a release may hold."""

ARTICLES = Table(
    name="articles",
    description="Documents that were read, one row per version: article, press release, inspection report.",
    key="article_id",
    volume=r.Volume(warn_below=0.9, stop_below=0.5, smallest=10),
    columns=(
        Column("article_id", "text", "Hash of source and text: the same text in the same source keeps its id."),
        Column("doc", "text", "Path of the document in its source, with forward slashes."),
        Column("source_id", "text", "Source of the document.", references=Reference("sources", "source_id")),
        Column("url", "text", "Address at which the document was published.", nullable=True, pattern=WEB_ADDRESS),
        Column("title", "text", "Title as printed.", nullable=True),
        Column("publisher", "text", "Who published the document.", nullable=True),
        Column(
            "doc_type", "text", "Kind of document; null where nothing says it.", nullable=True, codes=codes.DOC_TYPES
        ),
        Column(
            "authority",
            "text",
            "Authority that the document is about (GSS code), as given from outside its text.",
            nullable=True,
            references=Reference("authorities", "gss_code"),
        ),
        Column("published_on", "date", "Day of publication.", nullable=True),
        Column("published_on_basis", "text", "Where the day of publication was found.", codes=codes.PUBLISHED_ON_BASES),
        Column("modified_on", "date", "Day of the last change that a web page states of itself.", nullable=True),
        Column("language", "text", "Language that a web page states of itself (BCP 47: en-GB).", nullable=True),
        Column("retrieved_at", "timestamp", "When the document was fetched (UTC); null for a folder.", nullable=True),
        Column("media_type", "text", "Kind of file.", codes=codes.MEDIA_TYPES),
        Column("raw_sha256", "text", "SHA-256 of the file as it came.", pattern=SHA256),
        Column("text_sha256", "text", "SHA-256 of the normalised text in UTF-8.", pattern=SHA256),
        Column("words", "integer", "Words of the normalised text.", unit="words", minimum=0),
        Column("pages", "integer", "Pages of a PDF; null for other kinds.", nullable=True, unit="pages", minimum=1),
        Column("story_id", "text", "Documents that tell the same story (syndicated copies) share it.", derived=True),
        Column(
            "near_copies",
            "text",
            "Documents in nearly the same words and numbers, weeks apart at most, share it; null if there is no other.",
            nullable=True,
        ),
        Column(
            "newest", "boolean", "Whether this is the newest version of the document; only that feeds observations."
        ),
        Column("withdrawn_on", "date", "Day on which the document was found gone from its source.", nullable=True),
        Column("licence", "text", "Terms under which the document may be used, as its source declares.", nullable=True),
        Column("sample", "boolean", "Whether the document is a sample written for the project."),
        Column("extractor_digest", "text", "Digest of the extraction code and codelists that read the document."),
    ),
    lookups=(*lookups("source_id", "sample"), *lookups("authority", "sample")),
    row_rules=(
        *publication_rules("document"),
        r.Equal(
            name="sample_as_source",
            description="a document of a sample source is a sample, and no other",
            left="sample",
            right="source_id_sample",
        ),
        invented_authority_rule(),
    ),
)

MENTIONS = Table(
    name="mentions",
    description="Numbers that sentences state for a metric, one row per number as printed.",
    key="mention_id",
    volume=r.Volume(warn_below=0.9, stop_below=0.5, smallest=20),
    columns=(
        Column("mention_id", "text", "Hash of article, metric, surface and which of its occurrences this is."),
        Column(
            "article_id", "text", "Document that states the number.", references=Reference("articles", "article_id")
        ),
        Column("metric", "text", "What the number measures.", references=Reference("metrics", "code")),
        Column(
            "value", "number", "Stated number in base units (£6m is 6000000); the midpoint of a range.", unit="see unit"
        ),
        Column("value_low", "number", "Lower end; null on the open side of a bound.", nullable=True, unit="see unit"),
        Column("value_high", "number", "Upper end; null on the open side of a bound.", nullable=True, unit="see unit"),
        Column("qualifier", "text", "How exactly the number is stated.", codes=codes.QUALIFIERS),
        Column("unit", "text", "Unit of value, value_low and value_high.", codes=codes.UNITS),
        Column(
            "authority",
            "text",
            "Authority that the number is about (GSS code valid when the document was published).",
            nullable=True,
            references=Reference("authorities", "gss_code"),
        ),
        Column(
            "role",
            "text",
            "What the number is to the document: the level now or before, of England or others, aimed at or expected.",
            codes=codes.ROLES,
        ),
        Column(
            "period_start", "date", "First day that the number is for; null where the text settles none.", nullable=True
        ),
        Column("period_end", "date", "Last day that the number is for; a point in time has both equal.", nullable=True),
        Column("period_text", "text", "Words that state the period.", nullable=True),
        Column(
            "as_of",
            "date",
            "Day by which the number can be ordered: the period's end, else the publication.",
            nullable=True,
        ),
        Column("as_of_basis", "text", "Which of the two as_of is.", nullable=True, codes=codes.AS_OF_BASES),
        Column(
            "scope",
            "text",
            "Part of the service or group that the number is limited to, in the text's words.",
            nullable=True,
        ),
        Column(
            "speaker",
            "text",
            "Who says the number: a public office, or a role such as 'a social worker'.",
            nullable=True,
        ),
        Column("quote", "text", "Sentence that states the number.", max_length=QUOTE_LENGTH),
        Column("surface", "text", "The number exactly as printed."),
        Column(
            "char_start", "integer", "Where the surface starts in the normalised text.", unit="code points", minimum=0
        ),
        Column("char_end", "integer", "Where the surface ends in the normalised text.", unit="code points", minimum=1),
        Column("page", "integer", "Page of a PDF, counted from 1.", nullable=True, minimum=1),
        Column("rule", "text", "Rule of the extraction that took the number."),
        Column("confidence", "number", "Estimated probability that the row is right.", minimum=0, maximum=1),
        Column("sample", "boolean", "Whether the document is a sample written for the project."),
    ),
    lookups=(
        *lookups("metric", "unit", "min", "max", "fractional"),
        *lookups("article_id", "sample", "pages", "published_on"),
        *lookups("authority", "sample", "valid_from", "valid_to"),
    ),
    row_rules=(
        *value_rules(),
        *period_rules(),
        *evidence_rules(),
        r.Holds(name="quote_holds_surface", description="the quote holds the surface", column="quote", part="surface"),
        r.SpanFits(
            name="span_fits_surface",
            description="the span is as long as the surface",
            text="surface",
            start="char_start",
            end="char_end",
        ),
        r.Ordered(
            name="page_of_document",
            description="the page is one of the document's",
            low="page",
            high="article_id_pages",
        ),
        *sample_rules("article_id"),
        *authority_in_being_rules("article_id_published_on"),
    ),
)

REJECTS = Table(
    name="rejects",
    description="Documents and rows that were refused, one row each, with the reason and how to mend it.",
    key="reject_id",
    columns=(
        Column("reject_id", "text", "Hash of the other columns that say what was refused."),
        Column("stage", "text", "Stage that refused.", codes=codes.STAGES),
        Column("reason", "text", "Reason code.", codes=tuple(codes.REJECT_REASONS)),
        Column("doc", "text", "Document that was refused or that the row came from, as in articles.", nullable=True),
        Column(
            "source_id",
            "text",
            "Source of the document.",
            nullable=True,
            references=Reference("sources", "source_id"),
        ),
        Column("table", "text", "Table that the refused row was meant for; null for a document.", nullable=True),
        Column("row_key", "text", "Key of the refused row.", nullable=True),
        Column("rule", "text", "Rule of the table that the row breaks, the first of them.", nullable=True),
        Column("place", "text", "Where in the document: a key, a line, an offset.", nullable=True),
        Column("message", "text", "What is wrong and how to mend it."),
        Column(
            "text",
            "text",
            "What was refused, as written; null where it was a whole document.",
            nullable=True,
            max_length=QUOTE_LENGTH,
        ),
    ),
)
