"""The view of what is known of each authority."""

from __future__ import annotations

from transforms.sql.query import Query

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

QUERIES = {"coverage": _COVERAGE}
