"""The command that shows a document with its numbers."""

from __future__ import annotations

from pathlib import Path

import click

from flows.options import output_option


@click.command()
@click.argument("doc")
@output_option
@click.option("--release", metavar="NAME", help="Release to show from; the latest if not given.")
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a page to this file instead, to be opened in a browser.",
)
def show(doc: str, output: Path, release: str | None, html: Path | None) -> None:
    """Show the document DOC with its numbers marked, and the rows that were read from them.

    DOC is the document's path in its source, as in the table articles, or the article_id. Numbers that state no metric
    are shown faintly. In a terminal there are colours, unless NO_COLOR is set.
    """
    from flows import files
    from flows.layout import Layout
    from flows.show import colour, shown
    from flows.show_html import render_document
    from flows.show_model import load_shown

    document = load_shown(Layout(output), doc, release)
    if html is None:
        click.echo(shown(document), color=colour())
    else:
        files.write_text(html, render_document(document))
        click.echo(f"{html} written", err=True)
