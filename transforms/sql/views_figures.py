"""Views of figures: the newest, those beside official ones, those that contradict each other."""

from __future__ import annotations

from transforms.sql.query import FACTS, Query
from transforms.sql.view_official import OFFICIAL_VS_REPORTED

_LATEST = Query(
    "The newest figure per authority and metric, with its sentence, link and date: figures of the whole service (no "
    "scope) that are told as current, have a date and a confidence of at least {confidence}. A stated period is "
    "preferred to a mere publication day. A story that gives several values for one fact settles none and is passed "
    "over; where conflict is true, another story disagrees: see the view conflicts before quoting.",
    f"""
SELECT
    authority_name, metric_label, value, value_low, value_high, qualifier, unit, as_of, as_of_basis, period_start,
    period_end, conflict, n_articles, confidence, quote, title, publisher, url, published_on, authority, metric,
    observation_id, article_id
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY authority, metric
            ORDER BY
                as_of DESC, as_of_basis = 'period_end' DESC, confidence DESC, n_articles DESC, observation_id
        ) AS place
    FROM (
        SELECT
            o.*,
            a.name AS authority_name,
            m.label AS metric_label,
            d.published_on,
            count(*) OVER (PARTITION BY o.fact_key, o.story_id) AS n_values
        FROM {FACTS}
        WHERE o.role = 'current'
            AND o.scope IS NULL
            AND o.authority IS NOT NULL
            AND o.as_of IS NOT NULL
            AND o.superseded_by IS NULL
            AND o.sample = {{samples}}
    )
    WHERE confidence >= {{confidence}} AND (n_values = 1 OR NOT conflict)
)
WHERE place = 1
ORDER BY authority_name, metric_label, authority
""",
)

_CONFLICTS = Query(
    "Facts that contradict each other: one authority, metric, time, role and scope, and values that cannot both be "
    "true as stated. Rounding, 'about' and bounds are allowed for. Stories against each other come first; where "
    "n_stories is 1, one story gives all the values.",
    f"""
SELECT
    o.fact_key,
    a.name AS authority_name,
    m.label AS metric_label,
    o.role,
    o.scope,
    o.period_start,
    o.period_end,
    o.as_of,
    o.as_of_basis,
    o.value,
    o.value_low,
    o.value_high,
    o.qualifier,
    o.unit,
    count(*) OVER (PARTITION BY o.fact_key) AS n_facts,
    s.n_stories,
    o.n_articles,
    o.confidence,
    o.quote,
    o.title,
    o.publisher,
    o.url,
    d.published_on,
    o.authority,
    o.metric,
    o.story_id,
    o.observation_id,
    o.article_id
FROM {FACTS}
LEFT JOIN (
    SELECT fact_key, count(DISTINCT story_id) AS n_stories
    FROM observations
    WHERE conflict AND superseded_by IS NULL AND sample = {{samples}}
    GROUP BY fact_key
) AS s ON s.fact_key = o.fact_key
WHERE o.conflict AND o.superseded_by IS NULL AND o.sample = {{samples}}
ORDER BY least(s.n_stories, 2) DESC, authority_name, metric_label, o.as_of, o.fact_key, o.value, o.observation_id
""",
)

QUERIES = {"latest": _LATEST, "official_vs_reported": OFFICIAL_VS_REPORTED, "conflicts": _CONFLICTS}
