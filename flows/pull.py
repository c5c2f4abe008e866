"""Pull: take into the raw store what the sources hold now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from flows import files
from flows.archives.warc import pull_archives
from flows.feeds.declared import LISTS
from flows.feeds.together import pull_list, pull_lists
from flows.fetch.archive_index import bring_up_to_date
from flows.fetch.ofsted_providers import pull_ofsted_providers
from flows.intake import Intake, Moment, Pulled
from flows.inventory import Document, take_stock
from flows.lock import hold
from flows.pull_folder import pull_documents, pull_statistics
from flows.sources import Source
from flows.store import RawStore

__all__ = ["PULLERS", "Moment", "Pulled", "pull"]

STORE_PATIENCE_SECONDS = 60.0

Puller = Callable[[Intake, Collection[Path]], Pulled]

# the same names as flows.kinds.KINDS
PULLERS: Mapping[str, Puller] = {
    "folder": pull_documents,
    "statistics": pull_statistics,
    "ofsted_providers": pull_ofsted_providers,
    "warc": pull_archives,
    "feed": pull_list,
    "sitemap": pull_list,
    "page": pull_list,
    "pdf": pull_list,
    "urls": pull_list,
}


def pull(sources: Sequence[Source], store: RawStore, moment: Moment, without: Collection[Path] = ()) -> list[Pulled]:
    """Take new, changed and gone documents of the enabled sources into ``store``.

    Args:
        sources: the sources; those that are not enabled are left alone.
        store: the raw store; locked meanwhile.
        moment: the as-of date and the time.
        without: folders that are no part of a source even where they lie in it (the output).

    Raises:
        WrongUseError: a source's folder is missing, or is empty although documents came from it before.
        OSError: the store cannot be written, or a folder cannot be listed.
    """
    with hold(store.lock, f"the raw store {store.root}", STORE_PATIENCE_SECONDS):
        files.remove_parts(store.root)
        enabled = [source for source in sources if source.enabled]
        known: dict[str, list[Document]] = {source.id: [] for source in enabled}
        for document in take_stock(store.events(), known):
            known[document.source].append(document)
        lists = [Intake(source, store, moment, known[source.id]) for source in enabled if source.kind in LISTS]
        pulled = [
            PULLERS[source.kind](Intake(source, store, moment, known[source.id]), without)
            for source in enabled
            if source.kind not in LISTS
        ]
        # one after the other they would take hours: most of their time is waiting
        pulled += pull_lists(lists)
        bring_up_to_date(store)
        return sorted(pulled, key=lambda one: list(known).index(one.source))
