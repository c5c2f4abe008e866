"""Stories, observations, the ends of changes and the views for people, as SQL over the tables of a release.

All of it is rebuilt in full on every release, which is what makes late copies and corrections come out right. This
module only says what to run; ``flows`` runs it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from transforms.sql import canonical, conflicts, facts, stories, views

HEADLINE_CONFIDENCE = 0.95
"""Least confidence of a fact that a headline view shows; the others stay in ``observations``."""


class Statement(NamedTuple):
    """One SQL statement and what it is called in the log."""

    name: str
    sql: str


_REBUILD = (
    Statement("canonical", canonical.CREATE_CANONICAL),
    Statement("hashed", canonical.CREATE_HASHED),
    Statement("folded", canonical.CREATE_FOLDED),
    Statement("scope_key", canonical.CREATE_SCOPE_KEY),
    Statement("versions", stories.CREATE_VERSIONS),
    Statement("told", stories.CREATE_TOLD),
    Statement("story_links", stories.CREATE_STORY_LINKS),
    Statement("stories", stories.CREATE_STORIES),
    Statement("story_ids", stories.FILL_STORY_IDS),
    Statement("stated", facts.CREATE_STATED),
    Statement("timed", facts.CREATE_TIMED),
    Statement("mention_facts", facts.CREATE_MENTION_FACTS),
    Statement("empty_observations", facts.EMPTY_OBSERVATIONS),
    Statement("observations", facts.FILL_OBSERVATIONS),
    Statement("last_place", conflicts.CREATE_LAST_PLACE),
    Statement("mark_conflicts", conflicts.MARK_CONFLICTS),
    Statement("change_ends", facts.FILL_CHANGE_ENDS),
)


def statements(as_of: date, sample_only: bool) -> list[Statement]:
    """Return the statements in the order in which they run.

    They run on a connection with all declared tables: ``articles``, ``mentions`` and ``changes`` filled but for what
    is derived, ``authorities``, ``metrics`` and whatever else there is filled in full. Afterwards ``story_id``,
    ``observations`` and the observation ids of ``changes`` are filled and the views exist; macros and tables that they
    need on the way are temporary.

    Args:
        as_of: day that the release is for, named in the comments of the views.
        sample_only: whether the release holds samples and nothing else; then the views show them, and say so.
            Otherwise the views leave samples out.
    """
    shown = [
        statement
        for view in views.views(HEADLINE_CONFIDENCE, sample_only)
        for statement in (
            Statement(view.name, view.create()),
            Statement(f"{view.name}_comment", view.comment_on(as_of, sample_only)),
        )
    ]
    return [*_REBUILD, *shown]
