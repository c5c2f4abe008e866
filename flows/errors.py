"""What can stop a run, each with the exit code of the command line and a message that says how to mend it."""

from __future__ import annotations

import errno
from pathlib import Path


class TurnaroundError(Exception):
    """A run cannot go on; the message names the input, the place and the mend."""

    exit_code = 1


class WrongUseError(TurnaroundError):
    """What was asked for cannot be done: an option, a folder or sources.toml must change."""

    exit_code = 2


class ReleaseRefusedError(TurnaroundError):
    """The gate refused the release; the last one stays as it is."""

    exit_code = 3


class OutputBusyError(TurnaroundError):
    """Another run holds this output."""

    exit_code = 4


class MachineError(TurnaroundError):
    """Disk, permission or versions: nothing is wrong with the input."""

    exit_code = 5


_MENDS = {
    errno.EACCES: "give this user the right to read and write there, or name another folder with --output",
    errno.EPERM: "give this user the right to read and write there, or name another folder with --output",
    errno.EROFS: "the file system is read-only; name another folder with --output",
    errno.ENOSPC: "the disk is full; free space and run again (nothing of the last release is lost)",
    errno.EDQUOT: "the quota is used up; free space and run again (nothing of the last release is lost)",
    errno.EEXIST: "a file lies where a folder must be; move it away or name another folder with --output",
    errno.ENOTDIR: "a file lies where a folder must be; move it away or name another folder with --output",
    errno.EISDIR: "a folder lies where a file must be; move it away",
    errno.ENAMETOOLONG: "the path is too long for this file system; name a shorter folder with --output",
    errno.EMFILE: "too many files are open; raise the limit (ulimit -n) and run again",
    errno.EIO: "the disk reports an error; check it before the next run",
}


def machine_error(error: OSError, place: Path | None = None) -> MachineError:
    """Say of an error of the operating system where it struck and how to mend it."""
    where = error.filename or place
    reason = error.strerror or str(error)
    mend = _MENDS.get(error.errno or 0, "run `turnaround doctor` for the state of disk and permissions")
    return MachineError(f"{where}: {reason}: {mend}" if where else f"{reason}: {mend}")
