"""The commands that make a release: run, and its stages one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from flows.options import as_of_option, folder_option, output_option, statistics_option


@click.command()
@folder_option
@statistics_option
@output_option
@click.option("--direct", is_flag=True, help="Run the stages as plain functions, without a Prefect server.")
@as_of_option
def run(folder: Path | None, statistics: Path | None, output: Path, direct: bool, as_of: date | None) -> None:
    """Go from the sources to a release.

    Goes through Prefect, with its embedded server or the one that PREFECT_API_URL names, unless --direct is given.
    """
    # each command imports what it needs: the tables and the gate take seconds to load
    from flows.job import make_job
    from flows.run import Plain, run_and_tell
    from flows.run import run as run_stages
    from flows.summary import as_table, summary
    from flows.talk import Progress

    job = make_job(folder, output, as_of, datetime.now(UTC), statistics)
    if direct:
        outcome, seconds = run_and_tell(job, lambda: run_stages(job, Plain(Progress())))
    else:
        from flows.through_prefect import run_through_prefect

        outcome, seconds = run_through_prefect(job, folder, output, as_of, statistics)
    if not outcome.new:
        click.echo(f"nothing new: release {outcome.folder.name} already holds it")
    click.echo(as_table(summary(outcome, seconds)))
    click.echo(f"release {outcome.folder.name} lies in {output / 'latest'}")


@click.command()
@folder_option
@statistics_option
@output_option
@as_of_option
def pull(folder: Path | None, statistics: Path | None, output: Path, as_of: date | None) -> None:
    """Take what the sources hold now into the raw store: the first stage of a run."""
    from flows.job import make_job
    from flows.run import held
    from flows.stages import pull_sources

    job = make_job(folder, output, as_of, datetime.now(UTC), statistics)
    with held(job):
        for one in pull_sources(job):
            click.echo(
                f"{one.source}: {one.seen} documents, {one.new} new, {one.changed} changed, {one.gone} gone, "
                f"{one.refused} refused, {len(one.ignored)} other files ignored"
            )


@click.command()
@output_option
@as_of_option
def build(output: Path, as_of: date | None) -> None:
    """Read what was pulled and make the tables: the second stage of a run."""
    from flows import stages
    from flows.job import load_job
    from flows.run import held
    from flows.talk import Progress

    job, _ = load_job(output, as_of)
    with held(job):
        read = stages.read_chunk(job, stages.unread(job), Progress())
        built = stages.build(job)
    accounts, official = built.accounts, built.statistics
    click.echo(
        f"{accounts.documents_in} documents in: {accounts.articles} articles, {accounts.duplicates} duplicates, "
        f"{accounts.documents_rejected} rejects, {accounts.irrelevant} irrelevant; "
        f"{read.texts} texts read; {accounts.numbers_read} numbers: "
        f"{accounts.mentions} mentions, {accounts.numbers_without_metric} without metric, "
        f"{accounts.numbers_rejected} rejects"
    )
    if official.data_files_in:
        click.echo(
            f"{official.data_files_in} data files in: {official.data_files_read} read, {official.data_files_duplicate} "
            f"duplicates, {official.data_files_replaced} replaced, {official.data_files_rejected} rejects; "
            f"{official.cells_in} cells: {official.cells_kept} statistics, {official.cells_rejected} rejects"
        )


@click.command()
@output_option
@as_of_option
def validate(output: Path, as_of: date | None) -> None:
    """Let the gate judge what was built: the third stage of a run."""
    from flows import stages
    from flows.errors import ReleaseRefusedError
    from flows.job import load_job
    from flows.run import held

    job, _ = load_job(output, as_of)
    with held(job):
        validated = stages.validate(job)
    for warning in validated.warnings:
        click.echo(f"warning: {warning}", err=True)
    click.echo(f"{validated.passed} of {validated.checks} checks passed; see {job.layout.validation_page}")
    if validated.refused is not None:
        raise ReleaseRefusedError(validated.refused)


@click.command()
@output_option
def publish(output: Path) -> None:
    """Publish what the gate passed: the last stage of a run."""
    from flows.job import load_job
    from flows.publish import publish as publish_release
    from flows.run import held

    job, _ = load_job(output)
    with held(job):
        published = publish_release(job)
    told = "is published" if published.new else "already holds it: nothing new"
    click.echo(f"release {published.folder.name} {told}; it lies in {output / 'latest'}")
