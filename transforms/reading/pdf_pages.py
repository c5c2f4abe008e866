"""The pages of a PDF joined into one text: what repeats on every page goes, sentences run on."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.reading.normalise import normalise

EDGE_LINES = 4
RUNNING_SHARE = 0.4
MANY_PAGES, MIN_HEAD_WORDS = 5, 3
MIN_CONTENTS, MAX_WRAPPED = 3, 2
_LONE_NUMBER = re.compile(r"^\W*(?:page\s+)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_NUMBER_AT_END = re.compile(r"(?<=\s)(\d{1,4})$")
_NUMBER_AT_START = re.compile(r"^(\d{1,4})(?=\s+[^\d\s])")
_CONTENTS = re.compile(r"^(?:table of )?contents:?(?: page)?$", re.IGNORECASE)
_ENTRY = re.compile(r"(?<=[\s.…])(\d{1,4})$")
_SOFT_BREAK = re.compile("\u00ad[ ]*\r?\n")
# PDFium joins words at a hyphen, but not "2012-" / "13" and "17-" / "year-olds"; "19-" / "to 21-year-olds" are two
_AFTER_HYPHEN = r"(?!(?:and|or|to)\b)[a-z0-9]"
_NUMBER_BREAK = re.compile(rf"-(?<=\d-)[ ]*\r?\n[ ]*({_AFTER_HYPHEN}\S*)[ ]?")
_WORD_BREAK = re.compile(rf"\w-\n{_AFTER_HYPHEN}")
# "10.Children and families": the number of a paragraph, or a bullet, before a tab that is no character
_GLUED = re.compile(r"\d{1,3}\.(?=[A-Z][a-z])|[\ue000-\uf8ff](?=[^\s\ue000-\uf8ff])")


@dataclass(frozen=True, slots=True)
class PageText:
    """One page as read: its lines in reading order and its footnotes."""

    lines: tuple[str, ...]
    notes: tuple[str, ...]


def join_pages(pages: Sequence[PageText]) -> tuple[str, tuple[int, ...]]:
    """Return the normalised text of all pages and the offset at which each begins; ("", ()) where there is no text.

    The footnotes follow the last page after a blank line, one a line: where they stood they would split sentences
    and lists.
    """
    flows = [_lines(page.lines) for page in pages]
    offset = _number_offset(flows)
    running = _running_heads(flows, offset)
    kept = [_without_contents(_body(flow, i, offset, running)) for i, flow in enumerate(flows)]
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for lines in kept:
        page = "\n".join(lines)
        if page and pieces:
            separator = "" if _breaks_word(pieces[-1], page) else "\n"
            pieces.append(separator)
            length += len(separator)
        starts.append(length)
        if page:
            pieces.append(page)
            length += len(page)
    text = "".join(pieces)
    notes = [line for page in pages for note in page.notes for line in _lines([note])]
    if notes:
        text = "\n\n".join(filter(None, [text, "\n".join(notes)]))
    return (text, tuple(starts)) if text.strip() else ("", ())


def _lines(lines: Sequence[str]) -> list[str]:
    """Return normalised lines without space around them; of several empty lines in a row one."""
    text = normalise(_NUMBER_BREAK.sub(r"-\1\n", _SOFT_BREAK.sub("", "\n".join(lines))))
    kept: list[str] = []
    last = ""
    for line in text.split("\n"):
        line = line.strip()
        if line and not line[0].isalpha():  # most lines open with a letter
            line = _unglued(line)
        if line or last:
            kept.append(line)
        last = line
    return kept


def _unglued(line: str) -> str:
    """Return the line with a space behind the number or bullet that opens it."""
    opening = _GLUED.match(line)
    return line if opening is None else f"{opening.group()} {line[opening.end() :]}"


def _number_at_end(line: str) -> re.Match[str] | None:
    """Return the match of a number that ends the line; most lines end with none and are not searched."""
    return _NUMBER_AT_END.search(line, max(0, len(line) - 4)) if line[-1:].isdecimal() else None


def _edges(flow: list[str]) -> tuple[list[str], list[str]]:
    """Return the outermost lines that are not empty, from the top down and from the bottom up."""
    full = [line for line in flow if line]
    return full[:EDGE_LINES], full[::-1][:EDGE_LINES]


def _number_offset(flows: list[list[str]]) -> int | None:
    """Return what to add to a page's index for the number printed on it, None where pages bear no number."""
    votes: Counter[int] = Counter()
    for index, flow in enumerate(flows):
        printed = set()
        for line in (*_edges(flow)[0][:3], *_edges(flow)[1][:3]):
            for match in (_LONE_NUMBER.match(line), _number_at_end(line), _NUMBER_AT_START.match(line)):
                if match is not None:
                    printed.add(int(match[1]) - index)
        votes.update(printed)
    if not votes:
        return None
    offset, count = max(votes.items(), key=lambda item: (item[1], item[0] == 1, -item[0]))
    if count >= max(2, RUNNING_SHARE * len(flows)):
        return offset
    alone = len(flows) == 1 and any(_LONE_NUMBER.match(edge[0]) for edge in _edges(flows[0]) if edge)
    return 1 if alone and votes[1] else None


def _key(line: str, number: int | None) -> str:
    """Return ``line`` with the page's own number masked, so that a running head is the same on every page."""
    if number is None:
        return line
    for match in (_number_at_end(line), _NUMBER_AT_START.match(line)):
        if match and int(match[1]) == number:
            return f"{line[: match.start()]}#{line[match.end() :]}".strip()
    return line


def _running_heads(flows: list[list[str]], offset: int | None) -> frozenset[str]:
    """Return the keys of lines that stand at the edge of at least two pages in five."""
    counted: Counter[str] = Counter()
    for index, flow in enumerate(flows):
        number = None if offset is None else index + offset
        counted.update({_key(line, number) for edge in _edges(flow) for line in edge})
    need = max(math.ceil(RUNNING_SHARE * len(flows)), min(len(flows), 3), 2)
    # on few pages "Good" may end one table and open the next
    words = 1 if len(flows) > MANY_PAGES else MIN_HEAD_WORDS
    return frozenset(key for key, count in counted.items() if count >= need and len(key.split()) >= words)


def _body(flow: list[str], index: int, offset: int | None, running: frozenset[str]) -> list[str]:
    """Return the lines of a page without page number and running heads at its edges.

    The first page keeps its own: what runs on every page is often the title.
    """
    number = None if offset is None else index + offset

    def goes(line: str) -> bool:
        lone = _LONE_NUMBER.match(line)
        is_number = lone is not None and number is not None and int(lone[1]) == number
        return not line or is_number or (index > 0 and _key(line, number) in running)

    start, end = 0, len(flow)
    while start < end and goes(flow[start]):
        start += 1
    while end > start and goes(flow[end - 1]):
        end -= 1
    return flow[start:end]


def _without_contents(lines: list[str]) -> list[str]:
    """Return ``lines`` without a table of contents: its entries end in numbers that count nothing."""
    head = next((i for i, line in enumerate(lines) if _CONTENTS.match(line)), None)
    if head is None:
        return lines
    last, entries, wrapped, previous = head, 0, 0, 0
    for at in range(head + 1, len(lines)):
        match = _ENTRY.search(lines[at])
        if match and previous <= int(match[1]):
            last, entries, wrapped, previous = at, entries + 1, 0, int(match[1])
        elif (wrapped := wrapped + 1) > MAX_WRAPPED:
            break
    return lines if entries < MIN_CONTENTS else lines[:head] + lines[last + 1 :]


def _breaks_word(before: str, after: str) -> bool:
    """Return whether a page ends inside a hyphenated word: "pop-" and "up continuing"."""
    return _WORD_BREAK.match(f"{before[-2:]}\n{after[:4]}") is not None
