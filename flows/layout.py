"""Where things lie below an output folder, and in the project for its declared sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_OUTPUT = Path("output")
SOURCES_FILE = Path("raw/sources.toml")
DECLARED_STORE = Path("raw/store")


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders and files of one output. Nothing is made before it is needed."""

    output: Path

    @property
    def releases(self) -> Path:
        """One folder per release, never changed once it is there."""
        return self.output / "releases"

    @property
    def latest(self) -> Path:
        """A link to the newest release."""
        return self.output / "latest"

    @property
    def state(self) -> Path:
        """What is kept between runs; can be rebuilt from the raw store."""
        return self.output / "state"

    @property
    def folder_store(self) -> Path:
        """The raw store of a run with --folder (declared sources have theirs in the project)."""
        return self.state / "store"

    @property
    def texts(self) -> Path:
        """Normalised texts by their SHA-256."""
        return self.state / "texts"

    @property
    def cache(self) -> Path:
        """What was read from which bytes, and extracted from which text, by which code."""
        return self.state / "cache.sqlite"

    @property
    def work(self) -> Path:
        """Tables between the stages of one run."""
        return self.state / "work"

    @property
    def logs(self) -> Path:
        """One log per run, JSON lines."""
        return self.state / "logs"

    @property
    def lock(self) -> Path:
        """Held by the run that writes this output."""
        return self.state / "lock"

    @property
    def status(self) -> Path:
        """What the last run did."""
        return self.state / "status.json"

    @property
    def validation_page(self) -> Path:
        """The page of the last validation, of a refused release too."""
        return self.state / "validation.html"

    @property
    def prefect_home(self) -> Path:
        """Prefect's own database and settings."""
        return self.state / "prefect"
