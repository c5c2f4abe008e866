"""A whole run: the stages in order, under the output's lock, with its log and its status."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from flows import files, stages
from flows.changelog import Since
from flows.codelists import code_digest
from flows.errors import ReleaseRefusedError, TurnaroundError, machine_error
from flows.intake import Pulled
from flows.inventory import take_stock
from flows.job import Job
from flows.lock import hold
from flows.publish import Published, publish
from flows.reading import Work
from flows.records import dump
from flows.release import current_folder, manifest_of
from flows.status import log_path, open_log, write_status

log = logging.getLogger("turnaround.run")

# files per task: seconds of work each, so that an orchestrator's price per task does not matter
CHUNK = 500


class Steps(Protocol):
    """The stages as something runs them: plainly, or each as a task of an orchestrator."""

    def pull(self, job: Job) -> list[Pulled]:
        """See ``stages.pull_sources``."""

    def read(self, job: Job, works: Sequence[Work]) -> stages.Read:
        """See ``stages.read_chunk``."""

    def build(self, job: Job) -> stages.Built:
        """See ``stages.build``."""

    def validate(self, job: Job) -> stages.Validated:
        """See ``stages.validate``."""

    def publish(self, job: Job) -> Published:
        """See ``publish.publish``."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The stages as plain function calls."""

    progress: stages.Progress = stages.no_progress

    def pull(self, job: Job) -> list[Pulled]:
        """See ``stages.pull_sources``."""
        return stages.pull_sources(job)

    def read(self, job: Job, works: Sequence[Work]) -> stages.Read:
        """See ``stages.read_chunk``."""
        return stages.read_chunk(job, works, self.progress)

    def build(self, job: Job) -> stages.Built:
        """See ``stages.build``."""
        return stages.build(job)

    def validate(self, job: Job) -> stages.Validated:
        """See ``stages.validate``."""
        return stages.validate(job)

    def publish(self, job: Job) -> Published:
        """See ``publish.publish``."""
        return publish(job)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. ``validated`` and ``texts_read`` are of this run; None and 0 where nothing was new.

    ``since`` is what a new release has otherwise than the one before it.
    """

    folder: Path
    new: bool
    pulled: list[Pulled]
    texts_read: int
    characters_read: int
    accounts: dict[str, int]
    passed_over: dict[str, dict[str, int]]
    rows: dict[str, int]
    validated: stages.Validated | None
    since: Since | None = None


def run(job: Job, steps: Steps) -> Outcome:
    """Go from the sources to a release.

    Raises:
        ReleaseRefusedError: the gate refused it.
        TurnaroundError: another reason; the message says which.
    """
    pulled = steps.pull(job)
    for one in pulled:
        log.info("%s: %d documents, %d new, %d changed, %d gone", one.source, one.seen, one.new, one.changed, one.gone)
        if one.gone > one.seen:
            log.warning("%s: most of its documents are gone: is the folder complete?", one.source)
        if one.ignored:
            log.info("%s: %d other files ignored: %s", one.source, len(one.ignored), _few(one.ignored))
    inputs = inputs_digest(job)
    folder = _made_of(job, inputs)
    if folder is not None:
        manifest = manifest_of(folder)
        rows = {name: table["rows"] for name, table in manifest["tables"].items()}
        return Outcome(folder, False, pulled, 0, 0, manifest["accounts"], manifest["passed_over"], rows, None)
    works = stages.unread(job)
    texts = characters = 0
    for start in range(0, len(works), CHUNK):
        read = steps.read(job, works[start : start + CHUNK])
        texts, characters = texts + read.texts, characters + read.characters
    built = steps.build(job)
    validated = steps.validate(job)
    for warning in validated.warnings:
        log.warning("%s", warning)
    if validated.refused is not None:
        raise ReleaseRefusedError(f"{validated.refused} (see {job.layout.validation_page})")
    published = steps.publish(job)
    files.write_json(_inputs_file(job), {"inputs": inputs, "release": published.folder.name})
    accounts = built.figures()
    return Outcome(
        published.folder,
        published.new,
        pulled,
        texts,
        characters,
        accounts,
        built.passed_over,
        dict(published.rows),
        validated,
        published.since,
    )


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (", …" if len(names) > 5 else "")


def inputs_digest(job: Job) -> str:
    """Return a digest of all that a release is a function of: store, sources, codelists, code, as-of date."""
    enabled = {source.id for source in job.sources if source.enabled}
    documents = [asdict(document) for document in take_stock(job.store.events(), enabled)]
    sources = [{**asdict(source), "path": None} for source in job.sources]
    known = dump([job.as_of.isoformat(), code_digest(), sources, documents])
    return files.sha256(known.encode("utf-8"))


def _inputs_file(job: Job) -> Path:
    return job.layout.state / "published.json"


def _made_of(job: Job, inputs: str) -> Path | None:
    """Return the latest release where it was made of these inputs and is whole."""
    known, latest = files.read_json(_inputs_file(job)), current_folder(job.layout)
    if known is None or latest is None or known.get("inputs") != inputs or known.get("release") != latest.name:
        return None
    sizes = {name: facts["bytes"] for name, facts in manifest_of(latest)["files"].items()}
    whole = all((latest / name).is_file() and (latest / name).stat().st_size == size for name, size in sizes.items())
    return latest if whole else None


def _is_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


@contextmanager
def held(job: Job) -> Iterator[None]:
    """Hold the output, and log to its state, while the block runs.

    Raises:
        OutputBusyError: another run holds it.
    """
    logger = logging.getLogger("turnaround")
    with hold(job.layout.lock, f"the output {job.layout.output}"):
        handler = open_log(job.layout, job.moment.at)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        # it tells of each temporary folder, whatever the level of its parents
        logging.getLogger("great_expectations.data_context.types.base").addFilter(_is_warning)
        try:
            yield
        finally:
            logger.removeHandler(handler)
            handler.close()


def run_and_tell(job: Job, work: Callable[[], Outcome]) -> tuple[Outcome, float]:
    """Run ``work`` under the output's lock, note the outcome in the status, and return it with its seconds.

    Raises:
        TurnaroundError: as ``run``; noted in the status too.
    """
    started = time.monotonic()
    with held(job):
        try:
            outcome = work()
        except (TurnaroundError, OSError) as error:
            told = machine_error(error) if isinstance(error, OSError) else error
            log.error("%s", told)
            _note(job, started, {"outcome": "failed", "exit_code": told.exit_code, "reason": str(told)})
            raise told from error
        except Exception as error:
            # whoever watches the night must learn of a fault that nobody foresaw; it goes on to the caller
            log.exception("the run failed")
            _note(job, started, {"outcome": "failed", "exit_code": 1, "reason": f"{type(error).__name__}: {error}"})
            raise
        _note(job, started, _record(outcome))
    return outcome, time.monotonic() - started


def _record(outcome: Outcome) -> dict[str, Any]:
    record = asdict(outcome)
    folder = record.pop("folder")
    return {"outcome": "published" if outcome.new else "nothing new", "exit_code": 0, "release": folder.name, **record}


def _note(job: Job, started: float, record: dict[str, Any]) -> None:
    when = {
        "started_at": job.moment.at.isoformat(),
        "seconds": round(time.monotonic() - started, 3),
        "as_of": job.as_of.isoformat(),
        "log": str(log_path(job.layout, job.moment.at).relative_to(job.layout.output)),
    }
    write_status(job.layout, {**when, **record})
