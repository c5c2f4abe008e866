"""The flow ``nightly``: the stages of a run as Prefect tasks.

A task is one line round a stage. There are few of them and each takes seconds: a task costs tens of milliseconds and a
flow about a second. They hand each other paths; the tables lie on disk.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from prefect import flow, task
from prefect.artifacts import create_progress_artifact, create_table_artifact, update_progress_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import flow_run
from prefect.tasks import Task

from flows import stages
from flows.errors import TurnaroundError
from flows.intake import Pulled
from flows.job import HOME_ZONE, Job, make_job
from flows.layout import DEFAULT_OUTPUT
from flows.publish import Published, publish
from flows.reading import Work
from flows.run import Outcome, run, run_and_tell
from flows.summary import summary

HOUR = 3600
RETRY_SECONDS = [5.0, 30.0]
ARTIFACT_SECONDS = 5.0


def _may_pass(_task: Task[Any, Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether trying again can help: not where the input, the gate or another run says no."""
    error = state.result(raise_on_failure=False)
    return not isinstance(error, TurnaroundError)


@task(
    name="pull",
    cache_policy=NO_CACHE,
    timeout_seconds=HOUR,
    retries=2,
    retry_delay_seconds=RETRY_SECONDS,
    retry_condition_fn=_may_pass,
)
def pull_task(job: Job) -> list[Pulled]:
    """Take what the sources hold now into the raw store."""
    return stages.pull_sources(job)


@task(
    name="read",
    cache_policy=NO_CACHE,
    timeout_seconds=2 * HOUR,
    retries=1,
    retry_delay_seconds=RETRY_SECONDS[:1],
    retry_condition_fn=_may_pass,
)
def read_task(job: Job, works: Sequence[Work]) -> stages.Read:
    """Read one chunk of files into the cache; what a killed try had read is not read again."""
    progress = _Progress(len(works))
    read = stages.read_chunk(job, works, progress)
    progress.end(f"{read.texts} files, {read.characters:,} characters")
    return read


class _Progress:
    """The reading as a progress artifact, brought up to date every few seconds."""

    def __init__(self, total: int) -> None:
        self._told = time.monotonic()
        created = create_progress_artifact(progress=0.0, key="reading", description=f"{total} files to read")
        # outside an event loop the artifact is made before the call returns
        self._artifact = cast(UUID, created)

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() - self._told >= ARTIFACT_SECONDS:
            self._told = time.monotonic()
            update_progress_artifact(self._artifact, progress=100.0 * done / total)

    def end(self, description: str) -> None:
        update_progress_artifact(self._artifact, progress=100.0, description=description)


@task(name="build", cache_policy=NO_CACHE, timeout_seconds=HOUR)
def build_task(job: Job) -> stages.Built:
    """Make the tables."""
    return stages.build(job)


@task(name="validate", cache_policy=NO_CACHE, timeout_seconds=HOUR)
def validate_task(job: Job) -> stages.Validated:
    """Let the gate judge the tables."""
    return stages.validate(job)


@task(name="publish", cache_policy=NO_CACHE, timeout_seconds=HOUR)
def publish_task(job: Job) -> Published:
    """Write the release aside, check it, swap it in."""
    return publish(job)


@dataclass(frozen=True, slots=True)
class AsTasks:
    """The stages as tasks."""

    def pull(self, job: Job) -> list[Pulled]:
        """See ``stages.pull_sources``."""
        return pull_task(job)

    def read(self, job: Job, works: Sequence[Work]) -> stages.Read:
        """See ``stages.read_chunk``."""
        return read_task(job, works)

    def build(self, job: Job) -> stages.Built:
        """See ``stages.build``."""
        return build_task(job)

    def validate(self, job: Job) -> stages.Validated:
        """See ``stages.validate``."""
        return validate_task(job)

    def publish(self, job: Job) -> Published:
        """See ``publish.publish``."""
        return publish_task(job)


def _run_name() -> str:
    given = flow_run.parameters
    day = given.get("as_of") or datetime.now(HOME_ZONE).date()
    return f"{day}: {given.get('folder') or 'declared sources'} to {given.get('output')}"


@flow(name="nightly", flow_run_name=_run_name, timeout_seconds=6 * HOUR, validate_parameters=True)
def nightly(
    folder: str | None = None,
    output: str = str(DEFAULT_OUTPUT),
    as_of: str | None = None,
    statistics: str | None = None,
) -> Outcome:
    """Go from the sources to a release.

    The parameters are plain texts: a scheduled run gets them from the server, and must find their types without this
    module's imports.

    Args:
        folder: one folder of documents in place of the declared sources.
        output: the folder that holds releases and state.
        as_of: the day that the release is for, as YYYY-MM-DD; today in England where it is not given.
        statistics: with ``folder``, one folder of the department's open data files.
    """
    day = None if as_of is None else date.fromisoformat(as_of)
    documents, data_files = (None if given is None else Path(given) for given in (folder, statistics))
    job = make_job(documents, Path(output), day, datetime.now(UTC), data_files)
    outcome, seconds = run_and_tell(job, lambda: run(job, AsTasks()))
    table = [{"what": name, "figure": figure} for name, figure in summary(outcome, seconds)]
    create_table_artifact(table=table, key="nightly-result", description=f"Release {outcome.folder.name}")
    return outcome
