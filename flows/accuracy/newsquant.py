"""The quantity layer on the NewsQuant benchmark, judged by the benchmark's own scorer, where both lie beside us."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from flows.accuracy.measure import cut
from flows.errors import MachineError
from transforms.quantities.newsquant import predictions

NAME = "newsquant"
_ALL = 10_000
_FIGURES = {"value": "value", "value+unit": "value_unit", "value+change": "value_change"}


@dataclass(frozen=True, slots=True)
class NewsQuant:
    """The benchmark's folder."""

    folder: Path

    @property
    def name(self) -> str:
        """What the floors and the page call it."""
        return NAME

    @property
    def is_there(self) -> bool:
        """Whether this checkout has the benchmark."""
        return all(path.is_file() for path in self._files())

    def _files(self) -> tuple[Path, ...]:
        return tuple(self.folder / name for name in ("newsquant_dev.json", "newsquant.py", "units.py"))

    def digest(self) -> str:
        """SHA-256 over the sentences and the scorer."""
        total = hashlib.sha256()
        for path in self._files():
            total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def figures(self) -> dict[str, float]:
        """F1 of values, of values with units, of values with changes (one-to-one matching, in shares of one).

        Raises:
            MachineError: the scorer failed.
        """
        scores = json.loads(self._scored("--json"))["strict"]
        return {ours: cut(scores[theirs]["F1"] / 100) for theirs, ours in _FIGURES.items()}

    def errors(self) -> str:
        """What the scorer prints of every sentence in which a value is wrong.

        Raises:
            MachineError: the scorer failed.
        """
        return self._scored("--errors", str(_ALL))

    def _scored(self, *options: str) -> str:
        sentences, scorer, _ = self._files()
        predicted = [predictions(item["text"]) for item in json.loads(sentences.read_bytes())]
        with tempfile.TemporaryDirectory() as folder:
            answer = Path(folder) / "predictions.json"
            answer.write_text(json.dumps(predicted), encoding="utf-8")
            command = [sys.executable, str(scorer), str(sentences), str(answer), "--mode", "strict", *options]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise MachineError(f"{scorer} failed: {done.stderr.strip()[-300:]}; run it by hand to see why")
        return done.stdout
