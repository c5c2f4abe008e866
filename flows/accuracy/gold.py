"""The annotated sets: where they lie, what is in them, and a digest that says on which texts a figure was taken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.accuracy.records import Happening, Level, Movement, Row
from flows.accuracy.rows import annotated_event, annotated_level, annotated_movement
from flows.errors import WrongUseError

EVENTS = "events.jsonl"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A folder of texts and the files that annotate them. Of a held-out set no text and no single error is shown.

    ``levels`` and ``movements`` are None where only events are annotated. A set need not have its file of events.
    """

    name: str
    title: str
    texts: Path
    levels: Path | None
    movements: Path | None
    events: Path
    held_out: bool = False

    @property
    def is_there(self) -> bool:
        """Whether this checkout has the set (those beside the project may be missing)."""
        asked = [path for path in (self.levels, self.movements) if path is not None] or [self.events]
        return all(path.is_file() for path in asked)

    def documents(self) -> list[Path]:
        """The texts, every one of them annotated whole."""
        return sorted(self.texts.glob("*.txt"))

    def digest(self) -> str:
        """SHA-256 over names and bytes of the annotations, the texts and their meta files."""
        total = hashlib.sha256()
        for path in (*self._annotations(), *self.documents(), *sorted(self.texts.glob("*.meta.json"))):
            total.update(hashlib.sha256(path.name.encode("utf-8")).digest())
            total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def read_levels(self) -> dict[str, list[Level]]:
        """The annotated numbers by document, documents without any too; empty where numbers are not annotated."""
        return self._by_document(self.levels, annotated_level)

    def read_movements(self) -> dict[str, list[Movement]]:
        """The annotated movements by document, documents without any too; empty where they are not annotated."""
        return self._by_document(self.movements, annotated_movement)

    def read_events(self) -> dict[str, list[Happening]]:
        """The annotated events by document, documents without any too; empty where events are not annotated."""
        return self._by_document(self.events, annotated_event)

    def _annotations(self) -> list[Path]:
        return [path for path in (self.levels, self.movements, self.events) if path is not None and path.is_file()]

    def _by_document(self, path: Path | None, parse: Callable[[dict[str, object]], Row]) -> dict[str, list[Row]]:
        if path is None or path not in self._annotations():
            return {}
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
        _of_events("events_held_out", "Held-out texts rich in events", golden / "events_held_out", held_out=True),
        _of_events("events", "Development texts rich in events", golden / "events", held_out=False),
        _beside("shared_dev", "Reports, news and papers beside the project", gold / "dev", gold, "dev"),
        _beside("shared_seeds", "The five articles that the project began from", shared / "seeds", gold, "seeds"),
    )


def _own(name: str, title: str, folder: Path, *, held_out: bool) -> GoldSet:
    return GoldSet(name, title, folder, folder / "gold.jsonl", folder / "changes.jsonl", folder / EVENTS, held_out)


def _of_events(name: str, title: str, folder: Path, *, held_out: bool) -> GoldSet:
    return GoldSet(name, title, folder, None, None, folder / EVENTS, held_out)


def _beside(name: str, title: str, texts: Path, gold: Path, stem: str) -> GoldSet:
    return GoldSet(
        name, title, texts, gold / f"{stem}.jsonl", gold / f"changes_{stem}.jsonl", gold / f"events_{stem}.jsonl"
    )
