"""The pullers of folders: documents, or data files of statistics, with their meta files beside them."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flows import intake
from flows.errors import WrongUseError
from flows.intake import Intake, Pulled
from flows.listing import DATA_MEDIA_TYPES, MEDIA_TYPES, Found, list_folder
from flows.store import Event

# a file is on disk for sure before it is told of; most of the time of a pull is waiting for that
WRITERS = 4


def pull_documents(into: Intake, without: Collection[Path]) -> Pulled:
    """Take the documents of a folder with its subfolders; see ``pull_files``."""
    return pull_files(into, without, MEDIA_TYPES)


def pull_statistics(into: Intake, without: Collection[Path]) -> Pulled:
    """Take the CSV files of a folder with its subfolders; see ``pull_files``."""
    return pull_files(into, without, DATA_MEDIA_TYPES)


def pull_files(into: Intake, without: Collection[Path], media_types: Mapping[str, str]) -> Pulled:
    """Take the files whose suffix ``media_types`` names.

    Raises:
        WrongUseError: the folder is missing, or is empty although files came from it before.
        OSError: a folder cannot be listed, or the store cannot be written.
    """
    source = into.source
    if source.path is None or not source.path.is_dir():
        raise WrongUseError(f"source {source.id}: {source.path}: no such folder; mend its path or set enabled = false")
    listing = list_folder(source.path, without, media_types)
    if not listing.documents and into.still_there:
        raise WrongUseError(
            f"source {source.id}: {source.path} is empty although {len(into.still_there)} documents came from it: "
            "is it mounted? Nothing was changed"
        )
    writers = ThreadPoolExecutor(WRITERS)
    try:
        for found, event in zip(
            listing.documents, writers.map(lambda found: _put(into, found), listing.documents), strict=True
        ):
            if isinstance(event, _UntakenError):
                into.refuse(found.doc, event.reason, str(event))
            else:
                into.note(event)
    finally:
        writers.shutdown(cancel_futures=True)
    return into.finish(listing.ignored)


def _put(into: Intake, found: Found) -> Event | _UntakenError:
    try:
        data = _read(found.path)
        meta = None if found.meta is None else _read(found.meta)
    except _UntakenError as error:
        return error
    return into.put(found.doc, data, found.media_type, meta)


class _UntakenError(Exception):
    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _UntakenError("unreadable", f"{path.name} is no regular file; put the file itself there")
        if status.st_size > intake.MOST_BYTES:
            size = f"{status.st_size // 2**20} MB"
            raise _UntakenError(
                "too_large", f"{path.name} has {size}, at most {intake.MOST_BYTES // 2**20} MB are read; split it"
            )
        return path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise _UntakenError("unreadable", f"{path.name} cannot be read ({reason}); mend its link or rights") from error
