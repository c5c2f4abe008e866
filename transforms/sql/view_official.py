"""The view that puts each reported figure beside the official one."""

from __future__ import annotations

from transforms.sql.query import FACTS, Query

# how far a figure may lie from the official one and still be the same, rounded by whoever printed it: by the newspaper
# ("2,800 children", "17 per cent") or by the department: its counts are to the nearest 5 in early issues, which reports
# then repeat, and England's to the nearest 10 in all
_ROUNDING = """
CASE
    WHEN r.qualifier IN ('approximately', 'nearly') THEN 0.05 * r.value
    WHEN r.unit <> 'count' THEN greatest(
        CASE WHEN r.value = floor(r.value) THEN 0.5 WHEN 10 * r.value = floor(10 * r.value) THEN 0.05 ELSE 0.005 END,
        CASE WHEN r.unit = 'per_10000' THEN 0.5 ELSE 0.05 END
    )
    WHEN r.value >= 10000 AND r.value % 1000 = 0 THEN 500
    WHEN r.value >= 1000 AND r.value % 100 = 0 THEN 50
    WHEN r.value >= 100 AND r.value % 10 = 0 THEN 5
    WHEN s.geographic_level = 'national' AND s.value % 10 = 0 THEN 5
    WHEN r.value >= 20 AND r.value % 5 = 0 THEN 2.5
    WHEN r.value = floor(r.value) THEN 0.5
    ELSE 0.05
END
"""

# 0 same, 1 within rounding, 2 differs, 3 the department prints a symbol; a bound ("over 500") is met by what lies up to
# a tenth beyond it
_RANK = f"""
CASE
    WHEN s.value IS NULL THEN 3
    WHEN r.value_low IS NULL THEN
        CASE WHEN s.value BETWEEN 0.9 * r.value_high AND r.value_high THEN 1 ELSE 2 END
    WHEN r.value_high IS NULL THEN
        CASE WHEN s.value BETWEEN r.value_low AND 1.1 * r.value_low THEN 1 ELSE 2 END
    WHEN r.value_low < r.value_high THEN
        CASE WHEN s.value BETWEEN r.value_low AND r.value_high THEN 1 ELSE 2 END
    WHEN abs(r.value - s.value) < 1e-9 THEN 0
    WHEN abs(r.value - s.value) <= 1e-9 + {_ROUNDING} THEN 1
    ELSE 2
END
"""

_REPORTED = f"""
    SELECT
        o.*,
        a.name AS authority_name,
        m.label AS metric_label,
        d.doc,
        d.published_on,
        CASE WHEN o.role = 'national' THEN 'E92000001' ELSE o.authority END AS geography_code
    FROM {FACTS}
    WHERE o.role IN ('current', 'previous', 'national')
        AND o.scope IS NULL
        AND (o.role = 'national' OR o.authority IS NOT NULL)
        AND o.superseded_by IS NULL
        AND o.sample = {{samples}}
"""

# an authority's official values under the code that it had then; England's under England's
_OFFICIAL = """
    SELECT *, coalesce(authority, geography_code) AS place
    FROM official_statistics
    WHERE metric IS NOT NULL
        AND geographic_level IN ('local_authority', 'national')
        AND sample = {samples}
"""

_NEWEST = "s.published_on DESC NULLS LAST, s.vintage DESC, s.statistic_id"

OFFICIAL_VS_REPORTED = Query(
    "Each reported figure of a whole service (told as current or previous), and each told of England, beside the "
    "official one for the same place, metric and time. agreement: same; within_rounding (or inside a stated range or "
    "bound); differs; no_official_figure (official_status is the symbol that the department prints, if any). "
    "same_period is false where only the last day is the same (a count on a day against one of the year to it). Of "
    "several vintages the one that agrees best is shown, then the newest; newest_official_value is the newest's. "
    "nearest_ columns: the last official value that had ended by then, for any time. The department's definition may "
    "differ from the speaker's: read the sentence, and mind confidence.",
    f"""
SELECT
    r.authority_name, r.metric_label, r.unit, r.value AS reported_value, r.value_low AS reported_low,
    r.value_high AS reported_high, r.qualifier, r.role, r.as_of AS reported_as_of, r.as_of_basis,
    CASE s.rank WHEN 0 THEN 'same' WHEN 1 THEN 'within_rounding' WHEN 2 THEN 'differs' ELSE 'no_official_figure' END
        AS agreement,
    s.value AS official_value, s.status AS official_status, r.value - s.value AS difference,
    s.period_start AS official_period_start, s.period_end AS official_period_end, s.same_period,
    s.unit AS official_unit, s.dataset, s.indicator, s.vintage,
    s.newest_value AS newest_official_value, e.value AS nearest_official_value,
    e.period_start AS nearest_official_start, e.period_end AS nearest_official_end, r.conflict, r.confidence, r.quote,
    r.doc, r.title, r.publisher, r.url, r.published_on, s.url AS official_url, r.geography_code, r.authority, r.metric,
    r.observation_id, r.article_id, s.statistic_id
FROM ({_REPORTED}) AS r
LEFT JOIN (
    SELECT
        *,
        first_value(value) OVER (
            PARTITION BY observation_id
            ORDER BY same_period DESC, value IS NULL, published_on DESC NULLS LAST, vintage DESC, statistic_id
        ) AS newest_value,
        row_number() OVER (
            PARTITION BY observation_id
            ORDER BY same_period DESC, rank, published_on DESC NULLS LAST, vintage DESC, statistic_id
        ) AS number
    FROM (
        SELECT
            s.*,
            r.observation_id,
            coalesce(s.period_start = r.period_start, false) AS same_period,
            {_RANK} AS rank
        FROM ({_REPORTED}) AS r
        JOIN ({_OFFICIAL}) AS s
            ON s.place = r.geography_code AND s.metric = r.metric AND s.period_end = r.period_end
    )
) AS s ON s.observation_id = r.observation_id AND s.number = 1
LEFT JOIN (
    SELECT
        r.observation_id,
        s.value,
        s.period_start,
        s.period_end,
        row_number() OVER (PARTITION BY r.observation_id ORDER BY s.period_end DESC, {_NEWEST}) AS number
    FROM ({_REPORTED}) AS r
    JOIN ({_OFFICIAL}) AS s ON s.place = r.geography_code AND s.metric = r.metric AND s.period_end <= r.as_of
        AND s.value IS NOT NULL
) AS e ON e.observation_id = r.observation_id AND e.number = 1
ORDER BY authority_name, metric_label, reported_as_of, r.observation_id
""",
)
