"""Observations: the mentions of one story that state the same, as one fact.

A fact is what one story says of one authority, metric, time, role and scope, with its two bounds. "About 16" and "16"
have the same bounds and are one fact; 16 and 16.4 are two. The time is the stated period; without one it is the
publication, which is the story's own and so takes no part in the id. Predecessor and successor have different codes
and are never joined.
"""

from __future__ import annotations

# what feeds observations, with all that tells facts apart but the time
CREATE_STATED = """
CREATE OR REPLACE TEMP TABLE stated AS
SELECT
    m.*,
    s.first_article_id,
    a.story_id,
    a.published_on,
    canonical([
        s.first_article_id, m.authority, m.metric, m.role, scope_key(m.scope),
        CAST(m.value_low AS VARCHAR), CAST(m.value_high AS VARCHAR)
    ]) AS claim,
    m.period_start IS NOT NULL OR m.period_end IS NOT NULL AS dated,
    coalesce(folded(m.quote) = folded(a.title), false) AS headline
FROM mentions AS m
JOIN articles AS a USING (article_id)
JOIN stories AS s USING (article_id)
WHERE a.newest
"""

# "Caseloads fall to 16" above "fell to 16 at 30 September": a mention silent on time means the one time that the story
# gives for that figure. A "now" or "currently" is not silent, and two times leave it open: then it stays by itself.
CREATE_TIMED = """
CREATE OR REPLACE TEMP TABLE timed AS
WITH only_time AS (
    SELECT claim, min(period_start) AS the_start, min(period_end) AS the_end
    FROM stated
    WHERE dated
    GROUP BY claim
    HAVING count(DISTINCT canonical([CAST(period_start AS VARCHAR), CAST(period_end AS VARCHAR)])) = 1
)
SELECT
    stated.* REPLACE (
        coalesce(period_start, the_start) AS period_start,
        coalesce(period_end, the_end) AS period_end
    ),
    only_time.claim IS NOT NULL AS takes_time
FROM stated
LEFT JOIN only_time ON only_time.claim = stated.claim AND NOT stated.dated AND stated.period_text IS NULL
"""

# the mention that stands for a fact says its time itself if any does, is the surest, and rather prose than headline
CREATE_MENTION_FACTS = """
CREATE OR REPLACE TEMP TABLE mention_facts AS
WITH identified AS (
    SELECT
        *,
        hashed('o', [
            first_article_id, authority, metric, CAST(period_start AS VARCHAR), CAST(period_end AS VARCHAR), role,
            scope_key(scope), CAST(value_low AS VARCHAR), CAST(value_high AS VARCHAR)
        ]) AS observation_id
    FROM timed
)
SELECT
    *,
    row_number() OVER (
        PARTITION BY observation_id
        ORDER BY
            takes_time, confidence DESC, headline, qualifier <> 'exact', published_on NULLS LAST, article_id,
            char_start, mention_id
    ) AS rank
FROM identified
"""

EMPTY_OBSERVATIONS = "DELETE FROM observations"

FILL_OBSERVATIONS = """
INSERT INTO observations BY NAME
WITH counted AS (
    SELECT
        observation_id,
        count(*) AS n_mentions,
        count(DISTINCT article_id) AS n_articles,
        min(published_on) AS first_published_on,
        max(published_on) AS last_published_on,
        max(confidence) AS confidence
    FROM mention_facts
    GROUP BY observation_id
), facts AS (
    SELECT
        f.* REPLACE (c.confidence AS confidence),
        c.n_mentions, c.n_articles, c.first_published_on, c.last_published_on,
        coalesce(f.period_end, c.first_published_on) AS fact_as_of,
        CASE
            WHEN f.period_end IS NOT NULL THEN 'period_end'
            WHEN c.first_published_on IS NOT NULL THEN 'published_on'
        END AS fact_as_of_basis
    FROM mention_facts AS f
    JOIN counted AS c USING (observation_id)
    WHERE f.rank = 1
)
SELECT
    f.observation_id,
    hashed('f', [
        f.authority, f.metric, CAST(f.period_start AS VARCHAR), CAST(f.period_end AS VARCHAR),
        CAST(f.fact_as_of AS VARCHAR), f.role, scope_key(f.scope)
    ]) AS fact_key,
    f.story_id, f.authority, f.metric, f.period_start, f.period_end,
    f.fact_as_of AS as_of,
    f.fact_as_of_basis AS as_of_basis,
    f.role, f.scope, f.value, f.value_low, f.value_high, f.qualifier, f.unit, f.quote, f.mention_id, f.article_id,
    a.url, a.title, a.publisher,
    f.n_mentions, f.n_articles, f.first_published_on, f.last_published_on,
    f.confidence,
    false AS conflict,
    NULL AS superseded_by,
    f.sample
FROM facts AS f
JOIN articles AS a USING (article_id)
ORDER BY f.observation_id
"""

FILL_CHANGE_ENDS = """
UPDATE changes SET
    from_observation_id = (SELECT observation_id FROM mention_facts AS f WHERE f.mention_id = from_mention_id),
    to_observation_id = (SELECT observation_id FROM mention_facts AS f WHERE f.mention_id = to_mention_id)
"""
