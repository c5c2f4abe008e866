"""The command line: one module per group of commands, put together here."""

from __future__ import annotations

import errno
from typing import Any

import click

from flows.agreement_command import agreement
from flows.archive_command import archive
from flows.changelog_command import changelog
from flows.errors import TurnaroundError, machine_error
from flows.explain_command import explain
from flows.export_command import export
from flows.quantities_command import quantities
from flows.quiet import telemetry_off
from flows.run_commands import build, publish, pull, run, validate
from flows.show_command import show
from flows.sources_command import sources
from flows.status_commands import doctor, status
from flows.talk import talk_to_stderr


class _Failure(click.ClickException):
    """A failed command: its message goes to standard error, its code to whoever called."""

    def __init__(self, error: TurnaroundError) -> None:
        super().__init__(str(error))
        self._error = error

    @property
    def exit_code(self) -> int:  # type: ignore[override]
        """The code that the error stands for."""
        return self._error.exit_code

    def show(self, file: Any = None) -> None:
        """Print the message."""
        click.echo(f"turnaround: {self.message}", file=file, err=file is None)


class _Group(click.Group):
    """Commands whose errors end in their exit codes."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except TurnaroundError as error:
            raise _Failure(error) from error
        except OSError as error:
            # a reader that went away ("| head") is no failure
            if error.errno == errno.EPIPE:
                raise
            raise _Failure(machine_error(error)) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="turnaround")
def main() -> None:
    """Every number that press, councils and Ofsted state about England's children's services, in tidy tables.

    Results go to standard output, talk to standard error. Exit codes: 0 done (with rejects too), 2 wrong use, 3 the
    gate refused the release, 4 another run holds the output, 5 environment (disk, permission, versions).
    """
    telemetry_off()
    talk_to_stderr()


for command in (
    run, pull, build, validate, publish, export, show, explain, quantities, agreement, changelog, sources, archive,
    status, doctor,
):  # fmt: skip
    main.add_command(command)


if __name__ == "__main__":
    main()
