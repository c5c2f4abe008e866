"""Conflicts: facts that share a fact_key and cannot both be true as they are stated.

A stated number stands for an interval: what was said with "about" reaches 10 % to both sides, a bound to infinity, and
a number printed to fewer places half a unit of its last one ("16" and "16.4", "£6m" and "£6.2m" agree; "16" and "17"
do not, nor do 300 and 299 children). Facts whose intervals are apart contradict each other, and all of them stay. A
sample contradicts samples only.

Only a fact with a subject and a date can be contradicted: the authority is known, or the number is England's; and a
period is stated, or the number is told as holding now ("previous" and "target" without a period hold at no known time).
"""

from __future__ import annotations

ABOUT = 0.1
"""How far the truth may lie from a number given with "about" or "nearly", as a share of that number."""

ROUNDING = 0.49
"""How far the truth may lie from a printed number, in units of its last place; below a half, so that 16 is not 17."""

# unit of the last printed place: "£6.2m" 100000, "16.4" 0.1, "300 children" and "a third" (33.3 %) 1
CREATE_LAST_PLACE = r"""
CREATE OR REPLACE TEMP MACRO last_place(printed) AS
    CASE
        WHEN regexp_matches(lower(printed), '\d ?(bn|billion)\b') THEN 1e9
        WHEN regexp_matches(lower(printed), '\d ?(m|mn|million)\b') THEN 1e6
        WHEN regexp_matches(lower(printed), '\d ?(k|thousand)\b') THEN 1e3
        ELSE 1
    END / power(10, length(regexp_extract(printed, '\d\.(\d+)', 1)))
"""

MARK_CONFLICTS = f"""
UPDATE observations SET conflict = true
FROM (
    WITH meant AS (
        SELECT
            o.observation_id,
            o.fact_key,
            o.sample,
            CASE
                WHEN o.qualifier IN ('approximately', 'nearly') THEN o.value - {ABOUT} * o.value
                WHEN o.qualifier = 'exact' THEN o.value - {ROUNDING} * place
                ELSE coalesce(o.value_low, CAST('-infinity' AS DOUBLE))
            END AS lowest,
            CASE
                WHEN o.qualifier = 'approximately' THEN o.value + {ABOUT} * o.value
                WHEN o.qualifier = 'exact' THEN o.value + {ROUNDING} * place
                ELSE coalesce(o.value_high, CAST('infinity' AS DOUBLE))
            END AS highest
        FROM (
            SELECT observations.*, last_place(mentions.surface) AS place
            FROM observations JOIN mentions USING (mention_id)
        ) AS o
        WHERE (o.authority IS NOT NULL OR o.role = 'national')
            AND (o.period_end IS NOT NULL OR (o.as_of IS NOT NULL AND o.role IN ('current', 'national')))
    )
    SELECT
        observation_id,
        max(lowest) OVER (PARTITION BY fact_key, sample) > highest
            OR min(highest) OVER (PARTITION BY fact_key, sample) < lowest AS contradicted
    FROM meant
) AS compared
WHERE compared.observation_id = observations.observation_id AND compared.contradicted
"""
