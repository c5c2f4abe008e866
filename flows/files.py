"""Writing so that a kill at any moment leaves either the old file or the new one, never half of one."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_PART = ".part"


def sha256(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def sha256_of_file(path: Path) -> str:
    """Return the SHA-256 of the file's bytes in hexadecimal, read in pieces."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def sync_file(path: Path) -> None:
    """Have the bytes of ``path`` on disk before this returns."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the names in ``folder`` on disk before this returns."""
    sync_file(folder)


def replace(source: Path, target: Path) -> None:
    """Give ``source`` the name ``target`` in one step, over what is there; both on one file system."""
    os.replace(source, target)
    sync_folder(target.parent)


def write_bytes(path: Path, data: bytes, *, sync_name: bool = True) -> None:
    """Write a file whole or not at all: aside, synced, then renamed over ``path``.

    Without ``sync_name`` the caller syncs the folder before anything relies on the name.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # two threads may write the same bytes at once
    part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}{_PART}")
    with part.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
    if sync_name:
        replace(part, path)
    else:
        os.replace(part, path)


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8, whole or not at all, line endings as they are."""
    write_bytes(path, text.encode("utf-8"))


def json_bytes(value: Mapping[str, Any]) -> bytes:
    """Return JSON for people to read: sorted keys, indented, ending in a newline."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write a mapping as JSON, whole or not at all."""
    write_bytes(path, json_bytes(value))


def read_json(path: Path) -> dict[str, Any] | None:
    """Read what ``write_json`` wrote; None where there is no such file.

    Raises:
        ValueError: the file holds something else; the message names it.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        value = json.loads(data)
    except ValueError as error:
        raise ValueError(f"{path}: not JSON ({error}); remove the file and run again") from error
    if not isinstance(value, dict):
        raise ValueError(f"{path}: not a JSON object; remove the file and run again")
    return value


def remove_parts(folder: Path) -> None:
    """Remove what killed runs left half written in ``folder`` and its subfolders; call it with their lock held."""
    if folder.is_dir():
        for part in sorted(folder.rglob(f"*{_PART}")):
            part.unlink(missing_ok=True)
