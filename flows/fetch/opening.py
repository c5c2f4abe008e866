"""What a source that fetches needs, opened from its declaration: a session, its memory and its archive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import metadata

from flows.errors import WrongUseError
from flows.fetch.archive import Archive
from flows.fetch.memory import Memory, known_of, open_memory
from flows.fetch.outcome import Fetched, Known, Refused
from flows.fetch.session import Manners, Session
from flows.sources import Source
from flows.store import RawStore

AGENT = "Turnaround"
# a night is a night, even if it begins a little earlier than the one before
SLACK = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of an address as they are now; ``sha256`` names them in the store, ``final_url`` is where they lay."""

    final_url: str
    data: bytes
    sha256: str
    media_type: str


class EnoughError(Exception):
    """As many addresses were asked for as one run may; the next run goes on."""


class Fetcher:
    """Gives the content of addresses: asked for, or as it was when that is not long ago.

    What is fetched is in the raw store before this returns, as an object, as a WARC record and in the memory. At most
    ``most`` addresses are asked for; ``asked`` is how many were.
    """

    def __init__(
        self, session: Session, store: RawStore, memory: Memory, archive: Archive, at: datetime, most: int
    ) -> None:
        self._session, self._store, self._memory, self._archive = session, store, memory, archive
        self._at, self._most = at, most
        self.asked = 0

    def content(self, url: str, accepted: tuple[str, ...], every: timedelta) -> Content | Refused:
        """Return what is at ``url``; it is not asked for if a run that began less than ``every`` ago did so.

        Raises:
            EnoughError: it must be asked for, and as many as may be were.
            MachineError: the store or the memory is damaged or cannot be written.
        """
        known = self._at_hand(url, accepted)
        if known is not None and self._at - known.checked_at < every - SLACK:
            return self._stored(known)
        if self.asked >= self._most:
            raise EnoughError(f"{self.asked} addresses were asked for, the next run goes on")
        self.asked += 1
        outcome = self._session.get(url, accepted, known)
        if isinstance(outcome, Refused):
            return outcome
        if isinstance(outcome, Fetched):
            digest = self._store.put(outcome.body, url, outcome.media_type, outcome.retrieved_at)
            self._archive.keep(outcome)
            self._remember(known_of(outcome, digest))
            return Content(outcome.final_url, outcome.body, digest, outcome.media_type)
        self._remember(outcome.known)
        return self._stored(outcome.known)

    def _remember(self, known: Known) -> None:
        """Remember an address as checked at the moment of the run, whatever moment within it that was."""
        self._memory.put(replace(known, checked_at=self._at))

    def _at_hand(self, url: str, accepted: tuple[str, ...]) -> Known | None:
        known = self._memory.get(url)
        if known is None or known.media_type not in accepted or not self._store.path(known.sha256).exists():
            return None
        return known

    def _stored(self, known: Known) -> Content:
        return Content(known.final_url, self._store.get(known.sha256), known.sha256, known.media_type)


def manners_of(source: Source) -> Manners:
    """Return how a source is to be asked.

    Raises:
        WrongUseError: it does not say where its operator is reached.
    """
    contact = source.settings.get("contact")
    if contact is None:
        raise WrongUseError(
            f"source {source.id}: contact is missing; add the address of a page or a mailbox where whoever runs this "
            "is reached: it goes into every request"
        )
    interval = float(source.settings["seconds_between_requests"])
    return Manners(f"{AGENT}/{metadata.version('turnaround')}", str(contact), interval)


@contextmanager
def open_fetcher(source: Source, store: RawStore, at: datetime, session: Session | None = None) -> Iterator[Fetcher]:
    """Open a source for fetching at this moment; a ``session`` of one's own is for tests.

    Raises:
        WrongUseError: the source does not say where its operator is reached.
        MachineError: the memory cannot be opened.
    """
    manners = manners_of(source)
    with (
        open_memory(store.root / "fetched.sqlite") as memory,
        Archive(store.root / "warc" / source.id, at, manners.user_agent) as archive,
    ):
        most = int(source.settings["requests_per_run"])
        yield Fetcher(Session(manners) if session is None else session, store, memory, archive, at, most)
