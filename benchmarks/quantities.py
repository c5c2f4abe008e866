"""Speed of the quantity layer against quantulum3 on the same text in the same run.

    python -m benchmarks.quantities FOLDER [--peer-characters 200000]

FOLDER holds texts or reports (``*.txt``, ``*.pdf``). Prints characters per CPU second of each reader and the ratio.
quantulum3 gets the text in pieces of some lines, as it slows down on long texts; ours gets whole documents.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections.abc import Callable
from pathlib import Path

from transforms.model import ReadDocument
from transforms.quantities import read_quantities
from transforms.reading import read_document

PIECE_CHARACTERS = 1000


def load(folder: Path) -> list[str]:
    """Return the normalised text of every document of a folder that can be read, in order of their names."""
    texts = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".pdf"):
            document = read_document(path.read_bytes(), path.name)
            if isinstance(document, ReadDocument):
                texts.append(document.text)
    return texts


def rate(read: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Return the characters that ``read`` handles per CPU second: the best of some rounds over all texts."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - begin)
    return sum(map(len, texts)) / best


def pieces(texts: list[str], characters: int) -> list[str]:
    """Return runs of whole lines from the front of the texts, until they hold at least so many characters."""
    taken: list[str] = []
    total, piece = 0, ""
    for line in (line for text in texts for line in text.splitlines(keepends=True)):
        piece += line
        if len(piece) >= PIECE_CHARACTERS:
            taken.append(piece)
            total, piece = total + len(piece), ""
        if total >= characters:
            break
    return [*taken, piece] if piece else taken


def report(texts: list[str], rounds: int, peer_characters: int) -> float | None:
    """Measure both readers, print what they do and return the ratio; None where quantulum3 is not installed."""
    read_quantities(texts[0])
    ours = rate(read_quantities, texts, rounds)
    print(f"read_quantities  {ours:12,.0f} characters per CPU second  ({sum(map(len, texts)):,} characters)")
    try:
        peer = importlib.import_module("quantulum3.parser")
    except ModuleNotFoundError:
        print("quantulum3 is not installed: pip install 'turnaround[bench]' for the comparison")
        return None
    sample = pieces(texts, peer_characters)
    peer.parse(sample[0])  # loads its tables
    theirs = rate(peer.parse, sample, 1)
    print(f"quantulum3       {theirs:12,.0f} characters per CPU second  ({sum(map(len, sample)):,} characters)")
    print(f"ratio            {ours / theirs:12,.0f}")
    return ours / theirs


def main() -> None:
    """Measure on the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer-characters", type=int, default=200_000)
    arguments = parser.parse_args()
    texts = load(arguments.folder)
    if not texts:
        parser.error(f"{arguments.folder} holds no *.txt or *.pdf: name a folder of texts")
    report(texts, arguments.rounds, arguments.peer_characters)


if __name__ == "__main__":
    main()
