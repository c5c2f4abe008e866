"""Doing works in processes of their own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows import files, pool
from flows.errors import MachineError
from flows.reading import Work, load_reading
from transforms.model import DocumentFacts


def work(folder: Path, number: int, size: int | None = None) -> Work:
    data = f"Office {number} has {number} teams and its work goes on as before.".encode()
    path = folder / f"{number}"
    path.write_bytes(data)
    return Work(
        path, files.sha256(data), size or len(data), f"{number}.txt", DocumentFacts(), False, folder / "texts", False
    )


def test_works_are_cut_by_size_and_by_number(tmp_path):
    works = [work(tmp_path, number, size) for number, size in enumerate([10, pool.PIECE_BYTES, 10, 10])]
    assert [[one.doc for one in piece] for piece in pool.cut(works)] == [["0.txt"], ["1.txt"], ["2.txt", "3.txt"]]
    many = [work(tmp_path, 1)] * (pool.PIECE_WORKS + 1)
    assert [len(piece) for piece in pool.cut(many)] == [pool.PIECE_WORKS, 1]
    assert pool.cut([]) == []


def test_many_works_in_processes_give_what_few_give_in_this_one(tmp_path, monkeypatch):
    works = [work(tmp_path, number) for number in range(7)]
    here = {entry for piece in pool.do_all(works) for done in piece for entry in done.entries}
    monkeypatch.setattr(pool, "FEW_BYTES", 0)
    monkeypatch.setattr(pool, "PIECE_WORKS", 2)
    there = {entry for piece in pool.do_all(works) for done in piece for entry in done.entries}
    assert here == there
    readings = [load_reading(payload) for key, _, payload in here if key.startswith("reading:")]
    assert len(readings) == 7
    assert all((tmp_path / "texts" / one.text_sha256[:2] / f"{one.text_sha256}.txt").is_file() for one in readings)


def test_a_process_that_dies_is_a_machine_error(tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "FEW_BYTES", 0)
    monkeypatch.setattr(pool, "PIECE_WORKS", 1)
    results = pool.do_all([work(tmp_path, number) for number in range(200)])
    next(results)
    for child in multiprocessing.active_children():
        os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(MachineError, match="run again"):
        list(results)


def test_a_damaged_file_is_told_from_another_process(tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "FEW_BYTES", 0)
    one = work(tmp_path, 1)
    one.path.write_bytes(b"something else")
    with pytest.raises(MachineError, match="damaged"):
        list(pool.do_all([one]))


SLEEP = """
import sys, time
from concurrent.futures import ProcessPoolExecutor
import multiprocessing
from flows import pool
if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=pool.end_with_parent) as executor:
        print(executor.submit(__import__("os").getpid).result(), flush=True)
        time.sleep(60)
"""


def test_a_worker_ends_when_its_parent_is_killed(tmp_path):
    script = tmp_path / "sleep.py"
    script.write_text(SLEEP)
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        if not Path(f"/proc/{worker}").exists() or "Z" in Path(f"/proc/{worker}/stat").read_text().split(")")[1][:3]:
            return
        time.sleep(0.1)
    pytest.fail("the worker lives on")
