"""The commands on the web archive in the raw store: its index, and what it has of an address."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from flows.layout import DECLARED_STORE
from flows.options import Command

STORE_PATIENCE_SECONDS = 60.0


def store_option(command: Command) -> Command:
    """Add ``--store``."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path),
        default=DECLARED_STORE,
        show_default=True,
        metavar="DIR",
        help="Raw store of the declared sources.",
    )(command)


@click.group()
def archive() -> None:
    """What was fetched from the web, kept as WARC records: find and read them."""


@archive.command()
@store_option
@click.option("--anew", is_flag=True, help="Read every WARC file, whatever the index says of it.")
def index(store: Path, anew: bool) -> None:
    """Bring the index of the records (Parquet) up to date, as each pull does at its end."""
    from flows.fetch.archive_index import bring_up_to_date
    from flows.lock import hold
    from flows.store import RawStore

    raw = RawStore(store)
    with hold(raw.lock, f"the raw store {store}", STORE_PATIENCE_SECONDS):
        done = bring_up_to_date(raw, anew=anew)
    damaged = f", {len(done.damaged)} damaged places" if done.damaged else ""
    click.echo(f"{done.records:,} records in {done.files:,} files ({done.files_read:,} read now{damaged}): {done.path}")


@archive.command()
@click.argument("address")
@store_option
@click.option("--content", is_flag=True, help="Write the content of the newest record to standard output.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table for people, or one JSON object per line.",
)
def show(address: str, store: Path, content: bool, style: str) -> None:
    """Show what the archive has of ADDRESS: when, what, and where the record lies."""
    from flows.errors import MachineError, WrongUseError
    from flows.fetch.archive_index import find, is_behind
    from flows.fetch.record import RecordError, read_at
    from flows.store import RawStore

    raw = RawStore(store)
    rows = find(raw, address)
    if is_behind(raw):
        click.echo("there are records that are not in the index yet: `turnaround archive index` adds them", err=True)
    if not rows:
        raise WrongUseError(f"{address}: no record of it; what is kept and what is not is told in docs/sources.md")
    if content:
        try:
            data = read_at(store / rows[-1]["file"], rows[-1]["offset"]).body
        except RecordError as error:
            raise MachineError(f"{store / rows[-1]['file']}: {error}; restore it from a copy") from error
        sys.stdout.buffer.write(data)
        return
    for row in rows:
        if style == "jsonl":
            click.echo(json.dumps(row, ensure_ascii=False, default=datetime.isoformat))
            continue
        click.echo(
            f"{row['retrieved_at']:%Y-%m-%d %H:%M:%S}  {row['status']}  {row['media_type']}  {row['size']:,} bytes"
        )
        click.echo(f"    {row['final_url']}")
        click.echo(f"    {row['doc'] or 'no document'}, source {row['source_id']}, SHA-256 {row['raw_sha256']}")
        click.echo(f"    {store / row['file']}, byte {row['offset']}, {row['length']} long")
