"""What of this machine can keep a run from ending well."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from flows.codelists import load_codelists
from flows.errors import MachineError, TurnaroundError, WrongUseError, machine_error
from flows.layout import SOURCES_FILE, Layout
from flows.leftovers import servers_left_behind
from flows.lock import holder
from flows.publish import check_release
from flows.release import current_folder
from flows.sources import read_sources

LEAST_FREE_BYTES = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what, whether it is well, and what there is to say or to mend."""

    what: str
    ok: bool
    told: str


def examine(output: Path) -> list[Finding]:
    """Look at versions, disk, permissions, lock, codelists, sources and the latest release."""
    return [
        _python(),
        *_packages(),
        _writable(output),
        _space(output),
        _lock(output),
        _leftovers(output),
        _codelists(),
        _sources(),
        _release(output),
    ]


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    ok = sys.version_info >= (3, 11)
    return Finding("python", ok, version if ok else f"{version}: 3.11 or newer is needed; make the environment anew")


def _packages() -> Iterator[Finding]:
    for text in metadata.requires("turnaround") or []:
        requirement = Requirement(text)
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        name = requirement.name
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Finding(name, False, f"not installed, {requirement.specifier} is needed; run `make env`")
            continue
        ok = requirement.specifier.contains(version, prereleases=True)
        told = version if ok else f"{version} is installed, {requirement.specifier} is needed; run `make env`"
        yield Finding(name, ok, told)
    yield Finding("sqlite", True, sqlite3.sqlite_version)


def _existing(path: Path) -> Path:
    """Return ``path``, or its nearest parent that exists."""
    path = path.absolute()
    return next(folder for folder in (path, *path.parents) if folder.exists())


def _writable(output: Path) -> Finding:
    folder = _existing(output)
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".turnaround-") as handle:
            handle.write(b"x")
            handle.flush()
            os.fsync(handle.fileno())
    except OSError as error:
        return Finding("output", False, str(machine_error(error, folder)))
    return Finding("output", True, f"{output} can be written")


def _space(output: Path) -> Finding:
    free = shutil.disk_usage(_existing(output)).free
    ok = free >= LEAST_FREE_BYTES
    told = f"{free / 1024**3:.1f} GB free"
    return Finding("disk", ok, told if ok else f"{told}: free at least {LEAST_FREE_BYTES // 1024**3} GB")


def _lock(output: Path) -> Finding:
    other = holder(Layout(output).lock)
    return Finding("lock", True, "no run at this moment" if other is None else f"{other} is running")


def _leftovers(output: Path) -> Finding:
    left = servers_left_behind(Layout(output).prefect_home)
    if left:
        ended = " ".join(str(process) for process in left)
        return Finding(
            "servers", False, f"a killed run left Prefect servers behind; the next run ends them, or: kill {ended}"
        )
    return Finding("servers", True, "none left behind")


def _codelists() -> Finding:
    try:
        codelists = load_codelists()
    except WrongUseError as error:
        return Finding("codelists", False, str(error))
    told = f"{len(codelists.metrics)} metrics, {len(codelists.authorities)} authorities"
    return Finding("codelists", True, told)


def _sources() -> Finding:
    if not SOURCES_FILE.exists():
        return Finding("sources", True, f"no {SOURCES_FILE} here: only runs with --folder")
    try:
        sources = read_sources(SOURCES_FILE, load_codelists().by_gss)
    except TurnaroundError as error:
        return Finding("sources", False, str(error))
    for source in sources:
        if source.enabled and source.path is not None and not source.path.exists():
            return Finding("sources", False, f"{source.path}: not there; mend {SOURCES_FILE}, {source.id}")
    return Finding("sources", True, ", ".join(source.id for source in sources))


def _release(output: Path) -> Finding:
    layout = Layout(output)
    folder = current_folder(layout)
    if folder is None:
        return Finding("release", True, "none yet")
    try:
        check_release(folder)
    except MachineError as error:
        return Finding("release", False, f"{error}; publish it anew or restore it from a copy")
    return Finding("release", True, f"{folder.name} is what its manifest says")
