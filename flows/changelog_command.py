"""The command that compares two releases."""

from __future__ import annotations

import json
from pathlib import Path

import click

from flows.options import output_option


@click.command()
@click.argument("release", required=False)
@click.option("--since", "earlier", metavar="RELEASE", help="Release to compare with; the one before if not given.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="Lines for people, or one JSON object.",
)
@output_option
def changelog(release: str | None, earlier: str | None, style: str, output: Path) -> None:
    """Tell how many rows RELEASE (the latest if none is given) added, removed and changed, per table."""
    from flows.changelog import since
    from flows.errors import WrongUseError
    from flows.layout import Layout
    from flows.release import find_release, release_folders

    layout = Layout(output)
    later = find_release(layout, release)
    if earlier is None:
        before = [folder.name for folder in release_folders(layout)]
        place = before.index(later.name)
        if place == 0:
            raise WrongUseError(f"{later.name} is the first release: there is none to compare with")
        earlier = before[place - 1]
    told = since(find_release(layout, earlier), later)
    if style == "json":
        click.echo(json.dumps({"later": later.name, **told.record()}, ensure_ascii=False))
        return
    click.echo(f"{later.name} since {told.release}:")
    for line in told.lines() or ["the same rows"]:
        click.echo(f"  {line}")
