"""Runs that are killed: ``python killed_runs.py FOLDER`` kills a run at many moments and tells what each left behind.

Each run is a fork of this process, which has imported everything and never run anything, so that one costs a second or
two. A run is killed by its own hand at the n-th time that it makes something durable, or at the door of a stage; that
is every place where a kill can matter, and the same ones every time.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from flows import cache, codelists, files, pull, release, stages
from flows import publish as publishing
from flows.errors import TurnaroundError
from flows.publish import check_release

DURABLE = 8
DOORS: list[tuple[Any, str, int]] = [
    (pull, "take_stock", 1),
    (stages, "save_job", 1),
    (stages, "assemble", 1),
    (stages, "validate_inputs", 1),
    (stages, "validate_release", 1),
    (publishing, "write_parquet", 5),
    (publishing, "write_csv", 5),
    (publishing, "check_release", 1),
    (publishing, "point_latest", 1),
]


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def counted(function: Callable[..., Any], count: list[int], last: int) -> Callable[..., Any]:
    """Return the function as one that ends the process in place of its ``last`` call."""

    def call(*args: Any, **keys: Any) -> Any:
        count[0] += 1
        if count[0] == last:
            kill()
        return function(*args, **keys)

    return call


def arm_durable(last: int) -> list[int]:
    """Count what makes things durable, and end the process at the ``last`` of them."""
    count = [0]
    os.replace = counted(os.replace, count, last)
    os.fsync = counted(os.fsync, count, last)
    cache.Cache.put = counted(cache.Cache.put, count, last)
    return count


def forked(work: Callable[[], None]) -> int:
    """Do the work in a fork; return its exit code, negative for a signal."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            work()
            code = 0
        except TurnaroundError as error:
            print(error, file=sys.stderr)
            code = error.exit_code
        finally:
            sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def moments(total: int) -> Iterator[tuple[str, Callable[[], Any]]]:
    """The moments at which runs are killed: spread over everything durable, and at the doors of the stages."""
    for number in range(DURABLE):
        last = 1 + number * (total - 1) // (DURABLE - 1)
        yield f"durable {last} of {total}", lambda last=last: arm_durable(last)
    for module, name, last in DOORS:
        armed = counted(getattr(module, name), [0], last)
        yield f"{name} {last}", lambda module=module, name=name, armed=armed: setattr(module, name, armed)


def main() -> None:
    root = Path(sys.argv[1])
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from conftest import direct, patch_pipeline, write

    patch_pipeline(setattr)
    # taken once, for all forks
    for digest in (codelists.code_digest, codelists.extraction_digest, codelists.reading_digest):
        digest()
    folder, base = root / "documents", root / "base"
    for number in range(6):
        write(folder / f"{number}.txt", f"Office {number} has {number + 2} teams.")
    assert forked(lambda: direct(folder, base)) == 0
    first = (base / "latest").resolve().name
    write(folder / "0.txt", "Office 0 has 40 teams.")
    write(folder / "6.txt", "Office 6 has 8 teams.")
    (folder / "5.txt").unlink()

    def count_durable() -> None:
        count = arm_durable(-1)
        direct(folder, root / "whole")
        files.write_json(root / "count.json", {"count": count[0]})

    shutil.copytree(base, root / "whole", symlinks=True)
    assert forked(count_durable) == 0
    total = json.loads((root / "count.json").read_text())["count"]
    content = release.manifest_of((root / "whole" / "latest").resolve())["content_sha256"]
    told = []
    for name, arm in moments(total):
        output = root / "killed"
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(base, output, symlinks=True)
        code = forked(lambda arm=arm, output=output: (arm(), direct(folder, output))[0])
        after = (output / "latest").resolve()
        whole = forked(lambda after=after: check_release(after)) == 0
        again = forked(lambda output=output: direct(folder, output))
        final = release.manifest_of((output / "latest").resolve())
        told.append(
            {
                "moment": name,
                "killed": code == -signal.SIGKILL,
                "release after": "first" if after.name == first else "second",
                "whole": whole,
                "next run": again,
                "same": final["content_sha256"] == content,
                "releases": sorted(path.name for path in (output / "releases").iterdir()),
                "parts": sorted(path.name for path in output.rglob("*.part")),
            }
        )
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
