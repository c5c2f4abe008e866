"""The stages of a run as plain functions, in order: pull, read, build, validate, publish.

Each leaves what it made on disk below the output's state, so that the next can run in another process. Prefect, the
command line and the tests call these same functions.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from flows import files
from flows.archives.marks import counted
from flows.archives.sifting import TAKEN
from flows.archives.warc import marks_folder
from flows.assemble import AccountingError, Accounts, assemble, reject_rows
from flows.cache import open_cache
from flows.codelists import extraction_digest, load_codelists, reading_digest
from flows.errors import WrongUseError
from flows.facts import View, derive
from flows.inventory import take_stock
from flows.job import Job, save_job
from flows.plan import Contents, take_contents, to_read
from flows.pool import do_all
from flows.pull import Pulled, pull
from flows.reading import Work
from flows.reference import authority_rows, metric_rows, source_rows
from flows.release import current_manifest
from flows.sources import Source
from flows.statistics import StatisticsAccounts, statistics_rows
from flows.tables import load, save, to_arrow
from flows.validate import INPUT_TABLES, Check, ValidationContext, ValidationResult, validate_inputs, validate_release
from flows.validation_page import render_validation_page

log = logging.getLogger("turnaround.stages")

Progress = Callable[[int, int], None]


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Read:
    """How many texts were read, and their length."""

    texts: int
    characters: int


@dataclass(frozen=True, slots=True)
class Built:
    """What the build made of the store.

    ``passed_over`` counts by source and reason what of general news is no article: before it was taken and after it was
    read.
    """

    accounts: Accounts
    statistics: StatisticsAccounts
    passed_over: dict[str, dict[str, int]]

    def figures(self) -> dict[str, int]:
        """Return both accounts as one record."""
        return {**asdict(self.accounts), **asdict(self.statistics)}


@dataclass(frozen=True, slots=True)
class Validated:
    """What the gate says: ``refused`` is why there may be no release, in one line, or None."""

    checks: int
    passed: int
    warnings: tuple[str, ...]
    refused: str | None


def pull_sources(job: Job) -> list[Pulled]:
    """Take what the sources hold now into the raw store.

    Raises:
        WrongUseError: see ``flows.pull.pull``.
        OutputBusyError: another run writes the store.
    """
    _forget(job.layout.work)
    files.remove_parts(job.layout.texts)
    inside = [job.layout.output, job.store.root]
    pulled = pull(job.sources, job.store, job.moment, without=inside)
    save_job(job, pulled)
    return pulled


def _forget(work: Path) -> None:
    """Remove the marks of stages that ran before, so that no stage takes up what is out of date."""
    for mark in ("build.json", "validated.json"):
        (work / mark).unlink(missing_ok=True)


def contents_of(job: Job) -> Contents:
    """Return what the store holds for the sources of the job that are enabled."""
    sources = enabled_sources(job)
    return take_contents(take_stock(job.store.events(), sources), sources, job.store, job.as_of)


def enabled_sources(job: Job) -> dict[str, Source]:
    """Return the sources of the job that are enabled, by their ids."""
    return {source.id: source for source in job.sources if source.enabled}


def unread(job: Job) -> list[Work]:
    """Return the files that are still to be read."""
    with open_cache(job.layout.cache) as cache:
        return to_read(contents_of(job), job.store, job.layout.texts, cache)


def read_chunk(job: Job, works: Sequence[Work], progress: Progress = no_progress) -> Read:
    """Read files and extract their numbers into the cache, piece by piece."""
    characters = done = 0
    with open_cache(job.layout.cache) as cache:
        for piece in do_all(works):
            cache.put([entry for one in piece for entry in one.entries])
            characters += sum(one.characters for one in piece)
            done += len(piece)
            progress(done, len(works))
    return Read(len(works), characters)


def build(job: Job) -> Built:
    """Make the tables of what was read.

    Raises:
        AccountingError: documents or numbers do not add up.
        WrongUseError: a file of the store was not read yet.
    """
    _forget(job.layout.work)
    sources = enabled_sources(job)
    documents = take_stock(job.store.events(), sources)
    with open_cache(job.layout.cache) as cache:
        contents = take_contents(documents, sources, job.store, job.as_of)
        if to_read(contents, job.store, job.layout.texts, cache):
            raise WrongUseError(
                f"{job.layout.output}: files are still to be read, or the code changed meanwhile; run again"
            )
        rows = assemble(contents, cache)
        cache.forget_except([reading_digest(), extraction_digest()])
    official = statistics_rows(documents, sources, job.store, job.as_of)
    samples = any(source.sample and source.enabled for source in job.sources)
    codelists = load_codelists()
    tables = {
        "authorities": to_arrow("authorities", authority_rows(codelists, samples)),
        "metrics": to_arrow("metrics", metric_rows(codelists)),
        "sources": to_arrow("sources", source_rows(job.sources)),
        "articles": to_arrow("articles", rows.articles),
        "mentions": to_arrow("mentions", rows.mentions),
        "changes": to_arrow("changes", rows.changes),
        "inspections": to_arrow("inspections", rows.inspections),
        "judgements": to_arrow("judgements", rows.judgements),
        "events": to_arrow("events", rows.events),
        "official_statistics": to_arrow("official_statistics", official.rows),
        "rejects": to_arrow("rejects", [*rows.rejects, *reject_rows(official.refusals)]),
    }
    save(job.layout.work / "built", tables)
    built = Built(rows.accounts, official.accounts, passed_over(job, rows.irrelevant))
    record = {"accounts": built.figures(), "passed_over": built.passed_over}
    files.write_json(job.layout.work / "build.json", record)
    return built


def passed_over(job: Job, irrelevant: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Return what was passed over, by source and reason: records of archives in the pull, and texts when read."""
    told = {}
    for source in job.sources:
        sifted = counted(marks_folder(job.store.root, source.id)) if source.enabled else {}
        sifted.pop(TAKEN, None)
        if counts := {**sifted, **irrelevant.get(source.id, {})}:
            told[source.id] = dict(sorted(counts.items()))
    return told


def validate(job: Job) -> Validated:
    """Let the gate judge the tables: bad rows go to rejects, facts are derived from the rest, and all is judged again.

    Raises:
        WrongUseError: there is no build.
        AccountingError: a row is neither kept nor in rejects.
    """
    (job.layout.work / "validated.json").unlink(missing_ok=True)
    record = files.read_json(job.layout.work / "build.json")
    if record is None:
        raise WrongUseError(f"{job.layout.output}: nothing is built; run `turnaround build` first")
    built = load(job.layout.work / "built", INPUT_TABLES)
    context = ValidationContext(as_of=job.as_of, previous_counts=_previous_counts(job))
    inputs = validate_inputs(built, context)
    views: list[View] = []
    result = inputs
    if inputs.refused is None:
        derived, views = derive(inputs.tables, job.as_of)
        result = validate_release(derived, context)
    checks = _merged(inputs, result)
    whole = ValidationResult(result.tables, result.rejects, checks, result.refused)
    files.write_text(job.layout.validation_page, render_validation_page(whole, f"Release of {job.as_of:%-d %B %Y}"))
    if whole.refused is None:
        _account(built, whole.tables)
        save(job.layout.work / "validated", whole.tables)
    answer = Validated(
        checks=len(checks),
        passed=sum(check.ok for check in checks),
        warnings=tuple(_told(check) for check in checks if check.level == "warning" and not check.ok),
        refused=whole.refused,
    )
    seen = {
        **asdict(answer),
        "accounts": record["accounts"],
        "passed_over": record["passed_over"],
        "views": [view.record() for view in views],
    }
    files.write_json(job.layout.work / "validated.json", seen)
    return answer


def _previous_counts(job: Job) -> dict[str, dict[str, int]] | None:
    manifest = current_manifest(job.layout)
    if manifest is None:
        return None
    enabled = {source.id for source in job.sources if source.enabled}
    return {source: rows for source, rows in manifest["rows_by_source"].items() if source in enabled}


def _merged(inputs: ValidationResult, release: ValidationResult) -> tuple[Check, ...]:
    """Join the checks of both passes: of a check made twice the one that found more counts."""
    checks = {(check.table, check.rule): check for check in inputs.checks}
    for check in release.checks:
        known = checks.get((check.table, check.rule))
        if known is None or known.failed <= check.failed:
            checks[check.table, check.rule] = check
    return tuple(checks.values())


def _told(check: Check) -> str:
    return f"{check.table}: {check.description}: {check.detail or f'{check.failed} of {check.checked} rows'}"


def _account(built: Mapping[str, pa.Table], kept: Mapping[str, pa.Table]) -> None:
    """See that every row that was built is kept or is in rejects."""
    rejected: dict[str, int] = {}
    for table in kept["rejects"].column("table").to_pylist():
        rejected[table] = rejected.get(table, 0) + 1
    for name in ("articles", "mentions", "changes", "inspections", "judgements", "events", "official_statistics"):
        before, after, refused = built[name].num_rows, kept[name].num_rows, rejected.get(name, 0)
        if before != after + refused:
            raise AccountingError(
                f"{name}: {before} rows built, but {after} kept + {refused} rejected = {after + refused}; "
                "a fault of the pipeline: report it"
            )
