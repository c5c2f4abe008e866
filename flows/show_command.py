"""The command that shows a document with its numbers."""

from __future__ import annotations

from pathlib import Path

import click

from flows.options import output_option


@click.command()
@click.argument("doc")
@output_option
@click.option("--release", metavar="NAME", help="Release to show from; the latest if not given.")
def show(doc: str, output: Path, release: str | None) -> None:
    """Show the document DOC with its numbers marked, and the rows that were read from them.

    DOC is the document's path in its source, as in the table articles, or the article_id.
    """
    from flows.layout import Layout
    from flows.show import shown

    click.echo(shown(Layout(output), doc, release))
