"""Parts of regular expressions that several readers use."""

from __future__ import annotations


def at_word(words: str) -> str:
    """Return a pattern of ``words`` (plain text) that does not match in the middle of a word.

    It begins with a letter, not with ``\\b``, for the engine of ``re`` looks for letters at once.
    """
    return rf"{words}(?<!\w{words})"
