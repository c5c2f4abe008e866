"""The relevance filter, ready for use: its words from the package, its phrases compiled once in a process."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from flows.codelists import load_codelists
from flows.errors import MachineError, WrongUseError
from flows.files import sha256
from transforms import relevance
from transforms.relevance import Judge, Pattern, Scan, Words


def _bytes() -> bytes:
    return (resources.files("transforms") / "relevance" / relevance.FILE).read_bytes()


@lru_cache(maxsize=1)
def load_words() -> Words:
    """Read the words that lie with the transforms.

    Raises:
        WrongUseError: they do not hold together; the message names the place and the mend.
    """
    try:
        return relevance.parse_words(_bytes())
    except relevance.WordsError as error:
        raise WrongUseError(f"transforms/relevance: {error}") from error


@lru_cache(maxsize=1)
def words_digest() -> str:
    """Return a digest of the words: what was sifted by others is to be sifted again."""
    return sha256(_bytes())


@lru_cache(maxsize=1)
def _patterns() -> tuple[Pattern, ...]:
    return relevance.topic_patterns(load_words())


@lru_cache(maxsize=1)
def compiled_scan() -> bytes:
    """Return the compiled phrases, to be handed to other processes, where ``make_scan`` loads them in a millisecond.

    Raises:
        MachineError: hyperscan cannot be loaded on this machine.
    """
    try:
        return relevance.compile_scan(_patterns())
    except relevance.ScanUnavailableError as error:
        raise MachineError(str(error)) from error


def make_scan(compiled: bytes | None = None) -> Scan:
    """Return a scan of pages' bytes; one for each thread.

    Raises:
        MachineError: hyperscan cannot be loaded on this machine.
    """
    return Scan(compiled_scan() if compiled is None else compiled, _patterns(), load_words().enough)


@lru_cache(maxsize=1)
def load_judge() -> Judge:
    """Return the judge of texts, who knows England's authorities by their names."""
    authorities = load_codelists().authorities
    return Judge(load_words(), sorted({authority.name for authority in authorities}))
