"""The normalised texts, by the SHA-256 of their UTF-8."""

from __future__ import annotations

from pathlib import Path

from flows import files
from flows.errors import MachineError


def text_path(texts: Path, digest: str) -> Path:
    """Where the text with this SHA-256 lies, or would lie."""
    return texts / digest[:2] / f"{digest}.txt"


def keep_text(texts: Path, text: str) -> str:
    """Keep a text and return its SHA-256."""
    data = text.encode("utf-8")
    digest = files.sha256(data)
    path = text_path(texts, digest)
    if not (path.exists() and path.stat().st_size == len(data)):
        files.write_bytes(path, data)
    return digest


def read_text(texts: Path, digest: str) -> str:
    """Return a text that was kept, with its line endings as they are.

    Raises:
        MachineError: it is missing or damaged.
    """
    path = text_path(texts, digest)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise MachineError(f"{path}: text is missing; run `turnaround build` to make it from the raw store") from None
    if files.sha256(data) != digest:
        raise MachineError(f"{path}: text is damaged; delete the file and run `turnaround build`")
    return data.decode("utf-8")
