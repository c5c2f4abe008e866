"""Views of inspections and of what came of them: judgements side by side, the newest ones, each authority's story."""

from __future__ import annotations

from transforms.sql.query import FACTS, Query

TIMELINE_METRICS = (
    "caseload_per_social_worker",
    "vacancies",
    "vacancy_rate",
    "agency_workers",
    "agency_worker_rate",
)
"""The figures of the timeline: how many cases a social worker holds, and whether the posts are filled."""

# the day that an inspection is told by; a visit that is known by its number alone has that of the telling
_DAY = "coalesce(i.inspection_start, i.inspection_end, i.published_on, d.published_on)"

# the overall judgement first, then as printed
_PLACE = "CASE WHEN j.area = 'overall_effectiveness' THEN -1 ELSE j.char_start END"


def _link(url: str, page: str) -> str:
    """Return SQL for the address of a page of a PDF, of the document where no page is known."""
    return f"CASE WHEN {page} IS NULL THEN {url} ELSE {url} || '#page=' || CAST({page} AS VARCHAR) END"


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

_LATEST_JUDGEMENTS = Query(
    "Where each authority stands: the grades of its newest inspection by Ofsted, with sentence and link. inadequate "
    "says whether it was judged inadequate: by its overall effectiveness where that was judged, else (inspections from "
    "April 2026 give no overall grade) where any area was; inadequate_by says which, inadequate_areas names the areas. "
    "Reviews of a safeguarding board alone are left out.",
    f"""
SELECT
    a.name AS authority_name,
    p.overall_grade,
    p.inadequate,
    p.inadequate_by,
    p.inadequate_areas,
    p.day,
    p.grades,
    p.framework,
    p.kind,
    p.inspection_start,
    p.inspection_end,
    p.published_on,
    p.published_on_basis,
    p.lead_inspector,
    p.quote,
    p.title,
    {_link("p.url", "p.page")} AS link,
    p.doc,
    p.page,
    a.valid_to AS authority_ended,
    p.authority,
    p.inspection_id
FROM (
    SELECT
        i.authority,
        max(CASE WHEN j.area = 'overall_effectiveness' THEN j.grade END) AS overall_grade,
        CASE
            WHEN max(CASE WHEN j.area = 'overall_effectiveness' AND j.grade <> 'not_judged' THEN 1 END) = 1
                THEN max(CASE WHEN j.area = 'overall_effectiveness' AND j.grade = 'inadequate' THEN 1 ELSE 0 END) = 1
            ELSE max(CASE WHEN j.grade = 'inadequate' THEN 1 ELSE 0 END) = 1
        END AS inadequate,
        CASE
            WHEN max(CASE WHEN j.area = 'overall_effectiveness' AND j.grade <> 'not_judged' THEN 1 END) = 1
                THEN 'overall_effectiveness'
            ELSE 'any_area'
        END AS inadequate_by,
        string_agg(CASE WHEN j.grade = 'inadequate' THEN j.area END, ', ' ORDER BY {_PLACE}) AS inadequate_areas,
        string_agg(j.area || ': ' || j.grade, '; ' ORDER BY {_PLACE}) AS grades,
        any_value({_DAY}) AS day,
        any_value(i.framework) AS framework,
        any_value(i.kind) AS kind,
        any_value(i.inspection_start) AS inspection_start,
        any_value(i.inspection_end) AS inspection_end,
        any_value(i.published_on) AS published_on,
        any_value(i.published_on_basis) AS published_on_basis,
        any_value(i.lead_inspector) AS lead_inspector,
        arg_min(j.quote, {_PLACE}) AS quote,
        any_value(d.title) AS title,
        any_value(d.doc) AS doc,
        any_value(i.url) AS url,
        arg_min(j.page, {_PLACE}) AS page,
        i.inspection_id,
        row_number() OVER (
            PARTITION BY i.authority ORDER BY any_value({_DAY}) DESC NULLS LAST, i.inspection_id
        ) AS place
    FROM inspections AS i
    JOIN judgements AS j ON j.inspection_id = i.inspection_id AND j.area <> 'lscb'
    LEFT JOIN articles AS d ON d.article_id = i.article_id
    WHERE i.sample = {{samples}} AND i.framework <> 'LSCB_review'
    GROUP BY i.inspection_id, i.authority
) AS p
LEFT JOIN authorities AS a ON a.gss_code = p.authority
WHERE p.place = 1
ORDER BY authority_name, p.authority
""",
)

_AUTHORITY_TIMELINE = Query(
    "The story of each authority in order of time: inspections with their grades, visits, notices, directions, "
    "commissioners, trusts, money and reviews as told, and its figures of caseloads, vacancies and agency staff, each "
    "with sentence, link and day of publication. day is the first day, as_of the last, by which it is ordered. What "
    "several documents tell is one row (n_documents). Figures of any confidence are here; entries without a day come "
    "last. Other figures are in observations.",
    f"""
SELECT
    a.name AS authority_name, t.as_of, t.entry, t.kind, t.detail, t.value, t.unit, t.day, t.role, t.scope, t.qualifier,
    t.quote, t.title, t.link, t.doc, t.page, t.published_on, t.n_documents, t.confidence, t.authority, t.id
FROM (
    SELECT
        o.authority,
        coalesce(o.period_start, o.as_of) AS day,
        o.as_of,
        'figure' AS entry,
        o.metric AS kind,
        m.label AS detail,
        o.role,
        o.scope,
        o.value,
        o.qualifier,
        o.unit,
        o.quote,
        o.title,
        {_link("o.url", "n.page")} AS link,
        d.doc,
        n.page,
        d.published_on,
        o.n_articles AS n_documents,
        o.confidence,
        o.observation_id AS id
    FROM {FACTS}
    LEFT JOIN mentions AS n ON n.mention_id = o.mention_id
    WHERE o.authority IS NOT NULL
        AND o.metric IN ({", ".join(f"'{metric}'" for metric in TIMELINE_METRICS)})
        AND o.superseded_by IS NULL
        AND o.sample = {{samples}}
    UNION ALL
    SELECT
        i.authority,
        coalesce(i.inspection_start, i.inspection_end, i.published_on, d.published_on),
        coalesce(i.inspection_end, i.inspection_start, i.published_on, d.published_on),
        CASE WHEN i.kind IN ('monitoring_visit', 'focused_visit') THEN 'visit' ELSE 'inspection' END,
        i.kind,
        j.grades,
        NULL,
        NULL,
        CAST(i.number AS DOUBLE),
        NULL,
        NULL,
        coalesce(j.quote, e.quote),
        d.title,
        {_link("i.url", "coalesce(j.page, e.page)")},
        d.doc,
        coalesce(j.page, e.page),
        coalesce(i.published_on, d.published_on),
        i.n_documents,
        NULL,
        i.inspection_id
    FROM inspections AS i
    LEFT JOIN articles AS d ON d.article_id = i.article_id
    LEFT JOIN (
        SELECT
            inspection_id,
            string_agg(j.area || ': ' || j.grade, '; ' ORDER BY {_PLACE}) AS grades,
            arg_min(j.quote, {_PLACE}) AS quote,
            arg_min(j.page, {_PLACE}) AS page
        FROM judgements AS j
        GROUP BY inspection_id
    ) AS j ON j.inspection_id = i.inspection_id
    LEFT JOIN (
        SELECT inspection_id, article_id, arg_min(quote, char_start) AS quote, arg_min(page, char_start) AS page
        FROM events
        WHERE inspection_id IS NOT NULL
        GROUP BY inspection_id, article_id
    ) AS e ON e.inspection_id = i.inspection_id AND e.article_id = i.article_id
    WHERE i.sample = {{samples}}
    UNION ALL
    SELECT
        s.authority, s.date_start, coalesce(s.date_end, s.date_start), 'event', s.kind, s.detail, NULL, NULL,
        CAST(s.number AS DOUBLE), NULL, NULL, s.quote, s.title, s.link, s.doc, s.page,
        s.published_on, s.n_documents, s.confidence, s.event_id
    FROM (
        SELECT
            e.*,
            d.title,
            d.doc,
            d.published_on,
            {_link("d.url", "e.page")} AS link,
            row_number() OVER (
                PARTITION BY e.authority, e.kind, e.date_start, e.date_end, e.number, e.detail
                ORDER BY d.published_on NULLS LAST, e.event_id
            ) AS place,
            count(*) OVER (
                PARTITION BY e.authority, e.kind, e.date_start, e.date_end, e.number, e.detail
            ) AS n_documents
        FROM events AS e
        LEFT JOIN articles AS d ON d.article_id = e.article_id
        WHERE e.authority IS NOT NULL AND e.inspection_id IS NULL AND d.newest AND e.sample = {{samples}}
    ) AS s
    -- what has neither a day nor a number or detail may be another thing in each document
    WHERE s.place = 1 OR (s.date_start IS NULL AND s.number IS NULL AND s.detail IS NULL)
) AS t
LEFT JOIN authorities AS a ON a.gss_code = t.authority
ORDER BY authority_name, t.authority, t.as_of NULLS LAST, t.day, t.entry DESC, t.kind, t.id
""",
)

QUERIES = {
    "latest_judgements": _LATEST_JUDGEMENTS,
    "inspection_pairs": _INSPECTION_PAIRS,
    "authority_timeline": _AUTHORITY_TIMELINE,
}
