"""What a source that fetches needs, opened from its declaration: a session, its memory and its archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import metadata

from flows import files
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
    """The bytes of an address as they are now; ``sha256`` names them, ``final_url`` is where they lay.

    ``fetched`` is the answer that brought them, None where they were at hand.
    """

    final_url: str
    data: bytes
    sha256: str
    media_type: str
    fetched: Fetched | None = None


class EnoughError(Exception):
    """As many addresses were asked for as one run may; the next run goes on."""


class Fetcher:
    """Gives the content of addresses: asked for, or as it was when that is not long ago.

    Of worth are documents: ``keep`` puts one into the raw store, as a WARC record, before anything speaks of it. Of a
    list only the newest bytes stay, aside; what is not kept is gone. At most ``most`` addresses are asked for;
    ``asked`` is how many were.
    """

    def __init__(
        self, session: Session, store: RawStore, memory: Memory, archive: Archive, at: datetime, most: int
    ) -> None:
        self._session, self._store, self._memory, self._archive = session, store, memory, archive
        self._at, self._most = at, most
        self.asked = 0

    def listing(self, url: str, accepted: tuple[str, ...], every: timedelta) -> Content | Refused:
        """Return the list that is at ``url``; it is not asked for if a run that began less than ``every`` ago did so.

        Raises:
            EnoughError: it must be asked for, and as many as may be were.
            MachineError: the memory is damaged or cannot be written.
        """
        path = self._store.root / "lists" / files.sha256(url.encode("utf-8"))
        known = self._memory.get(url)
        data = path.read_bytes() if known is not None and path.exists() else b""
        if known is not None and (known.media_type not in accepted or files.sha256(data) != known.sha256):
            known = None
        content = self._content(url, accepted, every, known, lambda _: data)
        if isinstance(content, Content) and content.fetched is not None:
            # a kill between the two means that the list is asked for once more
            files.write_bytes(path, content.data, sync_name=False)
            self._remember(known_of(content.fetched, content.sha256))
        return content

    def document(self, url: str, accepted: tuple[str, ...], every: timedelta) -> Content | Refused:
        """Return the document that is at ``url``, as ``listing`` does; ``keep`` or ``leave`` what is returned.

        Raises:
            EnoughError: it must be asked for, and as many as may be were.
            MachineError: the store or the memory is damaged or cannot be written.
        """
        known = self._memory.get(url)
        if known is not None and (known.media_type not in accepted or not self._store.holds(known.sha256)):
            known = None
        return self._content(url, accepted, every, known, lambda known: self._store.get(known.sha256))

    def _content(
        self,
        url: str,
        accepted: tuple[str, ...],
        every: timedelta,
        known: Known | None,
        stored: Callable[[Known], bytes],
    ) -> Content | Refused:
        if known is None or self._at - known.checked_at >= every - SLACK:
            if self.asked >= self._most:
                raise EnoughError(f"{self.asked} addresses were asked for, the next run goes on")
            self.asked += 1
            outcome = self._session.get(url, accepted, known)
            if isinstance(outcome, Refused):
                return outcome
            if isinstance(outcome, Fetched):
                digest = files.sha256(outcome.body)
                return Content(outcome.final_url, outcome.body, digest, outcome.media_type, outcome)
            known = outcome.known
            self._remember(known)
        return Content(known.final_url, stored(known), known.sha256, known.media_type)

    def keep(self, content: Content) -> None:
        """Have a document in the store, as a WARC record, and remember where it is from.

        What an address still has, though its server was not asked or does not tell, makes no second record.
        """
        fetched = content.fetched
        if fetched is None:
            return
        known = self._memory.get(fetched.url)
        if known is None or known.sha256 != content.sha256 or not self._store.holds(content.sha256):
            place = self._archive.keep(fetched)
            self._store.refer(content.data, place, fetched.url, content.media_type, fetched.retrieved_at)
        self._remember(known_of(fetched, content.sha256))

    def leave(self, url: str, why: str) -> None:
        """Leave what is at ``url`` out of the store, and remember why; see ``why_left``."""
        self._memory.leave(url, why, self._at)

    def why_left(self, url: str) -> str | None:
        """Return why the document at ``url`` was left this night, for whichever source; None where it was not."""
        return self._memory.why_left(url)

    def _remember(self, known: Known) -> None:
        """Remember an address as checked at the moment of the run, whatever moment within it that was."""
        self._memory.put(replace(known, checked_at=self._at))


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
