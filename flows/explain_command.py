"""The command that says why a number was read as it was."""

from __future__ import annotations

from pathlib import Path

import click

from flows.options import output_option


@click.command()
@click.argument("doc")
@click.argument("number")
@output_option
@click.option("--release", metavar="NAME", help="Release to take the document from; the latest if not given.")
def explain(doc: str, number: str, output: Path, release: str | None) -> None:
    """Explain how NUMBER of the document DOC was read: which rules fired, which nearly did, and what stopped them.

    DOC is the document's path in its source or the article_id. NUMBER is the number as printed ("1,204", "one in six"),
    or @OFFSET for the one at that place of the text, or #N for the N-th row as `turnaround show` counts them. The
    rules are those of the code at hand, which may be newer than the release.
    """
    from flows.explain import explained
    from flows.layout import Layout
    from flows.show import colour
    from flows.show_model import load_shown

    click.echo(explained(load_shown(Layout(output), doc, release), number), color=colour())
