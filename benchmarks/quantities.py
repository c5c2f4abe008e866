"""Speed of the quantity layer against quantulum3 on the same text in the same run.

    python benchmarks/quantities.py FOLDER [--peer-characters 200000]

FOLDER holds texts (``*.txt``). Prints characters per CPU second of each reader and their ratio.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections.abc import Callable
from pathlib import Path

from transforms.quantities import read_quantities


def rate(read: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Return the characters that ``read`` handles per CPU second: the best of some rounds over all texts."""
    size = sum(len(text) for text in texts)
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - begin)
    return size / best


def take(texts: list[str], characters: int) -> list[str]:
    """Return texts from the front until they hold at least so many characters."""
    taken: list[str] = []
    total = 0
    for text in texts:
        if total >= characters:
            break
        taken.append(text)
        total += len(text)
    return taken


def main() -> None:
    """Measure both readers and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer-characters", type=int, default=200_000)
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(arguments.folder.rglob("*.txt"))]
    if not texts:
        parser.error(f"{arguments.folder} holds no *.txt: name a folder of texts")
    read_quantities(texts[0])
    ours = rate(read_quantities, texts, arguments.rounds)
    print(f"read_quantities  {ours:12,.0f} characters per CPU second  ({sum(map(len, texts)):,} characters)")
    try:
        peer = importlib.import_module("quantulum3.parser")
    except ModuleNotFoundError:
        print("quantulum3 is not installed: pip install 'turnaround[bench]' for the comparison")
        return
    sample = take(texts, arguments.peer_characters)
    peer.parse(sample[0][:2000])  # loads its tables
    theirs = rate(peer.parse, sample, 1)
    print(f"quantulum3       {theirs:12,.0f} characters per CPU second  ({sum(map(len, sample)):,} characters)")
    print(f"ratio            {ours / theirs:12,.0f}")


if __name__ == "__main__":
    main()
