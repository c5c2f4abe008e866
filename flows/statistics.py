"""Official statistics: from the data files of the store to rows, with every file and every cell accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from operator import attrgetter

from flows.assemble import AccountingError, Row
from flows.codelists import for_real_sources, load_codelists
from flows.inventory import Document, Version
from flows.plan import Refusal, untaken
from flows.records import hashed
from flows.sources import Source
from flows.store import RawStore
from transforms.model import Reject
from transforms.statistics import DataFile, Issue, Statistic, parse_issue, read_statistics

_FIELDS = tuple(one.name for one in fields(Statistic))
# a hundred thousand records: dataclasses.asdict would take seconds
_VALUES = attrgetter(*_FIELDS)


@dataclass(slots=True)
class StatisticsAccounts:
    """What came in as data files, and what became of their cells.

    ``data_files_replaced`` were told by a newer file of the same issue at the same place.
    """

    data_files_in: int = 0
    data_files_read: int = 0
    data_files_duplicate: int = 0
    data_files_replaced: int = 0
    data_files_rejected: int = 0
    cells_in: int = 0
    cells_kept: int = 0
    cells_rejected: int = 0

    def check(self) -> None:
        """See that files and cells add up.

        Raises:
            AccountingError: they do not; the message names the figures.
        """
        done = (self.data_files_read, self.data_files_duplicate, self.data_files_replaced, self.data_files_rejected)
        if self.data_files_in != sum(done):
            raise AccountingError(
                f"{self.data_files_in} data files in, but {done[0]} read + {done[1]} duplicates + {done[2]} replaced + "
                f"{done[3]} rejects = {sum(done)}; a fault of the pipeline: report it"
            )
        if self.cells_in != self.cells_kept + self.cells_rejected:
            raise AccountingError(
                f"{self.cells_in} cells in, but {self.cells_kept} kept + {self.cells_rejected} rejected = "
                f"{self.cells_kept + self.cells_rejected}; a fault of the pipeline: report it"
            )


@dataclass(slots=True)
class StatisticsRows:
    """Rows of ``official_statistics``, and what was refused."""

    rows: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    accounts: StatisticsAccounts = field(default_factory=StatisticsAccounts)


@dataclass(frozen=True, slots=True)
class _File:
    """The ``number``-th version of a data file, as read; ``current`` is it where its source still has just this."""

    source: Source
    doc: str
    version: Version
    number: int
    current: bool
    issue: Issue
    data: DataFile

    @property
    def vintage(self) -> str | None:
        return self.issue.vintage or self.data.newest

    @property
    def rank(self) -> tuple[bool, str, int]:
        """Order among files of one issue: the first stands for all, the latest version of what is gone."""
        return (not self.current, self.doc, -self.number)


def statistics_rows(
    documents: Sequence[Document], sources: Mapping[str, Source], store: RawStore, as_of: date
) -> StatisticsRows:
    """Make the rows of all data files of the store, old issues too: the same fact is revised over the years.

    ``documents`` are what the store knows of ``sources``; those of sources of documents are passed over.

    Raises:
        AccountingError: files or cells do not add up.
        MachineError: a stored file is missing or damaged.
    """
    made = StatisticsRows()
    issues: dict[tuple[str, str, str | None], list[_File]] = {}
    for document in documents:
        source = sources[document.source]
        if source.feeds_documents:
            continue
        for found in _versions(document, source, store, as_of):
            made.accounts.data_files_in += 1
            if isinstance(found, Refusal):
                made.refusals.append(found)
                made.accounts.data_files_rejected += 1
            elif found is None:
                made.accounts.data_files_replaced += 1
            else:
                issues.setdefault((source.id, found.data.dataset, found.vintage), []).append(found)
    for _, files in sorted(issues.items(), key=lambda item: (*item[0][:2], item[0][2] or "")):
        _add_issue(made, sorted(files, key=lambda file: file.rank))
    made.accounts.check()
    return made


def _versions(document: Document, source: Source, store: RawStore, as_of: date) -> Iterator[_File | Refusal | None]:
    """Read all versions of a data file; None for a refused one that its source has since replaced or withdrawn."""
    if document.refused is not None:
        yield Refusal(source.id, untaken(document))
    codelists = load_codelists() if source.sample else for_real_sources(load_codelists())
    for number, version in enumerate(document.versions):
        current = version is document.current and document.withdrawn_on is None
        issue: Issue | Reject = Issue()
        if version.meta_sha256 is not None:
            issue = parse_issue(store.get(version.meta_sha256), document.doc, as_of)
        data = read_statistics(store.get(version.sha256), document.doc, codelists)
        refused = next((one for one in (issue, data) if isinstance(one, Reject)), None)
        if refused is not None:
            yield Refusal(source.id, refused) if current else None
        elif isinstance(issue, Issue) and isinstance(data, DataFile):
            yield _File(source, document.doc, version, number, current, issue, data)


def _add_issue(made: StatisticsRows, files: Sequence[_File]) -> None:
    """Add the rows of one issue of a data set; ``files`` claim to be it, the one that stands for all first."""
    first = files[0]
    for other in files[1:]:
        if other.version.sha256 == first.version.sha256:
            made.accounts.data_files_duplicate += 1
        elif not other.current:
            made.accounts.data_files_replaced += 1
        else:
            made.accounts.data_files_rejected += 1
            message = (
                f"{other.doc}: {other.data.dataset}, vintage {other.vintage}, is in {first.doc} too with other values; "
                "name the issue in its meta file (vintage), or remove one of them"
            )
            made.refusals.append(Refusal(other.source.id, Reject("read", "same_issue", other.doc, None, message)))
    made.accounts.data_files_read += 1
    made.accounts.cells_in += first.data.cells
    made.accounts.cells_kept += len(first.data.statistics)
    made.accounts.cells_rejected += sum(refused.cells for refused in first.data.refused)
    made.refusals += [Refusal(first.source.id, refused.reject) for refused in first.data.refused]
    made.rows += _rows(first)


def _rows(file: _File) -> Iterator[Row]:
    source, dataset, vintage = file.source, file.data.dataset, file.vintage
    for statistic in file.data.statistics:
        said = dict(zip(_FIELDS, _VALUES(statistic), strict=True))
        place = (statistic.geography_code, statistic.time_period, statistic.time_identifier)
        known = hashed("s", source.id, dataset, vintage, statistic.indicator, statistic.breakdown, *place)
        yield {
            "statistic_id": known,
            "source_id": source.id,
            "dataset": dataset,
            "vintage": vintage,
            **said,
            "published_on": file.issue.published_on,
            "url": file.issue.url,
            "sample": source.sample,
        }
