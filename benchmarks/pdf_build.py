"""Time of a whole build of real PDFs, files to release, against bare text extraction of them by pypdfium2.

    python -m benchmarks.pdf_build FOLDER [--rounds 3]

Both are taken as a slope: the time of five copies of the folder less the time of one, by four, so that start and
imports cancel out. No copy shares anything with another: each is a source of its own, each file has a byte more at its
end and a meta file of its own, so every copy is read, extracted, checked and published in full. Each measurement is a
process of its own; the least of the rounds counts. Also prints the most memory that the build of all copies held, with
its worker processes, and the characters per second of the extraction alone.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.memory import resident

COPIES = 5
# wall seconds of a build by those of bare text extraction, and bytes that it may hold
ALLOWED = 1.5
ALLOWED_MEMORY = 10**9
SECONDS_PER_LOOK = 0.05


@dataclass(frozen=True, slots=True)
class Measured:
    """Wall and CPU seconds of a process with its children, the most bytes they held, and what the work returned."""

    wall: float
    used: float
    memory: int
    answer: float | None


@dataclass(frozen=True, slots=True)
class Slope:
    """Wall and CPU seconds that one copy more costs, and the most bytes that were held with all copies."""

    wall: float
    used: float
    memory: int


def copy_corpus(folder: Path, target: Path, copies: int) -> None:
    """Write ``copies`` copies of the PDFs in ``folder``, each a folder of its own with bytes of its own."""
    files = [path for path in sorted(folder.rglob("*.pdf")) if path.read_bytes().startswith(b"%PDF-")]
    for copy in range(copies):
        root = target / f"copy-{copy}"
        root.mkdir(parents=True)
        for number, path in enumerate(files):
            # what follows the end of a PDF is no part of it
            (root / f"{number:03}.pdf").write_bytes(path.read_bytes() + b"\n" * (copy + 1))
            (root / f"{number:03}.meta.json").write_text(json.dumps({"title": f"Report {number}, copy {copy}"}))


def bare(folder: Path) -> None:
    """Take the text of every page with pypdfium2, and nothing else."""
    import pypdfium2

    for path in sorted(folder.rglob("*.pdf")):
        with pypdfium2.PdfDocument(path.read_bytes()) as document:
            for page in document:
                page.get_textpage().get_text_bounded()


def whole(folder: Path) -> None:
    """Go from the files to a release, as a direct run does."""
    from flows.job import Job
    from flows.layout import Layout
    from flows.pull import Moment
    from flows.run import Plain, run, run_and_tell
    from flows.sources import Source
    from flows.store import RawStore

    now = datetime.now(UTC)
    sources = tuple(
        Source(path.name, "folder", path.name, path, path.name, None, None, enabled=True, sample=False)
        for path in sorted(folder.iterdir())
    )
    with tempfile.TemporaryDirectory() as output:
        layout = Layout(Path(output))
        job = Job(layout, sources, RawStore(layout.folder_store), Moment(now.date(), now))
        run_and_tell(job, lambda: run(job, Plain()))


def extraction(folder: Path) -> float:
    """Return the characters per CPU second of the extraction of the PDFs' texts, in one process."""
    from flows.codelists import for_real_sources, load_codelists
    from transforms.extraction import extract
    from transforms.model import DocumentFacts, ReadDocument
    from transforms.reading import read_document

    codelists = for_real_sources(load_codelists())
    read = [read_document(path.read_bytes(), path.name) for path in sorted(folder.rglob("*.pdf"))]
    documents = [document for document in read if isinstance(document, ReadDocument)]
    extract(documents[0].text, DocumentFacts(), codelists, documents[0].page_starts)
    started = time.process_time()
    for document in documents:
        facts = DocumentFacts(document.title, document.publisher, document.published_on)
        extract(document.text, facts, codelists, document.page_starts)
    return sum(len(document.text) for document in documents) / (time.process_time() - started)


def _measure(
    work: Callable[[Path], float | None],
    folder: Path,
    told: multiprocessing.SimpleQueue[tuple[float, float, float | None]],
) -> None:
    started = time.monotonic()
    answer = work(folder)
    seconds = time.monotonic() - started
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    told.put((seconds, sum(one.ru_utime + one.ru_stime for one in used), answer))


def measure(work: Callable[[Path], float | None], folder: Path) -> Measured:
    """Take the measures of ``work`` in a fresh process."""
    context = multiprocessing.get_context("spawn")
    told = context.SimpleQueue()
    process = context.Process(target=_measure, args=(work, folder, told))
    process.start()
    memory = 0
    while process.is_alive():
        memory = max(memory, resident(process.pid or 0))
        process.join(SECONDS_PER_LOOK)
    if process.exitcode != 0:
        raise RuntimeError(f"{work.__name__} of {folder} failed with exit code {process.exitcode}; see above")
    seconds, used, answer = told.get()
    return Measured(seconds, used, memory, answer)


def slope(work: Callable[[Path], float | None], one: Path, many: Path, rounds: int) -> Slope:
    """Return what one copy more costs: the least of the rounds at either end."""
    few, lots = ([measure(work, folder) for _ in range(rounds)] for folder in (one, many))
    wall = (min(each.wall for each in lots) - min(each.wall for each in few)) / (COPIES - 1)
    used = (min(each.used for each in lots) - min(each.used for each in few)) / (COPIES - 1)
    return Slope(wall, used, max(each.memory for each in lots))


def report(folder: Path, rounds: int) -> bool:
    """Measure, print, and return whether the ratio and the memory are within what is allowed."""
    with tempfile.TemporaryDirectory() as space:
        one, many = Path(space) / "one", Path(space) / "many"
        copy_corpus(folder, one, 1)
        copy_corpus(folder, many, COPIES)
        count = len(list(one.rglob("*.pdf")))
        bare_slope = slope(bare, one, many, rounds)
        whole_slope = slope(whole, one, many, rounds)
        answers = [measure(extraction, one).answer or 0.0 for _ in range(rounds)]
    print(f"{count} PDFs, seconds per copy (least of {rounds} rounds, five copies less one)")
    print(f"  bare pypdfium2 text     {bare_slope.wall:6.2f} wall  {bare_slope.used:6.2f} CPU")
    print(f"  files to release        {whole_slope.wall:6.2f} wall  {whole_slope.used:6.2f} CPU")
    wall, used = whole_slope.wall / bare_slope.wall, whole_slope.used / bare_slope.used
    print(f"  ratio                   {wall:6.2f} wall  {used:6.2f} CPU   (at most {ALLOWED} wall)")
    print(f"  memory, all processes   {whole_slope.memory / 1e6:6.0f} MB   (at most {ALLOWED_MEMORY / 1e6:.0f})")
    print(f"  extraction alone        {max(answers):,.0f} characters per CPU second")
    return wall <= ALLOWED and whole_slope.memory <= ALLOWED_MEMORY


def main() -> None:
    """Measure the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    raise SystemExit(0 if report(arguments.folder, arguments.rounds) else 1)


if __name__ == "__main__":
    main()
