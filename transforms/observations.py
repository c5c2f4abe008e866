"""Stories, observations and the ends of changes, as SQL over the tables of a release."""

from __future__ import annotations


def statements() -> list[tuple[str, str]]:
    """Return the statements by name, in the order in which they run."""
    return [("stories", "UPDATE articles SET story_id = article_id")]
