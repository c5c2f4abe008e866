"""Embedded Prefect servers whose run was killed: nobody else ends them."""

from __future__ import annotations

import os
from pathlib import Path

RUN_MARK = "TURNAROUND_RUN"
"""Environment variable that tells a server which process started it, and so whether that is still there."""

_SERVER = b"prefect.server.api.server:create_app"


def mark_run() -> None:
    """Let what this process starts know by whom it was started."""
    os.environ[RUN_MARK] = str(os.getpid())


def servers_left_behind(home: Path, processes: Path = Path("/proc")) -> list[int]:
    """Return the ids of servers with this Prefect home whose parent is no longer the run that started them.

    Where the system shows no processes below ``processes`` there is nothing to tell.
    """
    wanted = b"PREFECT_HOME=" + os.fsencode(home.resolve())
    found = []
    for process in processes.glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            environment = (process / "environ").read_bytes().split(b"\0")
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            # it has ended meanwhile, or belongs to somebody else
            continue
        starter = f"{RUN_MARK}=".encode()
        started_by = [value.removeprefix(starter).decode() for value in environment if value.startswith(starter)]
        if _SERVER in command and wanted in environment and started_by and started_by[0] != parent:
            found.append(int(process.name))
    return sorted(found)
