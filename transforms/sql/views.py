"""The views for people: what each shows, and how it is created and commented.

They are written in SQL that DuckDB 1.1.3 reads too. Every join to a name or a document is an outer one, so that a view
never loses a row to a missing name. A view with ``{samples}`` shows rows of that kind only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.sql import view_corrections, views_authorities, views_figures, views_inspections

_QUERIES = {
    **views_figures.QUERIES,
    **view_corrections.QUERIES,
    **views_authorities.QUERIES,
    **views_inspections.QUERIES,
}

# in the order in which a reader meets them
_NAMES = (
    "latest",
    "latest_judgements",
    "official_vs_reported",
    "conflicts",
    "corrections",
    "coverage",
    "inspection_pairs",
    "authority_timeline",
)


@dataclass(frozen=True, slots=True)
class View:
    """A view for people: its name, what a reader must know of it, and its query."""

    name: str
    description: str
    query: str

    def create(self) -> str:
        """Return the statement that creates the view."""
        return f'CREATE OR REPLACE VIEW "{self.name}" AS {self.query}'

    def comment_on(self, as_of: date, sample_only: bool) -> str:
        """Return the statement that comments the view: its description, the day and what became of the samples."""
        kept = (
            "SAMPLES ONLY: this release holds nothing but samples written for the project, with invented figures."
            if sample_only
            else "Samples are left out."
        )
        comment = f"{self.description} As of {as_of.isoformat()}. {kept}".replace("'", "''")
        return f"COMMENT ON VIEW \"{self.name}\" IS '{comment}'"


def views(confidence: float, sample_only: bool) -> list[View]:
    """Return the views of a release.

    Args:
        confidence: least confidence (0 to 1) of a fact in the headline views.
        sample_only: whether the views show samples, as a release that holds nothing else needs; else they show none.
    """
    samples = "true" if sample_only else "false"
    return [
        View(
            name,
            _QUERIES[name].description.format(confidence=confidence),
            _QUERIES[name].sql.format(confidence=confidence, samples=samples),
        )
        for name in _NAMES
    ]
