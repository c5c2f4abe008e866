"""A PDF writer of a page, for tests and for the sample report: text in Helvetica, with raised marks.

``python tests/reading/minimal_pdf.py`` writes ``raw/articles/ellenshire-inspection-report.pdf`` anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

Run = tuple[str, float, float]
Line = str | tuple[Run, ...]
BODY, SMALL, MARK, RISE = 11.0, 8.0, 6.0, 4.0
SAMPLE = Path(__file__).resolve().parents[2] / "raw" / "articles" / "ellenshire-inspection-report.pdf"


def small(mark: str, text: str) -> Line:
    """Return a line of a footnote: its raised mark and its text."""
    return ((mark, 5.0, 3.0), (f" {text}", SMALL, 0.0)) if mark else ((text, SMALL, 0.0),)


def marked(before: str, mark: str, after: str = "") -> Line:
    """Return a line of body text with a raised mark in it."""
    return ((before, BODY, 0.0), (mark, MARK, RISE), (after, BODY, 0.0))


def _escape(text: str) -> bytes:
    data = text.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _content(lines: Sequence[Line]) -> bytes:
    parts = [b"BT", b"1 0 0 1 60 790 Tm", b"15 TL"]
    for line in lines:
        runs = ((line, BODY, 0.0),) if isinstance(line, str) else line
        for text, size, rise in runs:
            parts.append(b"/F1 %.1f Tf %.1f Ts (%s) Tj" % (size, rise, _escape(text)))
        parts.append(b"T*")
    return b"\n".join([*parts, b"ET"])


def make_pdf(pages: Sequence[Sequence[Line]], title: str | None = None) -> bytes:
    """Return the bytes of a PDF with one line of text for each of ``pages``' lines."""
    return _assemble([_content(lines) for lines in pages], title)


def make_page(content: bytes) -> bytes:
    """Return the bytes of a PDF of one page with this content stream; its font is /F1."""
    return _assemble([content], None)


def _assemble(contents: Sequence[bytes], title: str | None) -> bytes:
    """Return the bytes of a PDF with one page for each content stream."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (5 + 2 * i)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    if title is not None:
        objects.append(b"<< /Title (%s) >>" % _escape(title))
    body = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    info = b" /Info %d 0 R" % len(objects) if title is not None else b""
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    body += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, info, start)
    return bytes(body)


SAMPLE_PAGES: tuple[tuple[Line, ...], ...] = (
    (
        "1",
        "Ellenshire County Council",
        "Inspection of local authority children’s services",
        "Inspection dates: 13 November 2023 to 24 November 2023",
        "Report published: 19 January 2024",
        "Judgement Grade",
        "The impact of leaders on social work practice with children",
        "and families Inadequate",
        "The experiences and progress of children who need help and",
        "protection Inadequate",
        "The experiences and progress of children in care Requires improvement to be good",
        "The experiences and progress of care leavers Good",
        "Overall effectiveness Inadequate",
        "",
        "Services for children in Ellenshire have become worse since Ofsted last inspected",
        "them in 2019. Too many children wait too long for a social worker to see them. At the",
        "time of the inspection 74 children had no allocated worker.",
    ),
    (
        "2",
        marked("What needs to improve", "1"),
        "• Caseloads, so that social workers have time to get to know children.",
        "• The oversight of work by team managers, who answer for around 140 cases each.",
        "• Plans for children who live outside the county.",
        "1. The average caseload is 27. In the assessment teams it is 33, and three newly",
        "qualified social workers hold more than 25 children each, well above the long-",
        marked("standing limit of 15", "2", " that the authority sets for them. Agency staff fill 28% of"),
        "posts, and turnover was 31% in the year before the inspection. Senior leaders know",
        "this, but a recruitment plan was agreed only in September 2023 and had by then",
        "",
        small("1", "Each area for improvement is explained in the pages that follow."),
        small("2", "The limit is in the authority’s own policy of 2021."),
    ),
    (
        "3",
        "brought in eleven social workers for a service with 58 vacancies.",
        "2. Initial child protection conferences are held on time for 61% of children. Only",
        "49% of initial health assessments are completed within the required 20 working days.",
        "3. Inspectors looked at 92 cases. In 38 of them they found drift.",
        "4. On 31 October 2023 the authority looked after 655 children, of whom 241 (36.8%)",
        "lived outside Ellenshire. Care leavers are better served: 95% are in touch with the",
        "council and 84% live in suitable accommodation.",
    ),
)


if __name__ == "__main__":
    SAMPLE.write_bytes(make_pdf(SAMPLE_PAGES))
