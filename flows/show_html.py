"""A document with its numbers marked, as one page without scripts or anything from elsewhere.

Left the text, paragraph by paragraph; right, beside each paragraph, a note for each row that was read from it. So a
person reads on, glances right, and sees what is wrong. The same document gives the same bytes.
"""

from __future__ import annotations

from collections import Counter
from html import escape as escape_markup

from flows.show import NO_METRIC
from flows.show_model import Block, Mark, Note, Shown, printable
from transforms.observations import HEADLINE_CONFIDENCE

# hue of each topic's marks; a topic that is new takes the last one
_HUES = {
    "workforce": 210,
    "demand": 25,
    "placements": 140,
    "context": 280,
    "timeliness": 175,
    "outcomes": 90,
    "inspection": 345,
    "money": 48,
}
_OTHER_HUE = 0
_STYLE = """
:root { --ink: #1c2126; --soft: #5a646e; --line: #d8dde2; --paper: #ffffff; --tint: #f5f7f9; --warn: #9a3b00;
  --mark: 86%; --edge: 38%; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --soft: #a3adb7; --line: #39424b; --paper: #14181c;
  --tint: #1c2228; --warn: #ffb27a; --mark: 24%; --edge: 62%; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .25rem; overflow-wrap: anywhere; }
header p { margin: .15rem 0; color: var(--soft); overflow-wrap: anywhere; }
.topics { display: flex; flex-wrap: wrap; gap: .3rem .6rem; padding: 0; margin: .8rem 0 1.2rem; list-style: none;
  font-size: .85rem; }
mark, .topic { color: inherit; background: hsl(var(--hue) 75% var(--mark)); border-radius: .2rem; padding: 0 .2rem;
  border-bottom: .13rem solid hsl(var(--hue) 60% var(--edge)); }
mark sup { font-size: .68em; line-height: 0; margin-left: .12rem; }
mark a { color: inherit; text-decoration: none; }
.none { color: var(--soft); border-bottom: 1px dotted var(--soft); }
.block { display: grid; grid-template-columns: minmax(0, 1fr); gap: .4rem 2rem; padding: .55rem 0;
  border-top: 1px solid var(--line); }
.block p { margin: 0; max-width: 46rem; overflow-wrap: anywhere; }
.notes { margin: 0; padding: 0; list-style: none; font-size: .84rem; line-height: 1.4; }
.notes li { padding: .25rem 0 .25rem .6rem; border-left: .25rem solid hsl(var(--hue) 60% var(--edge));
  overflow-wrap: anywhere; }
.notes li + li { margin-top: .25rem; }
.notes li:target { background: var(--tint); outline: 2px solid hsl(var(--hue) 60% var(--edge)); }
.notes b { font-variant-numeric: tabular-nums; }
.role { border: 1px solid currentColor; border-radius: .7rem; padding: 0 .45rem; font-size: .92em; }
.role.current { border-color: var(--line); color: var(--soft); }
.soft { color: var(--soft); }
.warn { color: var(--warn); font-weight: 600; }
code { font-family: ui-monospace, monospace; font-size: .92em; }
#only:checked ~ main .plain { display: none; }
label { color: var(--soft); font-size: .85rem; }
main { margin-top: .8rem; }
@media (min-width: 60rem) { .block { grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); } }
@media print { .block { break-inside: avoid; } }
"""

# without a script: the box comes before the text, and the style follows it
_ONLY_NUMBERS = '<input type="checkbox" id="only"> <label for="only">hide paragraphs without numbers</label>\n'


def render_document(document: Shown) -> str:
    """Return the page of a document."""
    article = document.article
    title = article["title"] or article["doc"]
    blocks = "".join(_block(block, document.text) for block in document.blocks)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{_header(document, title)}{_ONLY_NUMBERS}<main>\n{blocks}</main>\n</body>\n</html>\n"
    )


def _header(document: Shown, title: str) -> str:
    article = document.article
    unmarked = sum(not mark.notes for block in document.blocks for mark in block.marks)
    said = [article["publisher"], article["published_on"], article["doc_type"], article["doc"]]
    source = " · ".join(escape(str(part)) for part in said if part is not None)
    url = article["url"]
    link = f'<p><a href="{escape(url)}" rel="noreferrer">{escape(url)}</a></p>\n' if _is_web(url) else ""
    count = f"{len(document.notes)} rows" if document.notes else NO_METRIC
    topics = Counter(note.topic for note in document.notes)
    legend = "".join(
        f'<li><span class="topic" style="{_hue(topic)}">{escape(topic)}</span> {number}</li>'
        for topic, number in sorted(topics.items())
    )
    sample = '<p class="warn">A sample: its figures are invented.</p>\n' if article["sample"] else ""
    return (
        f"<header>\n<h1>{escape(title)}</h1>\n<p>{source}</p>\n{link}{sample}"
        f"<p>{count}, {unmarked} other numbers (dotted)</p>\n"
        f'<ul class="topics">{legend}</ul>\n</header>\n'
    )


def _block(block: Block, text: str) -> str:
    words = "".join(_piece(piece, mark) for piece, mark in block.pieces(text)).strip()
    if not words:
        return ""
    notes = "".join(_note(note) for mark in block.marks for note in mark.notes)
    beside = f'<ul class="notes">{notes}</ul>\n' if notes else ""
    plain = "" if block.marks or block.leads else " plain"
    return f'<section class="block{plain}">\n<p>{words}</p>\n{beside}</section>\n'


def _piece(piece: str, mark: Mark | None) -> str:
    if mark is None:
        return escape(piece)
    if not mark.notes:
        return f'<span class="none">{escape(piece)}</span>'
    links = ",".join(f'<a href="#n{note.number}">{note.number}</a>' for note in mark.notes)
    return f'<mark style="{_hue(mark.notes[0].topic)}">{escape(piece)}<sup>{links}</sup></mark>'


def _note(note: Note) -> str:
    row = note.row
    role = f'<span class="role {escape(row["role"])}">{escape(row["role"])}</span>'
    period = escape(note.period) if note.period else '<span class="soft">undated</span>'
    authority = escape(note.authority) if note.authority else '<span class="soft">no authority</span>'
    qualifier = "" if row["qualifier"] == "exact" else f" {escape(row['qualifier'])}"
    said = [("when", row["period_text"]), ("scope", row["scope"]), ("says", row["speaker"])]
    words = "".join(f" · {name} “{escape(text)}”" for name, text in said if text)
    sure = "" if row["confidence"] >= HEADLINE_CONFIDENCE else ' class="warn"'
    return (
        f'<li id="n{note.number}" style="{_hue(note.topic)}"><b>{note.number} · {escape(note.value)}</b> '
        f"{escape(row['unit'])}{qualifier} · {escape(note.label)}<br>{role} {period} · {authority}{words} "
        f'<span class="soft"><code>{escape(row["rule"])}</code> '
        f"<span{sure}>{row['confidence']:.2f}</span></span></li>"
    )


def escape(text: str) -> str:
    """Return a text safe in a page, in an attribute too."""
    return escape_markup(printable(text))


def _hue(topic: str) -> str:
    return f"--hue: {_HUES.get(topic, _OTHER_HUE)}"


def _is_web(url: str | None) -> bool:
    return url is not None and url.startswith(("https://", "http://"))
