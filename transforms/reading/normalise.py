"""The one form in which every text is stored and to which every offset refers.

Letters, line breaks and bullet glyphs stay; what changes is what no reader sees: encodings of a line end, characters
of control, ligatures and the many code points for one hyphen or one space.
"""

from __future__ import annotations

import re
import unicodedata

# PDF libraries leave U+0002 or U+FFFE where a hyphen ended a line: "well\x02conceived" is "well-conceived".
HYPHENS = "\x02\ufffe\u2010\u2011"
LINE_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# Soft hyphen, zero-width characters, marks of direction, byte order mark: they would split a word for no reader.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}

_LETTER_AND_MARK = re.compile(r"[A-Za-z][\u0300-\u036f]")


def _table() -> dict[int, str]:
    """Return the map of characters. Latin-1 controls are read as Windows-1252, as HTML does (U+0092 is U+2019)."""
    table = dict.fromkeys([*range(0x20), 0x7F, 0xA0, *range(0xD800, 0xE000), 0xFFFF], " ")
    for code in range(0x80, 0xA0):
        decoded = bytes([code]).decode("cp1252", errors="ignore")
        table[code] = decoded or " "
    table.update({ord(char): "\n" for char in LINE_BREAKS})
    table.update({ord(char): "-" for char in HYPHENS})
    table.update({ord(char): "" for char in INVISIBLE})
    table.update({ord(char): plain for char, plain in LIGATURES.items()})
    del table[ord("\t")], table[ord("\n")]
    return table


_TABLE = _table()
_CODES = "".join(re.escape(chr(code)) for code in sorted(_TABLE))
_MAPPED = re.compile(f"[{_CODES}]")
# One look for all that may change: most texts hold none of it, and a letter is a slow place to begin to look.
_MAY_CHANGE = re.compile(f"[{_CODES}\u0300-\u036f]")


def normalise(text: str) -> str:
    """Return ``text`` with the line feed as its only line break and no stray control character.

    Idempotent; takes linear time.

    A control character or a no-break space becomes one space, so that lengths hold but for line ends (CRLF), invisible
    characters, ligatures and letters written with a separate accent.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _MAY_CHANGE.search(text):
        return text
    text = _MAPPED.sub(lambda match: _TABLE[ord(match.group())], text)
    return _LETTER_AND_MARK.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
