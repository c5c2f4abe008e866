"""The files of an archive source: on disk, or behind an address that fsspec knows (s3://, gs://, https://, memory://)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import fsspec

from flows.errors import WrongUseError
from flows.listing import list_folder, printable
from flows.sources import Source

SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
_LAST_SUFFIXES = {suffix.rpartition(".")[2]: "application/warc" for suffix in SUFFIXES}
# what tells that a file changed, by the names that file systems give it
_STAMPS = ("ETag", "etag", "mtime", "LastModified", "updated", "created")


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file of an archive: its name within the source, where it lies, its size, and what changes when it does."""

    name: str
    location: str
    size: int
    stamp: str

    def open(self) -> BinaryIO:
        """Open the file for reading and seeking.

        Raises:
            OSError: it cannot be opened.
        """
        if "://" not in self.location:
            return Path(self.location).open("rb")
        return cast(BinaryIO, fsspec.open(self.location, "rb").open())


def locate(source: Source, without: Collection[Path]) -> tuple[list[ArchiveFile], list[str]]:
    """Return the archive files of a source in the order of their names, and the names of all other files.

    Raises:
        WrongUseError: there is nothing at its path, or fsspec cannot go there.
        OSError: a folder cannot be listed.
    """
    if source.location is not None and "://" in source.location:
        return _remote(source.id, source.location)
    if source.path is None or not source.path.exists():
        raise WrongUseError(f"source {source.id}: {source.path}: nothing there; mend its path or set enabled = false")
    if source.path.is_file():
        return [_local(source.path.name, source.path)], []
    listing = list_folder(source.path, without, _LAST_SUFFIXES)
    named = [(found.doc, found.path) for found in listing.documents]
    others = [name for name, _ in named if not name.lower().endswith(SUFFIXES)]
    files = [_local(name, path) for name, path in named if name.lower().endswith(SUFFIXES)]
    return files, sorted([*listing.ignored, *others])


def _local(name: str, path: Path) -> ArchiveFile:
    status = path.stat()
    return ArchiveFile(printable(name), str(path.resolve()), status.st_size, str(status.st_mtime_ns))


def _remote(source: str, address: str) -> tuple[list[ArchiveFile], list[str]]:
    try:
        system, root = fsspec.core.url_to_fs(address)
        found: dict[str, dict[str, Any]] = system.find(root, detail=True)
    except (ImportError, ValueError) as error:
        raise WrongUseError(f"source {source}: {address}: fsspec cannot go there ({error}); mend its path") from error
    if not found:
        raise WrongUseError(f"source {source}: {address}: nothing there; mend its path or set enabled = false")
    names = {path: path.removeprefix(str(root)).strip("/") or path.rpartition("/")[2] for path in sorted(found)}
    files = [
        ArchiveFile(names[path], system.unstrip_protocol(path), int(facts["size"]), _stamp(facts))
        for path, facts in sorted(found.items())
        if path.lower().endswith(SUFFIXES)
    ]
    return files, sorted(name for path, name in names.items() if not path.lower().endswith(SUFFIXES))


def _stamp(facts: dict[str, Any]) -> str:
    return next((str(facts[name]) for name in _STAMPS if facts.get(name)), "")
