"""The command that writes a table of a release to standard output."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click

from expectations.tables import TABLES
from flows.options import output_option

TEXTS = "texts"


@click.command()
@click.argument("table", type=click.Choice([*TABLES, TEXTS]), metavar="TABLE")
@output_option
@click.option("--release", metavar="NAME", help="Release to export from; the latest if not given.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="JSON lines or CSV.",
)
def export(table: str, output: Path, release: str | None, form: str) -> None:
    """Write the rows of TABLE to standard output, each with the document it comes from (doc).

    Dates are ISO, numbers JSON numbers, what is not known is null. TABLE is a table of the release (such as mentions,
    observations, changes, judgements, events, articles, rejects), or texts for each document's normalised text.
    Judgements have the dates, the lead inspector and the authority's code (gss_code) of their inspection beside them.
    """
    from flows.export import write_rows
    from flows.layout import Layout

    layout = Layout(output)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # whatever the terminal's locale: the output is data
        sys.stdout.reconfigure(encoding="utf-8")
    write_rows(layout, table, release, form, sys.stdout)
