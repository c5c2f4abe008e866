"""``turnaround quantities``: print the numbers of a text."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import IO

import click

from transforms.model import Quantity
from transforms.quantities import newsquant, read_quantities

_COLUMNS = ("start", "end", "kind", "value", "low", "high", "qualifier", "unit", "noun", "surface")


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "jsonl", "newsquant"]),
    default="table",
    show_default=True,
    help='table or one JSON object per line; newsquant reads a JSON list of {"text": ...} and writes its predictions.',
)
def quantities(file: IO[str], style: str) -> None:
    """Print every number that FILE (standard input unless given) states, with its type, unit and qualifier."""
    text = file.read()
    if style == "newsquant":
        click.echo(json.dumps([newsquant.predictions(item) for item in _texts(text)], ensure_ascii=False))
        return
    rows = [_row(text, quantity) for quantity in read_quantities(text)]
    if style == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    _print_table([[_cell(row[column]) for column in _COLUMNS] for row in rows])


def _texts(document: str) -> list[str]:
    try:
        items = json.loads(document)
    except json.JSONDecodeError as error:
        raise click.ClickException(
            f"standard input is no JSON ({error.msg}, line {error.lineno}): give a list of objects with a text"
        ) from error
    if not isinstance(items, list):
        raise click.ClickException("the JSON is no list: give a list of objects with a text")
    for number, item in enumerate(items):
        if not isinstance(item, dict) or not isinstance(item.get("text"), str):
            raise click.ClickException(f'item {number} has no text: each item must be an object like {{"text": "..."}}')
    return [item["text"] for item in items]


def _row(text: str, quantity: Quantity) -> dict[str, object]:
    return {**asdict(quantity), "surface": text[quantity.start : quantity.end]}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.12g}"
    return " ".join(str(value).split())


def _print_table(cells: list[list[str]]) -> None:
    table = [list(_COLUMNS), *cells]
    widths = [max(len(row[column]) for row in table) for column in range(len(_COLUMNS))]
    for row in table:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
