"""The tables of facts: observations and changes."""

from __future__ import annotations

from expectations import codes
from expectations import rules as r
from expectations.schema import Column, Reference, Table, lookups
from expectations.tables_documents import QUOTE_LENGTH, WEB_ADDRESS
from expectations.value_rules import (
    agreement_rules,
    evidence_rules,
    period_rules,
    sample_rules,
    value_rules,
)

_AUTHORITY = Reference("authorities", "gss_code")

_OF_MENTION = ("article_id", "metric", "value", "unit", "quote")
"""What an observation takes over from the mention that stands for it."""

OBSERVATIONS = Table(
    name="observations",
    description="Facts: what one story says of an authority, metric, time, role and scope, however often repeated.",
    key="observation_id",
    columns=(
        Column("observation_id", "text", "Hash of the story's first article, the fact's fields and its bounds."),
        Column(
            "fact_key",
            "text",
            "Hash of the fact's fields without story and value: rows that share it are about one fact.",
        ),
        Column("story_id", "text", "Story that states the fact."),
        Column(
            "authority", "text", "Authority that the fact is about (GSS code).", nullable=True, references=_AUTHORITY
        ),
        Column("metric", "text", "What is measured.", references=Reference("metrics", "code")),
        Column("period_start", "date", "First day that the fact is for.", nullable=True),
        Column("period_end", "date", "Last day that the fact is for.", nullable=True),
        Column(
            "as_of",
            "date",
            "Day by which the fact can be ordered: the period's end, else the publication.",
            nullable=True,
        ),
        Column("as_of_basis", "text", "Which of the two as_of is.", nullable=True, codes=codes.AS_OF_BASES),
        Column("role", "text", "What the number is to the document.", codes=codes.ROLES),
        Column("scope", "text", "Part of the service or group that the fact is limited to.", nullable=True),
        Column("value", "number", "Stated number in base units; the midpoint of a range.", unit="see unit"),
        Column("value_low", "number", "Lower end; null on the open side of a bound.", nullable=True, unit="see unit"),
        Column("value_high", "number", "Upper end; null on the open side of a bound.", nullable=True, unit="see unit"),
        Column("qualifier", "text", "How exactly the number is stated.", codes=codes.QUALIFIERS),
        Column("unit", "text", "Unit of value, value_low and value_high.", codes=codes.UNITS),
        Column("quote", "text", "Sentence of the mention that stands for the fact.", max_length=QUOTE_LENGTH),
        Column(
            "mention_id", "text", "Mention that stands for the fact.", references=Reference("mentions", "mention_id")
        ),
        Column("article_id", "text", "Document of that mention.", references=Reference("articles", "article_id")),
        Column("url", "text", "Address of that document.", nullable=True, pattern=WEB_ADDRESS),
        Column("title", "text", "Title of that document.", nullable=True),
        Column("publisher", "text", "Publisher of that document.", nullable=True),
        Column("n_mentions", "integer", "Mentions that state the fact.", unit="mentions", minimum=1),
        Column("n_articles", "integer", "Documents that state the fact.", unit="documents", minimum=1),
        Column("first_published_on", "date", "Day of the first publication.", nullable=True),
        Column("last_published_on", "date", "Day of the last publication.", nullable=True),
        Column("confidence", "number", "Estimated probability that the row is right.", minimum=0, maximum=1),
        Column("conflict", "boolean", "Whether another value is stated for the same dated fact."),
        Column(
            "superseded_by",
            "text",
            "Observation that took this one's place after its document was read again.",
            nullable=True,
            references=Reference("observations", "observation_id"),
        ),
        Column("sample", "boolean", "Whether the documents are samples written for the project."),
    ),
    lookups=(
        *lookups("metric", "unit", "min", "max", "fractional"),
        *lookups("article_id", "sample"),
        *lookups("authority", "sample"),
        *lookups("mention_id", *_OF_MENTION),
    ),
    row_rules=(
        *value_rules(),
        *period_rules(),
        r.Ordered(
            name="articles_not_above_mentions",
            description="each document states the fact at least once",
            low="n_articles",
            high="n_mentions",
        ),
        r.Ordered(
            name="publications_in_order",
            description="the first publication is not after the last",
            low="first_published_on",
            high="last_published_on",
        ),
        *agreement_rules({column: column for column in _OF_MENTION}, "mention_id"),
        *sample_rules("article_id"),
    ),
)


def _level(end: str, bound: str) -> Column:
    words = {"from": "earlier", "to": "later", "low": "Lower", "high": "Upper"}
    text = (
        f"{words[bound]} bound of the {words[end]} level; null where it is open or the text does not print that level."
    )
    return Column(f"{end}_{bound}", "number", text, nullable=True, unit="unit of the metric", minimum=0)


def _level_rules(end: str) -> tuple[r.Rule, ...]:
    low, high = f"{end}_low", f"{end}_high"
    return (
        r.Ordered(name=f"{end}_in_order", description=f"{low} is not above {high}", low=low, high=high),
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


_OF_LEVEL = {"metric": "metric", "low": "value_low", "high": "value_high"}
"""What a level of a change takes over from its mention."""


def _mention_rules(end: str) -> tuple[r.Rule, ...]:
    names = {own if own == "metric" else f"{end}_{own}": other for own, other in _OF_LEVEL.items()}
    return agreement_rules(names, f"{end}_mention_id")


CHANGES = Table(
    name="changes",
    description="Movements of a metric between two times, as stated.",
    key="change_id",
    columns=(
        Column("change_id", "text", "Hash of article, metric, place in the text and bounds."),
        Column(
            "article_id", "text", "Document that states the movement.", references=Reference("articles", "article_id")
        ),
        Column("metric", "text", "What moved.", references=Reference("metrics", "code")),
        Column(
            "authority",
            "text",
            "Authority that the movement is about (GSS code).",
            nullable=True,
            references=_AUTHORITY,
        ),
        *(
            Column(
                f"{end}_{name}_id",
                "text",
                f"{name.capitalize()} of the {words} level; null where the text does not print it.",
                nullable=True,
                references=Reference(f"{name}s", f"{name}_id"),
                derived=name == "observation",
            )
            for name in ("mention", "observation")
            for end, words in (("from", "earlier"), ("to", "later"))
        ),
        *(_level(end, bound) for end in ("from", "to") for bound in ("low", "high")),
        Column(
            "direction",
            "text",
            "Direction of the number by the words; null where two levels only stand side by side.",
            nullable=True,
            codes=codes.DIRECTIONS,
        ),
        Column(
            "amount", "number", "Size of the movement as stated; a factor for 'halved' (0.5).", nullable=True, minimum=0
        ),
        Column("amount_unit", "text", "Unit of amount.", nullable=True, codes=codes.CHANGE_UNITS),
        Column("words_disagree", "boolean", "Whether the words deny the numbers ('rose from 40 to 30')."),
        Column("quote", "text", "Sentence that states the movement.", max_length=QUOTE_LENGTH),
        Column(
            "char_start", "integer", "Where the statement starts in the normalised text.", unit="code points", minimum=0
        ),
        Column(
            "char_end", "integer", "Where the statement ends in the normalised text.", unit="code points", minimum=1
        ),
        Column("sample", "boolean", "Whether the document is a sample written for the project."),
    ),
    lookups=(
        *lookups("metric", "min", "max"),
        *lookups("article_id", "sample"),
        *lookups("authority", "sample"),
        *lookups("from_mention_id", *_OF_LEVEL.values()),
        *lookups("to_mention_id", *_OF_LEVEL.values()),
    ),
    row_rules=(
        r.some_given(
            name="level_or_amount_given",
            description="a movement prints a level or an amount",
            columns=("from_low", "from_high", "to_low", "to_high", "amount"),
        ),
        *_level_rules("from"),
        *_level_rules("to"),
        *(rule for end in ("from", "to") for rule in _mention_rules(end)),
        r.NotNull(
            name="amount_has_unit",
            description="an amount has its unit",
            column="amount_unit",
            where=(r.Where("amount", "not_null"),),
        ),
        r.NotNull(
            name="amount_unit_has_amount",
            description="a unit of the amount has an amount",
            column="amount",
            where=(r.Where("amount_unit", "not_null"),),
        ),
        r.Between(
            name="percentage_points_at_most_100",
            description="a share moves by at most 100 percentage points",
            column="amount",
            maximum=100,
            where=(r.Where("amount_unit", values=("percentage_points",)),),
        ),
        *evidence_rules(),
        *sample_rules("article_id"),
    ),
)
