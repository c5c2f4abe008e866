"""The pullers of folders: documents, or data files of statistics, with their meta files beside them."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path

from flows import intake
from flows.errors import WrongUseError
from flows.intake import Intake, Pulled
from flows.listing import DATA_MEDIA_TYPES, MEDIA_TYPES, list_folder


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
    for found in listing.documents:
        try:
            data = _read(found.path)
            meta = None if found.meta is None else _read(found.meta)
        except _UntakenError as error:
            into.refuse(found.doc, error.reason, str(error))
            continue
        into.take(found.doc, data, found.media_type, meta)
    return into.finish(listing.ignored)


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
