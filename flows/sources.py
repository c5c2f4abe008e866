"""The sources that are declared in raw/sources.toml, and the folder that --folder puts in their place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.errors import WrongUseError

KINDS = ("folder",)
FOLDER_SOURCE = "folder"
_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
_REQUIRED: Mapping[str, type] = {
    "kind": str,
    "title": str,
    "path": str,
    "licence": str,
    "enabled": bool,
    "sample": bool,
}
_OPTIONAL: Mapping[str, type] = {"authority": str}
_TYPE_NAMES = {str: "a text in quotes", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Source:
    """A place that documents come from.

    ``path`` is a folder, ``location`` how it was declared (None for a folder from the command line); ``authority`` the
    GSS code of all its documents.
    """

    id: str
    kind: str
    title: str
    path: Path
    location: str | None
    licence: str | None
    authority: str | None
    enabled: bool
    sample: bool


def folder_source(folder: Path) -> Source:
    """Make a source of the folder that ``--folder`` names; nothing of its path goes into a release.

    Raises:
        WrongUseError: there is no such folder.
    """
    if not folder.is_dir():
        raise WrongUseError(
            f"--folder {folder}: no such folder; name a folder that holds .txt, .html, .htm or .pdf files"
        )
    title = "Folder of documents given on the command line"
    return Source(FOLDER_SOURCE, "folder", title, folder, None, None, None, enabled=True, sample=False)


def read_sources(path: Path, authorities: Collection[str]) -> tuple[Source, ...]:
    """Read the declared sources; ``authorities`` are the known GSS codes.

    Raises:
        WrongUseError: the file is missing, is no TOML, or a key is unknown, missing or has a bad value.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise WrongUseError(f"{path}: not here; run in the project's folder, or name a folder with --folder") from None
    return parse_sources(data, path, authorities)


def parse_sources(data: bytes, path: Path, authorities: Collection[str]) -> tuple[Source, ...]:
    """Parse sources.toml, in the order of their ids; a relative ``path`` starts from the file's folder.

    Raises:
        WrongUseError: see ``read_sources``; the message names file, source and key.
    """
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongUseError(f"{path}: not TOML ({error}); mend that place") from error
    for key in sorted(table.keys() - {"sources"}):
        raise WrongUseError(f"{path}: unknown key {key}; a source is declared as [sources.NAME]")
    declared = table.get("sources")
    if not isinstance(declared, dict) or not declared:
        raise WrongUseError(f"{path}: declares no source; declare one as [sources.NAME]")
    return tuple(_source(path, name, declared[name], authorities) for name in sorted(declared))


def _source(path: Path, name: str, keys: Any, authorities: Collection[str]) -> Source:
    place = f"{path}, sources.{name}"
    if not _ID.fullmatch(name) or name == FOLDER_SOURCE:
        raise WrongUseError(
            f"{place}: a source is named with small letters, digits and hyphens, and not {FOLDER_SOURCE!r}; rename it"
        )
    if not isinstance(keys, dict):
        raise WrongUseError(f"{place}: declare the source as a table, [sources.{name}]")
    known = {**_REQUIRED, **_OPTIONAL}
    for key in sorted(keys.keys() - known.keys()):
        raise WrongUseError(f"{place}: unknown key {key}; known are {', '.join(known)}")
    for key in _REQUIRED:
        if key not in keys:
            raise WrongUseError(f"{place}: {key} is missing; add it ({_TYPE_NAMES[_REQUIRED[key]]})")
    for key, value in keys.items():
        if type(value) is not known[key] or value == "":
            raise WrongUseError(f"{place}, {key}: {value!r} is not {_TYPE_NAMES[known[key]]}")
    if keys["kind"] not in KINDS:
        raise WrongUseError(f"{place}, kind: {keys['kind']!r} is none of {', '.join(KINDS)}")
    authority = keys.get("authority")
    if authority is not None and authority not in authorities:
        raise WrongUseError(f"{place}, authority: {authority!r} is no known GSS code; see transforms/codelists")
    return Source(
        id=name,
        kind=keys["kind"],
        title=keys["title"],
        path=path.parent / keys["path"],
        location=keys["path"],
        licence=keys["licence"],
        authority=authority,
        enabled=keys["enabled"],
        sample=keys["sample"],
    )
