"""The rows of the tables that others refer to: sources, authorities, metrics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from flows.sources import Source
from transforms.codelists import Authority, Codelists

Row = dict[str, Any]


def source_rows(sources: Sequence[Source]) -> list[Row]:
    """Return the sources as declared; a folder from the command line has no location: its path stays private."""
    return [
        {
            "source_id": source.id,
            "kind": source.kind,
            "title": source.title,
            "location": source.location,
            "licence": source.licence,
            "authority": source.authority,
            "enabled": source.enabled,
            "sample": source.sample,
        }
        for source in sources
    ]


def metric_rows(codelists: Codelists) -> list[Row]:
    """Return the metrics."""
    return [asdict(metric) for metric in codelists.metrics.values()]


def authority_rows(codelists: Codelists, samples: bool) -> list[Row]:
    """Return the authorities; the invented ones only with ``samples``, so that no release of real sources has them."""
    chosen = (*codelists.authorities, *(codelists.sample_authorities if samples else ()))
    predecessors: dict[str, list[str]] = {}
    for authority in chosen:
        for successor in authority.successors:
            predecessors.setdefault(successor, []).append(authority.gss_code)
    return [_authority_row(authority, predecessors.get(authority.gss_code, ())) for authority in chosen]


def _authority_row(authority: Authority, predecessors: Iterable[str]) -> Row:
    return {
        **asdict(authority),
        "successors": _joined(authority.successors),
        "predecessors": _joined(predecessors),
        "official_name": authority.official_name or None,
        "region": authority.region or None,
        "trusts": None,
    }


def _joined(codes: Iterable[str]) -> str | None:
    return ";".join(sorted(codes)) or None
