"""Time of the whole extraction on texts made to be slow, beside that on texts as people write them.

    python -m benchmarks.hostile FOLDER [--characters 200000]

FOLDER holds texts or reports (``*.txt``, ``*.pdf``). For each hostile text: its time as a multiple of that on as many
characters of the folder, and how much longer it takes than a quarter of itself (4 is linear). Exits 1 beyond a bound.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from benchmarks.quantities import load
from transforms import codelists as package
from transforms.codelists import FILES, Codelists, parse_codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts

UNITS = (
    "children in care ",
    "The number of children in care was 5 and ",
    "12 children in care and 13 on a plan, ",
    "35% of reviews were held on time and ",
    "caseload of 20, ",
    "£1m overspend ",
    "Children looked after | 1 | 2\n",
    "- a:\n• b 2 children:\n",
    "the caseload was 12. It is 13. ",
    "respectively 1, 2 ",
    "Swindon 12 ",
    "1, ",
    "of 1 ",
    "1; ",
    "| 1 ",
    "a 1 2\n",
    "• 1\n",
    "A. ",
    "a ",
    "(",
    "\n",
)
SLOWEST, STEEPEST, LEAST = 8.0, 8.0, 0.05


def read_codelists() -> Codelists:
    """Return the project's codelists, which lie beside their module."""
    folder = Path(package.__file__).parent
    return parse_codelists({name: (folder / name).read_bytes() for name in FILES})


def seconds(text: str, codelists: Codelists) -> float:
    """Return the CPU seconds that the extraction of a text takes."""
    begin = time.process_time()
    extract(text, DocumentFacts(), codelists)
    return time.process_time() - begin


def repeated(unit: str, characters: int) -> str:
    """Return a text of so many characters made of one unit."""
    return (unit * (characters // len(unit) + 1))[:characters]


def report(texts: list[str], characters: int) -> bool:
    """Measure every hostile text, print what it took and return whether all are within their bounds."""
    codelists = read_codelists()
    friendly = repeated("\n\n".join(texts), characters)
    seconds(friendly[:10_000], codelists)  # compiles the rules
    normal = seconds(friendly, codelists)
    print(f"{characters:,} characters of the folder take {normal:.2f} CPU seconds")
    print(f"{'times as long':>14} {'x for 4 times':>14}  text")
    within = True
    for unit in UNITS:
        quarter = seconds(repeated(unit, characters // 4), codelists)
        whole = seconds(repeated(unit, characters), codelists)
        growth = whole / max(quarter, LEAST)
        within = within and whole <= SLOWEST * normal and growth <= STEEPEST
        print(f"{whole / normal:14.2f} {growth:14.1f}  {unit!r}")
    return within


def main() -> int:
    """Measure on the folder that the command line names; 1 where a text is beyond its bound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--characters", type=int, default=200_000)
    arguments = parser.parse_args()
    texts = load(arguments.folder)
    if not texts:
        parser.error(f"{arguments.folder} holds no *.txt or *.pdf: name a folder of texts")
    return 0 if report(texts, arguments.characters) else 1


if __name__ == "__main__":
    sys.exit(main())
