"""The annotated sets: where they lie, what is in them, and a digest that says on which texts a figure was taken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from flows.accuracy.records import Level, Movement, annotated_level, annotated_movement
from flows.errors import WrongUseError

Row = TypeVar("Row", Level, Movement)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A folder of texts and the files that annotate them. Of a held-out set no text and no single error is shown."""

    name: str
    title: str
    texts: Path
    levels: Path
    movements: Path
    held_out: bool = False

    @property
    def is_there(self) -> bool:
        """Whether this checkout has the set (those beside the project may be missing)."""
        return self.levels.is_file() and self.movements.is_file()

    def documents(self) -> list[Path]:
        """The texts, every one of them annotated whole."""
        return sorted(self.texts.glob("*.txt"))

    def digest(self) -> str:
        """SHA-256 over names and bytes of the annotations, the texts and their meta files."""
        total = hashlib.sha256()
        for path in (self.levels, self.movements, *self.documents(), *sorted(self.texts.glob("*.meta.json"))):
            total.update(hashlib.sha256(path.name.encode("utf-8")).digest())
            total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def read_levels(self) -> dict[str, list[Level]]:
        """The annotated numbers by document, documents without any too."""
        return self._by_document(self.levels, annotated_level)

    def read_movements(self) -> dict[str, list[Movement]]:
        """The annotated movements by document, documents without any too."""
        return self._by_document(self.movements, annotated_movement)

    def _by_document(self, path: Path, parse: Callable[[dict[str, object]], Row]) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {text.name: [] for text in self.documents()}
        for number, row in _lines(path, parse):
            if row.doc not in found:
                raise WrongUseError(f"{path}, line {number}: there is no text {row.doc} in {self.texts}; name one")
            found[row.doc].append(row)
        return found


def _lines(path: Path, parse: Callable[[dict[str, object]], Row]) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, parse(json.loads(line))
        except KeyError as error:
            raise WrongUseError(
                f"{path}, line {number}: the field {error} is missing; see docs/annotation.md"
            ) from error
        except (ValueError, TypeError) as error:
            raise WrongUseError(f"{path}, line {number}: {error}; see docs/annotation.md") from error


def gold_sets(root: Path, shared: Path) -> tuple[GoldSet, ...]:
    """The sets of the project and those that may lie beside it in ``shared``, in the order in which they are shown."""
    golden = root / "tests" / "golden"
    gold = shared / "gold"
    return (
        _own("held_out", "Held-out texts of the project", golden / "held_out", held_out=True),
        _own("development", "Development texts of the project", golden / "development", held_out=False),
        GoldSet(
            "shared_dev",
            "Reports, news and papers beside the project",
            gold / "dev",
            gold / "dev.jsonl",
            gold / "changes_dev.jsonl",
        ),
        GoldSet(
            "shared_seeds",
            "The five articles that the project began from",
            shared / "seeds",
            gold / "seeds.jsonl",
            gold / "changes_seeds.jsonl",
        ),
    )


def _own(name: str, title: str, folder: Path, *, held_out: bool) -> GoldSet:
    return GoldSet(name, title, folder, folder / "gold.jsonl", folder / "changes.jsonl", held_out)
