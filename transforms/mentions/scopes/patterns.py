"""How the patterns over a wrapped text are written."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| \??")


def _gap(token: re.Match[str]) -> str:
    return {" ": " {1,3}", " ?": " {0,3}"}.get(token.group(), token.group())


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern, in any case, in which one space stands for up to three, as a wrapped line leaves them.

    The group ``scope`` of a pattern is what is reported.
    """
    return re.compile(_TOKEN.sub(_gap, pattern), re.IGNORECASE)
