"""The commands that tell how things stand."""

from __future__ import annotations

from pathlib import Path

import click

from flows.options import output_option


@click.command()
@output_option
def status(output: Path) -> None:
    """Tell what the last run did and which release is the latest."""
    from flows.layout import Layout
    from flows.lock import holder
    from flows.release import current_manifest
    from flows.status import read_status

    layout = Layout(output)
    last, manifest, other = read_status(layout), current_manifest(layout), holder(layout.lock)
    if other is not None:
        click.echo(f"running     {other} holds {output} at this moment")
    if last is None:
        click.echo(f"last run    none yet in {output}")
    else:
        click.echo(f"last run    {last['started_at']}  {last['outcome']}  {last['seconds']} s  as of {last['as_of']}")
        if last["exit_code"] != 0:
            click.echo(f"reason      {last['reason']}")
        click.echo(f"log         {output / last['log']}")
        for table, rows in (last.get("since") or {"tables": {}})["tables"].items():
            figures = ", ".join(f"{count:,} {what}" for what, count in rows.items() if count)
            click.echo(f"new since   {last['since']['release']}  {table}: {figures}")
    if manifest is None:
        click.echo("release     none yet")
        return
    rows = manifest["tables"]
    figures = ", ".join(
        f"{rows[name]['rows']:,} {name}" for name in ("articles", "mentions", "observations", "rejects")
    )
    click.echo(f"release     {manifest['name']}  as of {manifest['as_of']}: {figures}")


@click.command()
@output_option
def doctor(output: Path) -> None:
    """Check versions, pins, disk and permissions; say what is wrong and how to mend it."""
    from flows.doctor import examine
    from flows.errors import MachineError

    findings = examine(output)
    for finding in findings:
        click.echo(f"{'ok   ' if finding.ok else 'WRONG'} {finding.what}: {finding.told}")
    wrong = [finding for finding in findings if not finding.ok]
    if wrong:
        raise MachineError(f"{len(wrong)} of {len(findings)} checks failed; each line above says how to mend it")
