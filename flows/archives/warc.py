"""The source kind ``warc``: pages and PDFs of the subject out of web archives.

An archive tells what was there once, so nothing of it is ever gone: a document stays when its file is removed. Records
that are passed over are counted by reason (``sifting.COUNTED``) and make no rows.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from flows import files
from flows.archives.locate import ArchiveFile, locate
from flows.archives.marks import Mark, Marks
from flows.archives.sifting import TAKEN, Capture, Piece
from flows.archives.work import sift_all
from flows.errors import WrongUseError
from flows.feeds.address import PAGE_SUFFIX, PDF_SUFFIX, stem
from flows.fetch.sniff import PDF
from flows.intake import Intake, Pulled
from flows.relevance import words_digest

log = logging.getLogger("turnaround.pull")

SECONDS_BETWEEN_TELLING = 10.0
ALL = "all"
"""What stands for the digest of the words where a source is taken whole."""


def marks_folder(store: Path, source: str) -> Path:
    """Where the marks of a source's files lie in a store."""
    return store / "archives" / source


def pull_archives(into: Intake, without: Collection[Path]) -> Pulled:
    """Take what archives hold of the subject; files that were sifted before are left, one that was begun goes on.

    Raises:
        WrongUseError: there are no archives where the source says.
        MachineError: hyperscan cannot be loaded, or a process was ended.
        OSError: an archive cannot be read, or the store cannot be written.
    """
    source = into.source
    found, ignored = locate(source, without)
    if not found and into.still_there:
        raise WrongUseError(
            f"source {source.id}: {source.location} holds no archive although {len(into.still_there)} documents came "
            "from it: is it mounted? Nothing was changed"
        )
    relevant_only = bool(source.settings["relevance"])
    marks = Marks(marks_folder(into.store.root, source.id), words_digest() if relevant_only else ALL)
    taking = _Taking(into, marks, found)
    starts = [(file, mark.place) for file, mark in taking.marks.items() if not mark.done]
    for file, piece in sift_all(starts, relevant_only=relevant_only):
        taking.take(file, piece)
    return taking.finish(ignored)


class _Taking:
    """Takes pieces into the store, and notes after each how far its file is: a kill loses the piece at hand at most."""

    def __init__(self, into: Intake, marks: Marks, found: Sequence[ArchiveFile]) -> None:
        self._into, self._kept = into, marks
        self.marks: dict[ArchiveFile, Mark] = {file: marks.of(file) for file in found}
        self._contents: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._began = self._told = time.monotonic()

    def take(self, file: ArchiveFile, piece: Piece) -> None:
        for capture in piece.captures:
            self._take(capture)
        # what was taken is in the journal before the mark says so
        self._into.finish(complete=False)
        self.marks[file] = self.marks[file].after(piece)
        self._kept.note(self.marks[file])
        self._counts += piece.counts
        if time.monotonic() - self._told >= SECONDS_BETWEEN_TELLING:
            self._tell()

    def _take(self, capture: Capture) -> None:
        doc = stem(capture.url) + (PDF_SUFFIX if capture.media_type == PDF else PAGE_SUFFIX)
        digest = files.sha256(capture.data)
        if self._contents.get(doc) == digest:
            return
        self._contents[doc] = digest
        meta = files.json_bytes({"url": capture.url})
        # a document of an archive was retrieved when it was captured
        self._into.take(doc, capture.data, capture.media_type, meta, capture.url, capture.at)

    def _tell(self) -> None:
        self._told = time.monotonic()
        rate = self._counts.total() / max(self._told - self._began, 0.001)
        done = sum(mark.done for mark in self.marks.values())
        log.info(
            "%s: %d of %d files sifted; %d records in this run (%.0f a second), %d taken",
            self._into.source.id, done, len(self.marks), self._counts.total(), rate, self._counts[TAKEN],
        )  # fmt: skip

    def finish(self, ignored: Sequence[str]) -> Pulled:
        """Tell how it went, and of the documents that were there before."""
        if self._counts:
            self._tell()
            others = [f"{count} {reason}" for reason, count in sorted(self._counts.items()) if reason != TAKEN]
            log.info("%s: passed over: %s", self._into.source.id, ", ".join(others) or "nothing")
        for document in self._into.still_there:
            if document.doc not in self._contents:
                self._into.keep(document.doc)
        return self._into.finish(ignored)
