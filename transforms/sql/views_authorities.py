"""Views of authorities: what is known of each, its inspections side by side, its story in order of time."""

from __future__ import annotations

from transforms.sql.query import FACTS, Query

_COVERAGE = Query(
    "What this release holds of each authority that runs or ran children's services, also where it holds nothing: "
    "newest versions of documents, facts, metrics, their span of time. The row without a name counts what no "
    "authority could be settled for.",
    """
SELECT
    a.name AS authority_name,
    coalesce(o.n_observations, 0) AS n_observations,
    coalesce(o.n_headline, 0) AS n_headline,
    coalesce(o.n_metrics, 0) AS n_metrics,
    coalesce(o.n_conflicts, 0) AS n_conflicts,
    coalesce(d.n_documents, 0) AS n_documents,
    o.first_as_of,
    o.last_as_of,
    d.last_published_on,
    a.region,
    a.valid_from,
    a.valid_to,
    k.authority
FROM (
    SELECT gss_code AS authority FROM authorities WHERE childrens_services AND sample = {samples}
    UNION
    SELECT authority FROM observations WHERE superseded_by IS NULL AND sample = {samples}
    UNION
    SELECT authority FROM articles WHERE newest AND authority IS NOT NULL AND sample = {samples}
) AS k
LEFT JOIN authorities AS a ON a.gss_code = k.authority
LEFT JOIN (
    SELECT
        authority,
        count(*) AS n_observations,
        sum(CASE WHEN confidence >= {confidence} THEN 1 ELSE 0 END) AS n_headline,
        count(DISTINCT metric) AS n_metrics,
        sum(CASE WHEN conflict THEN 1 ELSE 0 END) AS n_conflicts,
        min(as_of) AS first_as_of,
        max(as_of) AS last_as_of
    FROM observations
    WHERE superseded_by IS NULL AND sample = {samples}
    GROUP BY authority
) AS o ON o.authority IS NOT DISTINCT FROM k.authority
LEFT JOIN (
    SELECT about.authority, count(DISTINCT about.article_id) AS n_documents, max(r.published_on) AS last_published_on
    FROM (
        SELECT article_id, authority FROM articles WHERE authority IS NOT NULL
        UNION
        SELECT article_id, authority FROM mentions
    ) AS about
    JOIN articles AS r ON r.article_id = about.article_id
    WHERE r.newest AND r.sample = {samples}
    GROUP BY about.authority
) AS d ON d.authority IS NOT DISTINCT FROM k.authority
ORDER BY n_observations DESC, authority_name, k.authority
""",
)

_INSPECTION_PAIRS = Query(
    "Each judgement of an area beside the one before it of the same authority and area: grades, dates, months between, "
    "and how many monitoring visits lie between. movement compares the grades; it is null where one of them is "
    "not_judged.",
    """
SELECT
    a.name AS authority_name,
    p.area,
    p.earlier_day,
    p.earlier_grade,
    p.later_day,
    p.later_grade,
    CASE
        WHEN p.later_rank > p.earlier_rank THEN 'improved'
        WHEN p.later_rank < p.earlier_rank THEN 'declined'
        WHEN p.later_rank = p.earlier_rank THEN 'unchanged'
    END AS movement,
    date_diff('month', p.earlier_day, p.later_day) AS months_between,
    (
        SELECT count(*)
        FROM inspections AS v
        WHERE v.authority = p.authority
            AND v.kind = 'monitoring_visit'
            AND v.sample = {samples}
            AND coalesce(v.inspection_start, v.published_on) > p.earlier_day
            AND coalesce(v.inspection_start, v.published_on) < p.later_day
    ) AS monitoring_visits_between,
    p.earlier_framework,
    p.later_framework,
    p.earlier_quote,
    p.later_quote,
    p.earlier_url,
    p.later_url,
    p.authority,
    p.earlier_inspection_id,
    p.later_inspection_id
FROM (
    SELECT
        j.authority,
        j.area,
        j.day AS later_day,
        j.grade AS later_grade,
        j.grade_rank AS later_rank,
        j.framework AS later_framework,
        j.quote AS later_quote,
        j.url AS later_url,
        j.inspection_id AS later_inspection_id,
        lag(j.day) OVER w AS earlier_day,
        lag(j.grade) OVER w AS earlier_grade,
        lag(j.grade_rank) OVER w AS earlier_rank,
        lag(j.framework) OVER w AS earlier_framework,
        lag(j.quote) OVER w AS earlier_quote,
        lag(j.url) OVER w AS earlier_url,
        lag(j.inspection_id) OVER w AS earlier_inspection_id
    FROM (
        SELECT
            g.authority,
            g.area,
            g.grade,
            CASE g.grade
                WHEN 'outstanding' THEN 4
                WHEN 'good' THEN 3
                WHEN 'requires_improvement' THEN 2
                WHEN 'adequate' THEN 2
                WHEN 'inadequate' THEN 1
            END AS grade_rank,
            g.framework,
            g.quote,
            i.url,
            g.inspection_id,
            coalesce(i.inspection_start, i.published_on) AS day
        FROM judgements AS g
        JOIN inspections AS i ON i.inspection_id = g.inspection_id
        WHERE g.sample = {samples}
    ) AS j
    WINDOW w AS (PARTITION BY j.authority, j.area ORDER BY j.day NULLS FIRST, j.inspection_id)
) AS p
LEFT JOIN authorities AS a ON a.gss_code = p.authority
WHERE p.earlier_inspection_id IS NOT NULL
ORDER BY authority_name, p.area, p.later_day, p.later_inspection_id
""",
)

_AUTHORITY_TIMELINE = Query(
    "All that is known of each authority in order of time: figures, inspections, judgements and events, with sentence, "
    "link and day of publication. Figures of any confidence are here; entries without a day come last.",
    f"""
SELECT a.name AS authority_name, t.*
FROM (
    SELECT
        o.authority,
        coalesce(o.period_start, o.as_of) AS day,
        o.as_of AS day_until,
        'figure' AS entry,
        o.metric AS kind,
        m.label AS label,
        o.role,
        o.scope,
        o.value,
        o.qualifier,
        o.unit,
        CAST(NULL AS VARCHAR) AS detail,
        o.quote,
        o.title,
        o.url,
        d.published_on,
        o.confidence,
        o.observation_id AS id
    FROM {FACTS}
    WHERE o.authority IS NOT NULL AND o.superseded_by IS NULL AND o.sample = {{samples}}
    UNION ALL
    SELECT
        i.authority, i.inspection_start, i.inspection_end, 'inspection', i.kind, i.framework, NULL, NULL,
        CAST(i.number AS DOUBLE), NULL, NULL, NULL, NULL, d.title, i.url, i.published_on, NULL, i.inspection_id
    FROM inspections AS i
    LEFT JOIN articles AS d ON d.article_id = i.article_id
    WHERE i.sample = {{samples}}
    UNION ALL
    SELECT
        j.authority, i.inspection_start, i.inspection_end, 'judgement', j.area, j.framework, NULL, NULL, NULL, NULL,
        NULL, j.grade, j.quote, d.title, i.url, i.published_on, NULL, j.judgement_id
    FROM judgements AS j
    LEFT JOIN inspections AS i ON i.inspection_id = j.inspection_id
    LEFT JOIN articles AS d ON d.article_id = j.article_id
    WHERE j.sample = {{samples}}
    UNION ALL
    SELECT
        e.authority, e.date_start, e.date_end, 'event', e.kind, NULL, NULL, NULL, CAST(e.number AS DOUBLE), NULL, NULL,
        e.detail, e.quote, d.title, d.url, d.published_on, e.confidence, e.event_id
    FROM events AS e
    LEFT JOIN articles AS d ON d.article_id = e.article_id
    WHERE e.authority IS NOT NULL AND d.newest AND e.sample = {{samples}}
) AS t
LEFT JOIN authorities AS a ON a.gss_code = t.authority
ORDER BY authority_name, t.authority, t.day NULLS LAST, t.entry, t.id
""",
)

QUERIES = {"coverage": _COVERAGE, "inspection_pairs": _INSPECTION_PAIRS, "authority_timeline": _AUTHORITY_TIMELINE}
