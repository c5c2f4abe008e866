"""All benchmarks, on the shared corpus: ``python -m benchmarks`` in the project's folder."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks import extraction, pdf_build
from benchmarks.quantities import load

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "ofsted"
ROUNDS = 3


def main() -> int:
    """Run every benchmark; 1 where one of them is out of its bounds, 2 where the corpus is missing."""
    if not CORPUS.is_dir():
        print(f"no corpus: the reports are expected in {CORPUS}; see docs for how to name another", file=sys.stderr)
        return 2
    fast = extraction.report(load(CORPUS), ROUNDS)
    print()
    built = pdf_build.report(CORPUS, ROUNDS)
    return 0 if fast and built else 1


if __name__ == "__main__":
    sys.exit(main())
