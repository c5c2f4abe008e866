"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from flows.layout import DEFAULT_OUTPUT

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date; anything else is wrong use."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.fail(f"{value!r} is no date; write YYYY-MM-DD", param, ctx)


def output_option(command: Command) -> Command:
    """Add ``--output``."""
    return click.option(
        "--output",
        type=click.Path(path_type=Path),
        default=DEFAULT_OUTPUT,
        show_default=True,
        metavar="DIR",
        help="Folder that holds releases and state.",
    )(command)


def folder_option(command: Command) -> Command:
    """Add ``--folder``."""
    return click.option(
        "--folder",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="One folder of documents (with subfolders) in place of the declared sources.",
    )(command)


def statistics_option(command: Command) -> Command:
    """Add ``--statistics``."""
    return click.option(
        "--statistics",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="With --folder: one folder of the Department for Education's open data files (CSV) to compare with.",
    )(command)


def as_of_option(command: Command) -> Command:
    """Add ``--as-of``."""
    return click.option("--as-of", type=Day(), metavar="DATE", help="Day that the release is for; today if not given.")(
        command
    )
