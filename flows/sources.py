"""The sources that are declared in raw/sources.toml and raw/sources/, and the folder that --folder puts in their place.

Each file declares sources as ``[sources.NAME]``; what ``[defaults]`` in a file says holds for those of its sources
whose kind has the key and which do not say it themselves.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows.errors import WrongUseError
from flows.kinds import EVERY_SOURCE, KINDS, TYPE_NAMES, Key, Setting

FOLDER_SOURCE = "folder"
STATISTICS_SOURCE = "statistics"
# names of the sources that the command line makes
TAKEN = (FOLDER_SOURCE, STATISTICS_SOURCE)
_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Source:
    """A place that documents or statistics come from.

    ``path`` is its folder (None for a kind that has none), ``location`` the folder or address as declared (None for a
    folder from the command line); ``authority`` the GSS code of all its documents; ``settings`` the other keys of its
    kind that are given.
    """

    id: str
    kind: str
    title: str
    path: Path | None
    location: str | None
    licence: str | None
    authority: str | None
    enabled: bool
    sample: bool
    settings: Mapping[str, Setting] = field(default_factory=dict, hash=False)

    @property
    def relevant_only(self) -> bool:
        """Whether it is general news, of which only documents about children's services in England are articles."""
        return self.settings.get("relevance") is True

    @property
    def feeds_documents(self) -> bool:
        """Whether its files are documents; else they are data files of statistics."""
        return KINDS[self.kind].feeds == "documents"


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


def statistics_source(folder: Path) -> Source:
    """Make a source of the folder that ``--statistics`` names; nothing of its path goes into a release.

    Raises:
        WrongUseError: there is no such folder.
    """
    if not folder.is_dir():
        raise WrongUseError(
            f"--statistics {folder}: no such folder; name a folder that holds .csv files of the department's open data"
        )
    title = "Folder of official statistics given on the command line"
    return Source(STATISTICS_SOURCE, "statistics", title, folder, None, None, None, enabled=True, sample=False)


def read_sources(path: Path, authorities: Collection[str]) -> tuple[Source, ...]:
    """Read the declared sources, of ``path`` and of the TOML files in the folder of the same name, ordered by id.

    Args:
        path: the file; ``raw/sources.toml`` has its folder in ``raw/sources``.
        authorities: the known GSS codes.

    Raises:
        WrongUseError: the file is missing, a file is no TOML, a key is unknown, missing or has a bad value, or a name
            is declared twice.
    """
    found: dict[str, Source] = {}
    for file in (path, *sorted(path.with_suffix("").glob("*.toml"))):
        for source in _read_file(file, authorities):
            if source.id in found:
                raise WrongUseError(f"{file}, sources.{source.id}: this name is in another file too; rename it")
            found[source.id] = source
    return tuple(found[name] for name in sorted(found))


def _read_file(path: Path, authorities: Collection[str]) -> tuple[Source, ...]:
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
    for key in sorted(table.keys() - {"sources", "defaults"}):
        raise WrongUseError(f"{path}: unknown key {key}; a source is declared as [sources.NAME]")
    declared = table.get("sources")
    if not isinstance(declared, dict) or not declared:
        raise WrongUseError(f"{path}: declares no source; declare one as [sources.NAME]")
    defaults = table.get("defaults", {})
    if not isinstance(defaults, dict):
        raise WrongUseError(f"{path}, defaults: declare them as a table, [defaults]")
    given = {name: _with_defaults(keys, defaults) for name, keys in declared.items()}
    used = {key for keys in given.values() if isinstance(keys, dict) for key in keys}
    for key in sorted(defaults.keys() - used):
        raise WrongUseError(f"{path}, defaults: no source here has a key {key}; mend its name or remove it")
    return tuple(_source(path, name, given[name], authorities) for name in sorted(given))


def _with_defaults(keys: Any, defaults: Mapping[str, Any]) -> Any:
    """Add the defaults that the kind of a source has keys for; what is wrong with the source is told later."""
    if not isinstance(keys, dict):
        return keys
    kind = keys.get("kind", defaults.get("kind"))
    if not isinstance(kind, str) or kind not in KINDS:
        return keys
    known = {**EVERY_SOURCE, **KINDS[kind].keys}
    return {**{key: value for key, value in defaults.items() if key in known}, **keys}


def _source(path: Path, name: str, keys: Any, authorities: Collection[str]) -> Source:
    place = f"{path}, sources.{name}"
    if not _ID.fullmatch(name) or name in TAKEN:
        raise WrongUseError(
            f"{place}: a name has small letters, digits and hyphens, and is not {' or '.join(TAKEN)}; rename it"
        )
    if not isinstance(keys, dict):
        raise WrongUseError(f"{place}: declare the source as a table, [sources.{name}]")
    own = _checked(place, keys)
    authority = keys.get("authority")
    if authority is not None and authority not in authorities:
        raise WrongUseError(f"{place}, authority: {authority!r} is no known GSS code; see transforms/codelists")
    return Source(
        id=name,
        kind=keys["kind"],
        title=keys["title"],
        path=path.parent / keys["path"] if "path" in own else None,
        location=keys.get("path", keys.get("url")),
        licence=keys["licence"],
        authority=authority,
        enabled=keys["enabled"],
        sample=keys["sample"],
        settings={key: keys[key] for key in own if key != "path" and key in keys},
    )


def _checked(place: str, keys: Mapping[str, Any]) -> Mapping[str, Key]:
    """See that the keys are those of the source's kind, each with a value that it may have; return the kind's own."""
    kind = keys.get("kind")
    if kind is None:
        raise WrongUseError(f"{place}: kind is missing; add it (one of {', '.join(KINDS)})")
    if not isinstance(kind, str) or kind not in KINDS:
        raise WrongUseError(f"{place}, kind: {kind!r} is none of {', '.join(KINDS)}")
    own = KINDS[kind].keys
    known = {**EVERY_SOURCE, **own}
    for name in sorted(keys.keys() - known.keys()):
        raise WrongUseError(f"{place}: unknown key {name}; known of kind {kind} are {', '.join(known)}")
    for name, key in known.items():
        if key.required and name not in keys:
            raise WrongUseError(f"{place}: {name} is missing; add it ({TYPE_NAMES[key.type]})")
    for name, value in keys.items():
        fault = known[name].fault(value)
        if fault is not None:
            raise WrongUseError(f"{place}, {name}: {value!r} {fault}")
    return own
