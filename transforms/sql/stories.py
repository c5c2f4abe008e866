"""Stories: which documents tell the same.

Documents are one story where a version of one has the same text as a version of the other or nearly the same (column
near_copies), or where both state exactly the same figures in the same sentences. Versions of one document are one story
whatever changed between them, so that an update leaves the ids of what it did not touch. A sample never shares a story
with a real document.
"""

from __future__ import annotations

SHARED_QUOTES = 3
"""Distinct sentences that two documents must share to be copies: fewer can agree by chance, as two short notices do."""

# a document is known by the lowest id of its versions
CREATE_VERSIONS = """
CREATE OR REPLACE TEMP TABLE versions AS
SELECT
    article_id,
    min(article_id) OVER (PARTITION BY source_id, doc) AS document,
    sample,
    text_sha256,
    near_copies,
    published_on
FROM articles
"""

# the whole set of stated figures with their sentences, as one text; copies have it letter for letter
CREATE_TOLD = """
CREATE OR REPLACE TEMP TABLE told AS
SELECT
    article_id,
    canonical(list_sort(list_distinct(list(figure)))) AS figures,
    count(DISTINCT sentence) AS sentences
FROM (
    SELECT
        article_id,
        folded(quote) AS sentence,
        canonical([
            metric, authority, CAST(value_low AS VARCHAR), CAST(value_high AS VARCHAR), folded(quote)
        ]) AS figure
    FROM mentions
)
GROUP BY article_id
"""

# each document beside the first of the documents with the same text, and beside the first with the same figures
CREATE_STORY_LINKS = f"""
CREATE OR REPLACE TEMP TABLE story_links AS
WITH marks AS (
    SELECT document, canonical(['text', CAST(sample AS VARCHAR), text_sha256]) AS mark
    FROM versions
    UNION
    SELECT document, canonical(['near copies', CAST(sample AS VARCHAR), near_copies]) AS mark
    FROM versions
    WHERE near_copies IS NOT NULL
    UNION
    SELECT document, canonical(['figures', CAST(sample AS VARCHAR), figures]) AS mark
    FROM versions JOIN told USING (article_id)
    WHERE sentences >= {SHARED_QUOTES}
)
SELECT DISTINCT document, min(document) OVER (PARTITION BY mark) AS copy
FROM marks
"""

# links are followed in both directions: a copy of a copy tells the same story
CREATE_STORIES = """
CREATE OR REPLACE TEMP TABLE stories AS
WITH RECURSIVE steps AS (
    SELECT document AS here, copy AS there FROM story_links
    UNION
    SELECT copy, document FROM story_links
), reached AS (
    SELECT here, there FROM steps
    UNION
    SELECT reached.here, steps.there FROM reached JOIN steps ON steps.here = reached.there
), told_together AS (
    SELECT here AS document, min(there) AS story FROM reached GROUP BY here
)
SELECT
    article_id,
    first_value(article_id) OVER (
        PARTITION BY story ORDER BY published_on NULLS LAST, article_id
    ) AS first_article_id
FROM versions JOIN told_together USING (document)
"""

FILL_STORY_IDS = """
UPDATE articles SET story_id = hashed('s', [first_article_id])
FROM stories
WHERE stories.article_id = articles.article_id
"""
