"""The view of what newer versions of a document say otherwise.

Versions of one document are those with its source and name, ordered by when they were retrieved; of a folder, whose
versions have no time, each is set beside the newest. What a version states is a set of figures: a figure that is
repeated is one, and one that the other version has in the same sentence is the same, though it is read otherwise there
(a day of publication may have moved "last month").
"""

from __future__ import annotations

from transforms.sql.query import Query

# "the assessment team" and "Assessment team" are one scope; a view has no macros of ours
_SCOPE = "regexp_replace(trim(lower(m.scope)), '^(the|its|their|our|a|an) ', '')"
_SENTENCE = "trim(regexp_replace(lower(translate(m.quote, '‘’“”–—', '''''\"\"--')), '\\s+', ' ', 'g'))"

_PAIR = "old_article_id, new_article_id"
_ABOUT = "metric, authority, role, scope_key, period_start, period_end"
_STATED = "value, value_low, value_high, qualifier, unit"

_VERSION = ("article_id", "published_on", "modified_on", "retrieved_at")
_FIGURE = ("value", "value_low", "value_high", "qualifier", "unit", "surface", "quote", "mention_id")


def _of_version(which: str) -> str:
    return ", ".join(f"{which}.{name} AS {which}_{name}" for name in _VERSION)


def _of_figure(which: str) -> str:
    side = "is_new" if which == "new" else "NOT is_new"
    return ", ".join(f"max(CASE WHEN {side} THEN {name} END) AS {which}_{name}" for name in _FIGURE)


def _shown(names: tuple[str, ...], table: str) -> str:
    return ", ".join(f"{table}.old_{name}, {table}.new_{name}" for name in names)


def _mentions(which: str) -> str:
    is_new = "true" if which == "new" else "false"
    return f"""
        SELECT
            s.old_article_id, s.new_article_id, {is_new} AS is_new, m.metric, m.authority, m.role, m.scope,
            {_SCOPE} AS scope_key, m.period_start, m.period_end, m.value, m.value_low, m.value_high, m.qualifier,
            m.unit, m.surface, m.quote, {_SENTENCE} AS sentence, m.char_start, m.mention_id, m.confidence
        FROM successions AS s
        JOIN mentions AS m ON m.article_id = s.{which}_article_id
    """


CORRECTIONS = Query(
    "Figures that a newer version of a document changed, withdrew or added, one row each, with what both versions say "
    "and when they were seen. Figures are matched by metric, authority, role, scope and period, then in their order. "
    "A version that only words or dates its text otherwise has no row, and a document that is gone has none. An "
    "update may add or leave out figures without taking back what was said: read both sentences.",
    f"""
WITH successions AS (
    SELECT
        new.source_id, new.doc, coalesce(new.url, old.url) AS url, coalesce(new.title, old.title) AS title,
        coalesce(new.publisher, old.publisher) AS publisher, {_of_version("old")}, {_of_version("new")}
    FROM (
        SELECT
            *,
            CASE
                WHEN newest THEN NULL
                WHEN retrieved_at IS NULL THEN max(CASE WHEN newest THEN article_id END) OVER document
                ELSE lead(article_id) OVER (document ORDER BY newest, retrieved_at NULLS FIRST, article_id)
            END AS next_article_id
        FROM articles
        WHERE sample = {{samples}}
        WINDOW document AS (PARTITION BY source_id, doc)
    ) AS old
    JOIN articles AS new ON new.article_id = old.next_article_id
    -- a page that several sources list is one page
    QUALIFY new.url IS NULL OR row_number() OVER (
        PARTITION BY new.url, old.text_sha256, new.text_sha256 ORDER BY new.source_id, new.doc
    ) = 1
), said AS (
    {_mentions("old")}
    UNION ALL
    {_mentions("new")}
), compared AS (
    SELECT
        *,
        min(is_new) OVER stated <> max(is_new) OVER stated AS in_both,
        min(is_new) OVER worded <> max(is_new) OVER worded AS word_for_word
    FROM (SELECT * REPLACE (CAST(is_new AS INTEGER) AS is_new) FROM said)
    WINDOW
        stated AS (PARTITION BY {_PAIR}, {_ABOUT}, {_STATED}),
        worded AS (PARTITION BY {_PAIR}, metric, {_STATED}, surface, sentence)
), figures AS (
    SELECT
        *,
        max(CAST(word_for_word AS INTEGER)) OVER figure AS word_for_word_once,
        row_number() OVER (figure ORDER BY char_start, mention_id) AS telling
    FROM compared
    WHERE NOT in_both
    WINDOW figure AS (PARTITION BY {_PAIR}, is_new, {_ABOUT}, {_STATED})
), unmatched AS (
    SELECT
        * REPLACE (is_new = 1 AS is_new),
        row_number() OVER (PARTITION BY {_PAIR}, is_new, {_ABOUT} ORDER BY char_start, mention_id) AS place
    FROM figures
    WHERE telling = 1 AND word_for_word_once = 0
), corrected AS (
    SELECT
        {_PAIR}, {_ABOUT}, max(scope) AS scope, min(confidence) AS confidence, min(char_start) AS char_start,
        CASE WHEN min(is_new) THEN 'added' WHEN max(is_new) THEN 'changed' ELSE 'withdrawn' END AS what,
        {_of_figure("old")},
        {_of_figure("new")}
    FROM unmatched
    GROUP BY {_PAIR}, {_ABOUT}, place
)
SELECT
    a.name AS authority_name, m.label AS metric_label, c.what, {_shown(_FIGURE[:-1], "c")},
    c.role, c.scope, c.period_start, c.period_end, s.title, s.publisher, s.url, s.source_id, s.doc,
    {_shown(_VERSION[1:], "s")}, c.confidence, c.authority, c.metric, c.old_mention_id, c.new_mention_id,
    c.old_article_id, c.new_article_id
FROM corrected AS c
JOIN successions AS s ON s.old_article_id = c.old_article_id AND s.new_article_id = c.new_article_id
LEFT JOIN authorities AS a ON a.gss_code = c.authority
LEFT JOIN metrics AS m ON m.code = c.metric
ORDER BY
    s.new_retrieved_at NULLS FIRST, s.source_id, s.doc, s.new_article_id, s.old_article_id, c.char_start, c.metric,
    coalesce(c.old_mention_id, ''), coalesce(c.new_mention_id, '')
""",
)

QUERIES = {"corrections": CORRECTIONS}
