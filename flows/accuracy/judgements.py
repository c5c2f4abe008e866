"""The grades and facts read from Ofsted's reports, held against a reference table, where both lie beside us."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from flows.accuracy.cells import COLUMNS, Cell, cells_right, compare
from flows.accuracy.measure import cut, facts_of
from flows.codelists import for_real_sources, load_codelists
from flows.errors import WrongUseError
from transforms.codelists import Codelists
from transforms.model import InspectionReport, Reject
from transforms.ofsted import read_report
from transforms.reading import read_document

NAME = "judgements"
_FIGURE = "judgement_cells"


@dataclass(frozen=True, slots=True)
class Judgements:
    """The reference table, and the folder of the reports that its column ``doc`` names."""

    reference: Path
    reports: Path

    @property
    def name(self) -> str:
        """What the floors and the page call it."""
        return NAME

    @property
    def is_there(self) -> bool:
        """Whether this checkout has the table and the reports."""
        return self.reference.is_file() and self.reports.is_dir()

    def digest(self) -> str:
        """SHA-256 over the table and the reports that it names.

        Raises:
            WrongUseError: the table does not hold together, or a report is not there.
        """
        total = hashlib.sha256(self.reference.read_bytes())
        for doc in self.expected():
            total.update(hashlib.sha256(self._bytes(doc)).digest())
        return total.hexdigest()

    def figures(self) -> dict[str, float]:
        """The share of the cells that are right.

        Raises:
            WrongUseError: the table does not hold together, or a report is not there.
        """
        return {_FIGURE: cut(cells_right(self.cells()))}

    def errors(self) -> str:
        """Return a line for every cell that is not right."""
        wrong = [cell for cell in self.cells() if cell.outcome != "right"]
        return "".join(f"{cell.outcome.upper():8} {cell.doc} {cell.name}: {cell.said}\n" for cell in wrong)

    def expected(self) -> dict[str, list[dict[str, str]]]:
        """Return the lines of the table by document, in order of name.

        Raises:
            WrongUseError: the table has not the columns that it must have.
        """
        found: dict[str, list[dict[str, str]]] = {}
        with self.reference.open(encoding="utf-8", newline="") as lines:
            table = csv.DictReader(lines, restval="")
            if missing := set(COLUMNS) - set(table.fieldnames or ()):
                columns = ", ".join(sorted(missing))
                raise WrongUseError(f"{self.reference}: there is no column {columns}; take the table anew")
            for row in table:
                found.setdefault(row["doc"], []).append(row)
        return dict(sorted(found.items()))

    def cells(self) -> list[Cell]:
        """Read every report that the table names, and judge what was read.

        Raises:
            WrongUseError: the table does not hold together, or a report is not there.
        """
        codelists = for_real_sources(load_codelists())
        expected = self.expected()
        return [cell for doc, rows in expected.items() for cell in compare(doc, rows, self.read(doc, codelists))]

    def read(self, doc: str, codelists: Codelists) -> InspectionReport | None:
        """Read the report as a run does; a file that is no document gives nothing.

        Raises:
            WrongUseError: the report is not there.
        """
        document = read_document(self._bytes(doc), doc)
        if isinstance(document, Reject):
            return None
        facts = facts_of(self.reports / doc, document, codelists)
        return read_report(document.text, facts, codelists, document.page_starts)

    def _bytes(self, doc: str) -> bytes:
        try:
            return (self.reports / doc).read_bytes()
        except OSError as error:
            raise WrongUseError(f"{self.reference}: {self.reports / doc} cannot be read ({error.strerror})") from error
