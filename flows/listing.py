"""The documents of a folder, with its subfolders."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# a document's kind is told by its name here and checked against its bytes when it is read
MEDIA_TYPES = {
    "txt": "text/plain",
    "html": "text/html",
    "htm": "text/html",
    "pdf": "application/pdf",
}
DATA_MEDIA_TYPES = {"csv": "text/csv"}
META_SUFFIX = ".meta.json"


@dataclass(frozen=True, slots=True)
class Found:
    """A document: ``doc`` is its path relative to the folder with forward slashes, ``meta`` the file beside it."""

    doc: str
    path: Path
    meta: Path | None
    media_type: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds: documents by ``doc``, and the relative paths of all other files."""

    documents: tuple[Found, ...]
    ignored: tuple[str, ...]


def printable(relative: str) -> str:
    """Return a file name as valid text: bytes that are no UTF-8 show as ``\\xNN``."""
    return os.fsencode(relative).decode("utf-8", "backslashreplace")


def list_folder(folder: Path, without: Collection[Path] = (), media_types: Mapping[str, str] = MEDIA_TYPES) -> Listing:
    """List the documents of ``folder``, in the order of ``doc``, leaving out the folders ``without``.

    Links to folders are not followed (a loop would never end). A name is a document's by its suffix (``media_types``),
    whatever lies behind it: what cannot be read is refused later, with its reason.

    Raises:
        OSError: a folder cannot be listed.
    """
    names = sorted(_files(folder, {path.resolve() for path in without}))
    metas = {name for name in names if name.endswith(META_SUFFIX)}
    documents, used = [], set()
    for name in names:
        stem, _, suffix = name.rpartition(".")
        media_type = media_types.get(suffix.lower())
        if media_type is None or not stem or stem.endswith("/"):
            continue
        meta = stem + META_SUFFIX
        used.update({name, meta} & {name, *metas})
        found = Found(printable(name), folder / name, folder / meta if meta in metas else None, media_type)
        documents.append(found)
    documents.sort(key=lambda found: found.doc)
    return Listing(tuple(documents), tuple(sorted(printable(name) for name in names if name not in used)))


def _files(folder: Path, without: Collection[Path]) -> Iterator[str]:
    def fail(error: OSError) -> None:
        raise error

    for root, folders, files in os.walk(folder, onerror=fail):
        here = Path(root).resolve()
        folders[:] = [name for name in folders if here / name not in without]
        relative = os.path.relpath(root, folder)
        for file in files:
            yield file if relative == "." else f"{relative}{os.sep}{file}".replace(os.sep, "/")
