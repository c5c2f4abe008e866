"""What a run did, in a few lines for people."""

from __future__ import annotations

from flows.run import Outcome


def summary(outcome: Outcome, seconds: float) -> list[tuple[str, str]]:
    """Return the figures of a run by name, in the order in which people ask for them."""
    accounts, rows = outcome.accounts, outcome.rows
    lines = [
        ("documents in", f"{accounts['documents_in']:,}"),
        ("articles", f"{rows['articles']:,}"),
        ("duplicates", f"{accounts['duplicates']:,}"),
        ("texts read", f"{outcome.texts_read:,}"),
        ("mentions", f"{rows['mentions']:,}"),
        ("observations", f"{rows['observations']:,}"),
        ("changes", f"{rows['changes']:,}"),
        ("statistics", f"{rows['official_statistics']:,}"),
        ("rejected", f"{rows['rejects']:,}"),
    ]
    if outcome.validated is not None:
        lines.append(("checks passed", f"{outcome.validated.passed:,} of {outcome.validated.checks:,}"))
    lines.append(("seconds", f"{seconds:.1f}"))
    return lines


def as_table(lines: list[tuple[str, str]]) -> str:
    """Return the lines as a table of two columns."""
    left = max(len(name) for name, _ in lines)
    right = max(len(figure) for _, figure in lines)
    return "\n".join(f"{name:<{left}}  {figure:>{right}}" for name, figure in lines)
