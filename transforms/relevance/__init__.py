"""Relevance: whether a document is about children's services in England.

Two steps: a scan for phrases on the raw bytes of a page, before anything is parsed (``Scan``), and a judgement of the
text that was read from it, with a reason code (``Judge``). The words of both are data (``words.toml``).
"""

from transforms.relevance.exact import NO_TOPIC, Judge, Verdict
from transforms.relevance.patterns import Pattern, topic_patterns
from transforms.relevance.scan import Scan, ScanUnavailableError, compile_scan
from transforms.relevance.words import FILE, Words, WordsError, parse_words

__all__ = [
    "FILE",
    "NO_TOPIC",
    "Judge",
    "Pattern",
    "Scan",
    "ScanUnavailableError",
    "Verdict",
    "Words",
    "WordsError",
    "compile_scan",
    "parse_words",
    "topic_patterns",
]
