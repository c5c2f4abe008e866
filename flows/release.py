"""Releases on disk: their names, their manifests, and which one is the latest.

``latest`` is a relative link. A link is changed in one step by renaming another over it, so whoever opens a path below
``latest`` gets files of one release; folders cannot be exchanged in one step.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

from flows import files
from flows.errors import MachineError, WrongUseError
from flows.layout import Layout

MANIFEST = "manifest.json"
# what is being written; never a release
INCOMING = ".incoming"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d+)(-sample)?")


def manifest_of(folder: Path) -> dict[str, Any]:
    """Return the manifest of a release.

    Raises:
        MachineError: it is missing or damaged.
    """
    try:
        manifest = files.read_json(folder / MANIFEST)
    except ValueError as error:
        raise MachineError(str(error)) from error
    if manifest is None:
        raise MachineError(f"{folder}: a release without manifest; move the folder away and run again")
    return manifest


def current_folder(layout: Layout) -> Path | None:
    """Return the folder of the latest release; None where there is none yet."""
    return layout.latest.resolve() if layout.latest.exists() else None


def current_manifest(layout: Layout) -> dict[str, Any] | None:
    """Return the manifest of the latest release; None where there is none yet."""
    folder = current_folder(layout)
    return None if folder is None else manifest_of(folder)


def find_release(layout: Layout, name: str | None) -> Path:
    """Return the folder of the release called ``name``, of the latest where that is None.

    Raises:
        WrongUseError: there is no such release; the message lists those that are there.
    """
    folder = current_folder(layout) if name is None else layout.releases / name
    if name is not None and not _NAME.fullmatch(name):
        folder = None
    if folder is None or not folder.is_dir():
        names = [known.name for known in release_folders(layout)]
        there = f"there are: {', '.join(names[-5:])}" if names else "there is none yet; run `turnaround run`"
        raise WrongUseError(f"{layout.output}: no release {name or 'yet'}; {there}")
    return folder


def release_folders(layout: Layout) -> list[Path]:
    """Return the folders of all releases, oldest first."""
    if not layout.releases.is_dir():
        return []
    named = [(match, path) for path in layout.releases.iterdir() if (match := _NAME.fullmatch(path.name))]
    return [path for match, path in sorted(named, key=lambda pair: (pair[0][1], int(pair[0][2])))]


def next_name(layout: Layout, as_of: date, sample: bool) -> str:
    """Return the name of the next release of that day; one of nothing but samples says so."""
    day = as_of.isoformat()
    numbers = [int(path.name.split(".")[1].split("-")[0]) for path in release_folders(layout) if path.name[:10] == day]
    return f"{day}.{max(numbers, default=0) + 1}{'-sample' if sample else ''}"


def point_latest(layout: Layout, folder: Path) -> None:
    """Make ``folder`` the latest release, in one step."""
    link = layout.output / f".latest.{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(layout.releases.name) / folder.name)
    files.replace(link, layout.latest)
