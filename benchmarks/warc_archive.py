"""Speed and recall of reading a web archive, from the WARC file to mentions, on one core.

    python -m benchmarks.warc_archive [--pages 5000] [--relevant-one-in 20] [--folder FOLDER]

Makes an archive of real-shaped pages (``warc_build``), reads it with FastWARC alone, then from records to mentions with
the pipeline's own functions: sifting by phrases, reading, judging, extracting. Then the same with one relevant page in
125, where both take turns and the median of three rounds counts, since other work on a machine slows now one and now
the other. Prints pages per second of wall and of CPU time, the recall of the byte filter, and whether all is within
what is asked. 100,000 pages take 4 GB of disk and some minutes to make.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from fastwarc.warc import ArchiveIterator, WarcRecordType

from benchmarks.archive_pages import make_page
from benchmarks.warc_build import Built, build
from flows.archives.records import Place
from flows.archives.sifting import Capture, sift
from flows.codelists import load_codelists
from flows.fetch.sniff import HTML
from flows.relevance import load_judge, make_scan
from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts, ReadDocument
from transforms.reading import read_document
from transforms.relevance import Judge

PAGES_PER_SECOND, RECALL, SHARE_OF_READER = 800, 0.995, 0.5
FEW_IN, ROUNDS = 125, 3
WARMING = 5


@dataclass(slots=True)
class Result:
    """What came of an archive, and the seconds of wall and CPU that each part took."""

    taken: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    wall: float = 0.0
    cpu: float = 0.0
    parts: Counter[str] = field(default_factory=Counter)


def read_alone(path: Path) -> tuple[float, float]:
    """Read all answers' bodies with FastWARC and nothing else; return wall and CPU seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    for record in ArchiveIterator(str(path), record_types=WarcRecordType.response):
        record.reader.read()
    return time.perf_counter() - wall, time.process_time() - cpu


def read_whole(path: Path) -> Result:
    """Go from the file to mentions."""
    result, scan, judge, lists = Result(), make_scan(), load_judge(), load_codelists()
    # compiles the rules and makes the indexes of names
    for number in range(WARMING):
        _follow(Capture("", datetime.now(UTC), HTML, make_page(number, 1).html), Result(), judge, lists)
    wall, cpu = time.perf_counter(), time.process_time()
    with path.open("rb") as handle:
        for piece in sift(handle, Place(), scan):
            result.counts += piece.counts
            for capture in piece.captures:
                _follow(capture, result, judge, lists)
    result.wall, result.cpu = time.perf_counter() - wall, time.process_time() - cpu
    result.parts["sifting"] = result.cpu - sum(result.parts.values())
    return result


def _follow(capture: Capture, result: Result, judge: Judge, lists: Codelists) -> None:
    result.taken.add(capture.url)
    began = time.process_time()
    read = read_document(capture.data, "capture.html")
    after = time.process_time()
    result.parts["reading"] += after - began
    if not isinstance(read, ReadDocument):
        result.verdicts[read.reason] += 1
        return
    reason = judge.judge(read.text).reason
    judged = time.process_time()
    result.parts["judging"] += judged - after
    result.verdicts[reason or "relevant"] += 1
    if reason is None:
        facts = DocumentFacts(title=read.title, published_on=read.published_on, publisher=read.publisher)
        result.mentions += len(extract(read.text, facts, lists).mentions)
        result.parts["extracting"] += time.process_time() - judged


def report(built: Built, least: float | None) -> bool:
    """Measure one archive, print, and return whether it is within what is asked; ``least`` is pages a second."""
    size = built.path.stat().st_size
    print(
        f"{built.pages:,} pages of {built.mean / 1000:,.0f} KB on average, {len(built.relevant):,} relevant "
        f"({len(built.relevant) / built.pages:.1%}); {size / 1e9:.2f} GB packed, "
        f"{built.pages * built.mean / size:.1f} to one"
    )
    rounds = [(*read_alone(built.path), read_whole(built.path)) for _ in range(ROUNDS if least is None else 1)]
    share = median(alone / whole.cpu for _, alone, whole in rounds)
    alone_wall, alone_cpu, result = sorted(rounds, key=lambda each: each[2].cpu)[len(rounds) // 2]
    found = len(built.relevant & result.taken) / len(built.relevant)
    others = len(result.taken - built.relevant) / (built.pages - len(built.relevant))
    rate = built.pages / result.cpu
    print(
        f"FastWARC alone   {built.pages / alone_wall:8,.0f} pages a second ({built.pages / alone_cpu:,.0f} of CPU time)"
    )
    print(
        f"to mentions      {built.pages / result.wall:8,.0f} pages a second ({rate:,.0f} of CPU time), "
        f"{share:.2f} of FastWARC"
    )
    parts = ", ".join(f"{name} {seconds / result.cpu:.0%}" for name, seconds in result.parts.most_common())
    print(f"byte filter      recall {found:.4f}, passes {others:.2%} of the others; time: {parts}")
    print(f"counted          {dict(result.counts.most_common())}")
    print(f"judged           {dict(result.verdicts.most_common())}; {result.mentions:,} mentions")
    fine = found >= RECALL and (rate >= least if least is not None else share >= SHARE_OF_READER)
    asked = f"{least} pages a second" if least is not None else f"{SHARE_OF_READER} of FastWARC"
    print(f"{'within' if fine else 'OUT OF'} what is asked: recall {RECALL} and {asked}")
    return fine


def main() -> int:
    """Measure as the command line says; 1 where something is out of its bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--relevant-one-in", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="where the archives are made; a temporary folder unless given")
    arguments = parser.parse_args()
    gc.freeze()
    # as in the processes that read for the pipeline
    gc.set_threshold(50_000)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as made:
        many = build(Path(made) / "many.warc.gz", arguments.pages, arguments.relevant_one_in)
        fine = report(many, PAGES_PER_SECOND)
        many.path.unlink()
        print()
        few = build(Path(made) / "few.warc.gz", max(arguments.pages // 5, 1000), FEW_IN, first=10**6)
        fine = report(few, None) and fine
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
