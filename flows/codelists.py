"""The codelists from disk, and the digests that say with which code and codelists something was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from flows.errors import WrongUseError
from transforms import codelists
from transforms.codelists import Codelists, parse_codelists

# a newer one of these may give another text for the same bytes
READING_LIBRARIES = ("lxml", "pypdfium2", "trafilatura")


@lru_cache(maxsize=1)
def load_codelists() -> Codelists:
    """Read the codelists that lie with the transforms; samples included.

    Raises:
        WrongUseError: a codelist does not hold together; the message names file, line and mend.
    """
    folder = resources.files("transforms") / "codelists"
    present = {name: folder / name for name in codelists.FILES}
    try:
        return parse_codelists({name: path.read_bytes() for name, path in present.items() if path.is_file()})
    except codelists.CodelistError as error:
        raise WrongUseError(f"transforms/codelists: {error}") from error


def for_real_sources(every: Codelists) -> Codelists:
    """Return the codelists without the invented authorities, which no real document can be about."""
    return replace(every, sample_authorities=())


# what reading and extraction both use
SHARED = ("model.py", "dates.py")


@lru_cache(maxsize=1)
def reading_digest() -> str:
    """Return a digest of what turns bytes into text and judges it: that code, its libraries and the names it knows."""
    versions = [f"{name} {metadata.version(name)}".encode() for name in READING_LIBRARIES]
    root = resources.files("transforms")
    own, shared = ("reading/", "relevance/"), (*SHARED, "codelists/authorities.csv")
    code = [(path, data) for path, data in _files(root, "") if path in shared or path.startswith(own)]
    return _digest(versions, code)


@lru_cache(maxsize=1)
def extraction_digest() -> str:
    """Return a digest of what turns text into rows: the transforms without reading, facts and data files; codelists."""
    root = resources.files("transforms")
    apart = ("reading/", "relevance/", "observations", "sql/", "inspections", "statistics/")
    return _digest([], [(path, data) for path, data in _files(root, "") if not path.startswith(apart)])


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Return a digest of all code and codelists that a release is made with."""
    versions = [f"{name} {metadata.version(name)}".encode() for name in ("duckdb", "pyarrow", *READING_LIBRARIES)]
    packages = ("expectations", "flows", "transforms")
    return _digest(versions, [pair for name in packages for pair in _files(resources.files(name), f"{name}/")])


def _files(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for child in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if child.name == "__pycache__" or child.name.startswith("."):
            continue
        if child.is_dir():
            yield from _files(child, f"{prefix}{child.name}/")
        else:
            yield f"{prefix}{child.name}", child.read_bytes()


def _digest(first: Iterable[bytes], named: Iterable[tuple[str, bytes]]) -> str:
    total = hashlib.sha256()
    for part in first:
        total.update(hashlib.sha256(part).digest())
    for name, data in named:
        total.update(hashlib.sha256(name.encode("utf-8")).digest() + hashlib.sha256(data).digest())
    return total.hexdigest()
