"""How far each file of an archive was sifted, and what was counted in it; so that no file is read twice.

    archives/SOURCE/HASH-OF-THE-NAME.json    in the raw store, one file for each

A file that changed, or was sifted with other words, is sifted from its beginning; what was taken before stays.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from flows import files
from flows.archives.locate import ArchiveFile
from flows.archives.records import Place
from flows.archives.sifting import Piece


@dataclass(frozen=True, slots=True)
class Mark:
    """A file by name, size and stamp, the digest of the words it is sifted with, the place to go on at, and counts."""

    name: str
    size: int
    stamp: str
    words: str
    offset: int
    skip: int
    done: bool
    counts: dict[str, int]

    @property
    def place(self) -> Place:
        """Where the sifting goes on."""
        return Place(self.offset, self.skip)

    def after(self, piece: Piece) -> Mark:
        """Return the mark as it is when ``piece`` was taken."""
        following = piece.following or Place(self.size)
        counts = dict(sorted((Counter(self.counts) + piece.counts).items()))
        return replace(self, offset=following.offset, skip=following.skip, done=piece.following is None, counts=counts)


class Marks:
    """The marks of one source; ``words`` is the digest of the words that it is sifted with now."""

    def __init__(self, folder: Path, words: str) -> None:
        self._folder, self._words = folder, words

    def of(self, file: ArchiveFile) -> Mark:
        """Return the mark of a file, a fresh one where it was not sifted yet as it is now."""
        known = _read(self._path(file.name))
        fresh = Mark(file.name, file.size, file.stamp, self._words, 0, 0, False, {})
        if known is None or (known.size, known.stamp, known.words) != (file.size, file.stamp, self._words):
            return fresh
        return known

    def note(self, mark: Mark) -> None:
        """Keep a mark; call it when what it counts is in the store."""
        files.write_json(self._path(mark.name), asdict(mark))

    def _path(self, name: str) -> Path:
        return self._folder / f"{hashlib.sha256(name.encode('utf-8')).hexdigest()[:32]}.json"


def _read(path: Path) -> Mark | None:
    record = files.read_json(path)
    return None if record is None else Mark(**record)


def counted(folder: Path) -> dict[str, int]:
    """Return what was counted in all files of a source, by reason; ``folder`` is where its marks lie."""
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    return total(mark.counts for mark in map(_read, paths) if mark is not None)


def total(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    """Add up counts by reason."""
    added: Counter[str] = Counter()
    for one in counts:
        added.update(one)
    return dict(sorted(added.items()))
