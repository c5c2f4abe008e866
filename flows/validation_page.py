"""The validation report as one HTML page without links, scripts or clock: the same result gives the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Any

from expectations.tables import REJECT_REASONS, TABLES
from flows.validation_model import Check, ValidationResult

MOST_REJECTS = 50
"""Most refusals that the page shows; all are in the table rejects."""

Reject = dict[str, Any]

_STYLE = """
:root { --ink: #1c2126; --soft: #5a646e; --line: #d8dde2; --paper: #ffffff; --tint: #f5f7f9;
  --good: #1e6b3c; --bad: #a3201d; --warn: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --soft: #a3adb7; --line: #39424b; --paper: #14181c;
  --tint: #1c2228; --good: #6fcf97; --bad: #ff8a80; --warn: #ffca6b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
.verdict { border-left: .4rem solid; padding: .75rem 1rem; background: var(--tint); }
.verdict strong { font-size: 1.3rem; display: block; }
.verdict p { margin: .25rem 0 0; color: var(--ink); overflow-wrap: anywhere; }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.soft { color: var(--soft); }
.scroll { overflow-x: auto; margin-bottom: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td { overflow-wrap: anywhere; }
td.number, td:first-child, td code { white-space: nowrap; }
td:last-child { min-width: 9rem; }
td:last-child code, td code.path { white-space: normal; }
code { font-family: ui-monospace, monospace; font-size: .85em; }
summary { cursor: pointer; padding: .4rem 0; border-bottom: 1px solid var(--line); }
"""


def render_validation_page(result: ValidationResult, title: str) -> str:
    """Return the page for ``result``: verdict, failed checks with examples, what was refused, every check by table.

    What earlier stages refused is told with the rest, as the table ``rejects`` holds it.
    """
    rejects = result.tables["rejects"].to_pylist() if "rejects" in result.tables else []
    body = "".join(
        (
            f"<h1>{escape(title)}</h1>",
            _verdict(result, rejects),
            _summary(result, rejects),
            _failures(result),
            _refusals(rejects),
            _all_checks(result.checks),
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _verdict(result: ValidationResult, rejects: Sequence[Reject]) -> str:
    rows = sum(row["table"] is not None for row in rejects)
    documents = len(rejects) - rows
    warnings = sum(check.level == "warning" and not check.ok for check in result.checks)
    told = ((documents, "refused document"), (rows, "refused row"), (warnings, "warning"))
    said = [_count(number, noun) for number, noun in told if number]
    if result.refused is not None:
        kind, head = "bad", "Release refused"
        said = [escape(result.refused), *said, "the last release stays as it is"]
    elif said:
        kind, head = "warn", "Passed, with something to look at"
    else:
        kind, head, said = "good", "Passed", ["every row of every table meets every rule"]
    passed = sum(check.ok for check in result.checks)
    return (
        f'<section class="verdict {kind}"><strong>{head}</strong><p>{"; ".join(said)}.</p>'
        f"<p>{passed:,} of {_count(len(result.checks), 'check')} passed.</p></section>\n"
    )


def _summary(result: ValidationResult, rejects: Sequence[Reject]) -> str:
    refused = Counter(row["table"] for row in rejects)
    checks = Counter(check.table for check in result.checks)
    failed = Counter(check.table for check in result.failed_checks)
    rows = [
        (
            _code(name),
            f"{table.num_rows:,}",
            f"{refused[name]:,}",
            f"{checks[name]:,}",
            f'<span class="bad">{failed[name]} failed</span>' if failed[name] else '<span class="good">✓</span>',
        )
        for name, table in result.tables.items()
    ]
    head = ("Table", "#Rows kept", "#Rows refused", "#Checks", "Result")
    return f"<h2>Tables</h2>\n{_table(head, rows)}"


def _failures(result: ValidationResult) -> str:
    failed = sorted(result.failed_checks, key=lambda check: ("table", "row", "warning").index(check.level))
    if not failed:
        return '<h2>Failed checks</h2>\n<p class="soft">None.</p>\n'
    rows = [
        (
            _level(check),
            _code(check.table),
            f"{_code(check.rule)}<br>{escape(check.description)}",
            f"{check.failed:,} of {check.checked:,}",
            _examples(check),
        )
        for check in failed
    ]
    head = ("What follows", "Table", "Rule", "#Failed", "Examples")
    return f"<h2>Failed checks</h2>\n{_table(head, rows)}"


def _refusals(rejects: Sequence[Reject]) -> str:
    if not rejects:
        return ""
    reasons = Counter((row["stage"], row["reason"]) for row in rejects)
    by_reason = [
        (escape(stage or ""), _code(reason or ""), escape(REJECT_REASONS.get(reason, "")), f"{number:,}")
        for (stage, reason), number in sorted(reasons.items(), key=lambda item: (-item[1], str(item[0])))
    ]
    shown = [
        (
            f'<code class="path">{escape(row["doc"] or "")}</code>',
            escape(row["message"] or ""),
            escape(row["text"] or ""),
        )
        for row in rejects[:MOST_REJECTS]
    ]
    left = len(rejects) - len(shown)
    more = f'<p class="soft">{left:,} more in the table rejects.</p>\n' if left else ""
    return (
        f"<h2>Refused</h2>\n{_table(('Stage', 'Reason', 'What it means', '#Number'), by_reason)}"
        f"{_table(('Document', 'What is wrong', 'Text'), shown)}{more}"
    )


def _all_checks(checks: Iterable[Check]) -> str:
    parts = ["<h2>All checks</h2>\n"]
    for name, group in groupby(_in_order(checks), key=lambda check: check.table):
        own = list(group)
        failed = sum(not check.ok for check in own)
        told = f'<span class="bad">{failed} failed</span>' if failed else '<span class="good">all passed</span>'
        rows = [
            (
                '<span class="good">✓</span>' if check.ok else '<span class="bad">✗</span>',
                _code(check.rule),
                escape(check.description),
                escape(check.engine),
                f"{check.checked:,}",
                f"{check.failed:,}",
            )
            for check in own
        ]
        table = _table(("", "Rule", "What must hold", "Engine", "#Checked", "#Failed"), rows)
        parts.append(
            f"<details><summary>{_code(name)} <span class='soft'>{_count(len(own), 'check')},</span> {told}</summary>\n"
            f"{table}</details>\n"
        )
    return "".join(parts)


def _in_order(checks: Iterable[Check]) -> list[Check]:
    """Return the checks by table, in publishing order, those of the release as a whole first."""
    places = {name: place for place, name in enumerate(TABLES)}
    return sorted(checks, key=lambda check: places.get(check.table, -1))


def _level(check: Check) -> str:
    return {
        "table": '<span class="bad">refuses the release</span>',
        "row": '<span class="warn">rows to rejects</span>',
        "warning": '<span class="warn">warning only</span>',
    }[check.level]


def _examples(check: Check) -> str:
    parts = [escape(check.detail)] if check.detail else []
    parts.extend(_code(example) for example in check.examples if not check.detail)
    if check.failed > len(check.examples) and not check.detail:
        parts.append("…")
    return "<br>".join(parts)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return an HTML table; a heading that starts with # is of a column of numbers, cells are HTML already."""
    kinds = [' class="number"' if name.startswith("#") else "" for name in head]
    titles = "".join(f"<th{kind}>{escape(name.lstrip('#'))}</th>" for name, kind in zip(head, kinds, strict=True))
    lines = "".join(
        f"<tr>{''.join(f'<td{kind}>{cell}</td>' for cell, kind in zip(row, kinds, strict=True))}</tr>\n" for row in rows
    )
    return f'<div class="scroll"><table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{lines}</tbody></table></div>\n'


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>" if text else ""


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
