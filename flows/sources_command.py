"""The commands on sources: what is declared, and what stands there now."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from flows.feeds.check import Finding
    from flows.sources import Source

# 2 is wrong use, 3 and above are said in the help of the command line
NOT_AS_DECLARED = 1

style_option = click.option(
    "--format",
    "style",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table for people, or one JSON object per line.",
)


@click.group(invoke_without_command=True)
@style_option
@click.pass_context
def sources(context: click.Context, style: str) -> None:
    """List the declared sources: kind, whether enabled, cadence, licence. See also `turnaround sources check`."""
    if context.invoked_subcommand is not None:
        return
    records = [_record(source) for source in _declared(())]
    if style == "jsonl":
        _print_json(records)
        return
    columns = ("source", "kind", "enabled", "cadence", "a month", "authority", "licence")
    rows = [[_cell(record[name.replace(" ", "_")]) for name in columns] for record in records]
    _print_table(columns, rows)
    enabled = sum(bool(record["enabled"]) for record in records)
    click.echo(f"{len(records)} sources are declared, {enabled} of them enabled", err=True)


@sources.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--contact", metavar="TEXT", help="Page or mailbox to give to servers where a source has no contact.")
@style_option
@click.pass_context
def check(context: click.Context, names: tuple[str, ...], contact: str | None, style: str) -> None:
    """Try the sources NAME, all if none is given, and say what stands there now. Nothing is stored.

    Robots.txt is asked for first and obeyed; then the list, and the newest document that it names. Exit codes: 0 each
    source is as declared, 1 at least one is not, 2 wrong use.
    """
    # readers of pages and feeds take a second to load
    from flows.feeds.check import check_source
    from flows.feeds.together import sessions

    chosen = [_with_contact(source, contact) for source in _declared(names)]
    make_session, at = sessions(), datetime.now(UTC)
    findings = []
    for place, source in enumerate(chosen, 1):
        finding = check_source(source, make_session, at)
        findings.append(finding)
        if style == "jsonl":
            _print_json([asdict(finding)])
        elif len(chosen) > 1:
            click.echo(f"{place} of {len(chosen)}: {source.id}: {finding.fault or 'as declared'}", err=True)
    if style == "table":
        _print_findings(findings)
    wrong = sum(finding.fault is not None for finding in findings)
    if wrong:
        click.echo(f"{wrong} of {len(findings)} sources cannot be pulled as declared", err=True)
        context.exit(NOT_AS_DECLARED)


def _declared(names: Sequence[str]) -> list[Source]:
    """Return the declared sources with these names, all where none is given.

    Raises:
        WrongUseError: a name is not declared, or the declarations are wrong.
    """
    from flows.codelists import for_real_sources, load_codelists
    from flows.errors import WrongUseError
    from flows.layout import SOURCES_FILE
    from flows.sources import read_sources

    every = {source.id: source for source in read_sources(SOURCES_FILE, for_real_sources(load_codelists()).by_gss)}
    unknown = [name for name in names if name not in every]
    if unknown:
        raise WrongUseError(f"{unknown[0]}: no source of this name; `turnaround sources` lists them")
    return [every[name] for name in names] if names else list(every.values())


def _with_contact(source: Source, contact: str | None) -> Source:
    from flows.kinds import KINDS

    if contact is None or "contact" not in KINDS[source.kind].keys or "contact" in source.settings:
        return source
    fault = KINDS[source.kind].keys["contact"].fault(contact)
    if fault is not None:
        raise click.BadParameter(f"{contact!r} {fault}", param_hint="--contact")
    return replace(source, settings={**source.settings, "contact": contact})


def _record(source: Source) -> dict[str, object]:
    return {
        "source": source.id,
        "kind": source.kind,
        "title": source.title,
        "location": source.location,
        "enabled": source.enabled,
        "cadence": source.settings.get("cadence"),
        "a_month": source.settings.get("documents_per_month"),
        "authority": source.authority,
        "licence": source.licence,
        "sample": source.sample,
    }


def _print_json(records: Sequence[dict[str, object]]) -> None:
    for record in records:
        click.echo(json.dumps(record, ensure_ascii=False))


def _print_findings(findings: Sequence[Finding]) -> None:
    columns = ("source", "state", "robots.txt", "list", "listed", "taken", "a month", "newest")
    rows = [
        [
            finding.source,
            "as declared" if finding.fault is None else "FAULT",
            _cell(finding.robots),
            _cell(finding.form),
            _cell(finding.listed),
            _cell(finding.chosen),
            _cell(finding.a_month),
            _cell(finding.newest[0].published_on if finding.newest else None),
        ]
        for finding in findings
    ]
    _print_table(columns, rows)
    for finding in findings:
        _print_details(finding)


def _print_details(finding: Finding) -> None:
    lines = [f"{item.published_on or 'no date'}  {item.title or 'no title'}  {item.url}" for item in finding.newest]
    if finding.page is not None:
        lines.append(f"newest page: {finding.page}")
    lines += [f"note: {note}" for note in finding.notes]
    if finding.fault is not None:
        lines.append(f"fault: {finding.fault}")
    if lines:
        click.echo(f"\n{finding.source}")
        for line in lines:
            click.echo(f"  {line}")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(f"{value:.0f}".split()) if isinstance(value, float) else " ".join(str(value).split())


def _print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = [list(columns), *rows]
    widths = [max(len(row[place]) for row in table) for place in range(len(columns))]
    for row in table:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
