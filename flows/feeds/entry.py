"""What a list states of one document, and what a list holds as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from flows.feeds.stamps import Stamp


@dataclass(frozen=True, slots=True)
class Entry:
    """A document that a list names.

    ``mark`` is what the list states of its last change, as it stands there: another mark is another version, the
    empty one says nothing. ``newest`` is the latest date that is stated of it, ``published`` that of publication only.
    The rest are columns of a CSV.
    """

    url: str
    mark: str = ""
    title: str | None = None
    published: Stamp | None = None
    newest: Stamp | None = None
    publisher: str | None = None
    doc_type: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Further:
    """Another list that an index names, with the mark of its last change."""

    url: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list holds. ``form`` is what people call it; ``remarks`` is what was wrong with it, in words.

    ``unusable`` are entries without an address that could be asked for, each in a few words.
    """

    form: str
    entries: tuple[Entry, ...] = ()
    next_url: str | None = None
    further: tuple[Further, ...] = ()
    unusable: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    def __add__(self, other: Listing) -> Listing:
        """Join what follows on a list to it."""
        return replace(
            self, entries=self.entries + other.entries, unusable=self.unusable + other.unusable,
            remarks=self.remarks + other.remarks,
        )  # fmt: skip


class ListFaultError(Exception):
    """A list cannot be read at all; ``reason`` is a code of ``expectations.codes.REJECT_REASONS``."""

    def __init__(self, reason: str, what: str) -> None:
        super().__init__(what)
        self.reason, self.what = reason, what


_ENTITY = re.compile(rb"<!\s*ENTITY")


def refuse_entities(data: bytes) -> None:
    """Refuse XML that declares entities of its own, before any parser sees it: they can unfold without end.

    Raises:
        ListFaultError: it does.
    """
    # without the zero bytes of UTF-16 and UTF-32
    if _ENTITY.search(data.replace(b"\0", b"")):
        raise ListFaultError("unknown_layout", "declares XML entities of its own, which no list needs; look at it")
