"""The lines of a report, each taken apart into a label and the grade that it ends with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.ofsted.folding import plain
from transforms.ofsted.grades import GradeWords, plain_words

# "2.1 ", "3. ", a bullet
_NEAR = 3  # lines over which a grade may be broken, those of a label between its parts
_NUMBER = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s*(?=[A-Za-z]))?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text from ``start`` to ``end``, without the spaces around it.

    ``label`` is what stands before the grade, folded and without a number or bullet, "" where there is nothing;
    ``grade_start`` is where the grade or a part of one begins, None where the line ends with none; ``carried`` tells
    that it carries on with the grade of a line before.
    """

    start: int
    end: int
    label: str
    grade_start: int | None
    bulleted: bool
    carried: bool


def printed_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return the bounds of the lines of ``text[start:end]`` that hold more than spaces."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        if stripped := line.strip():
            first = start + line.index(stripped)
            yield first, first + len(stripped)
        start = stop + 1


def read_lines(text: str, start: int, end: int, grades: GradeWords) -> list[Line]:
    """Return the lines of ``text[start:end]``, a grade broken over lines told apart in each of them."""
    lines: list[Line] = []
    pending, since = "", 0
    region = plain(text[start:end])
    for first, last in printed_lines(text, start, end):
        line = region[first - start : last - start]
        since += 1
        if since > _NEAR:
            pending = ""
        cut = grades.tail(line, pending)
        carried = False
        if cut is not None:
            longer = f"{pending} {line[cut:]}"
            carried = bool(pending) and plain_words(longer) in grades.beginnings
            pending, since = (longer if carried else line[cut:]), 0
        number = _NUMBER.match(line)
        begins = number.end() if number else 0
        label = " ".join(line[begins:cut].split()) if cut is None or cut > begins else ""
        bulleted = bool(number) and not line[:1].isalnum()
        lines.append(Line(first, last, label, None if cut is None else first + cut, bulleted, carried))
    return lines
