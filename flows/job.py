"""A job: one output, the sources that feed it, the store that keeps what they gave, and the day it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from flows import files
from flows.codelists import for_real_sources, load_codelists
from flows.errors import WrongUseError
from flows.intake import Moment, Pulled
from flows.layout import DECLARED_STORE, SOURCES_FILE, Layout
from flows.sources import Source, folder_source, read_sources, statistics_source
from flows.store import RawStore

# "today" is the day in the country that the data is about
HOME_ZONE = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Job:
    """What a run is to do. ``moment`` is read from the clock once, at its start."""

    layout: Layout
    sources: tuple[Source, ...]
    store: RawStore
    moment: Moment

    @property
    def as_of(self) -> date:
        """The day that the release is for."""
        return self.moment.as_of


def make_job(
    folder: Path | None, output: Path, as_of: date | None, now: datetime, statistics: Path | None = None
) -> Job:
    """Make the job that the options ask for; ``now`` has a time zone.

    Raises:
        WrongUseError: a folder is missing, the declared sources are wrong, or only ``statistics`` is given.
    """
    layout = Layout(output)
    moment = Moment(as_of or now.astimezone(HOME_ZONE).date(), now)
    if folder is not None:
        sources = (folder_source(folder), *(() if statistics is None else (statistics_source(statistics),)))
        return Job(layout, sources, RawStore(layout.folder_store), moment)
    if statistics is not None:
        raise WrongUseError(
            f"--statistics {statistics}: goes with --folder; or declare a source of statistics in {SOURCES_FILE}"
        )
    authorities = for_real_sources(load_codelists()).by_gss
    return Job(layout, read_sources(SOURCES_FILE, authorities), RawStore(DECLARED_STORE), moment)


def save_job(job: Job, pulled: list[Pulled]) -> None:
    """Note for the stages after the pull what the job is."""
    files.write_json(
        _job_file(job.layout),
        {
            "as_of": job.as_of.isoformat(),
            "at": job.moment.at.isoformat(),
            "store": str(job.store.root.resolve()),
            "sources": [_source_record(source) for source in job.sources],
            "pulled": [asdict(one) for one in pulled],
        },
    )


def load_job(output: Path, as_of: date | None = None) -> tuple[Job, list[Pulled]]:
    """Return the job that was last pulled into ``output``, for ``as_of`` where that is given.

    Raises:
        WrongUseError: nothing was pulled yet.
    """
    layout = Layout(output)
    record = files.read_json(_job_file(layout))
    if record is None:
        raise WrongUseError(
            f"{output}: nothing was pulled into it yet; run `turnaround pull` first, or `turnaround run`"
        )
    day = as_of or date.fromisoformat(record["as_of"])
    moment = Moment(day, datetime.fromisoformat(record["at"]))
    sources = tuple(_source(fields) for fields in record["sources"])
    pulled = [Pulled(**one) for one in record["pulled"]]
    return Job(layout, sources, RawStore(Path(record["store"])), moment), pulled


def _job_file(layout: Layout) -> Path:
    return layout.work / "pull.json"


def _source_record(source: Source) -> dict[str, Any]:
    return {**asdict(source), "path": None if source.path is None else str(source.path.resolve())}


def _source(fields: Mapping[str, Any]) -> Source:
    return Source(**{**fields, "path": None if fields["path"] is None else Path(fields["path"])})
