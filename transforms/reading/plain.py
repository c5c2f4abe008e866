"""Plain text files."""

from __future__ import annotations

from transforms.model import ReadDocument, Reject
from transforms.reading.decode import decode, is_binary, signature
from transforms.reading.normalise import normalise
from transforms.reading.refuse import refuse
from transforms.reading.report_head import read_head


def read_plain(data: bytes, name: str) -> ReadDocument | Reject:
    """Return the text of a ``.txt`` file, close to the file: only what ``normalise`` lists is changed."""
    kind = signature(data)
    if kind is not None:
        return refuse("wrong_type", name, f"the content is {kind}, not plain text: rename or convert the file")
    text = decode(data)
    if text is None:
        return refuse("undecodable", name, "the bytes are neither UTF-8, UTF-16 nor Windows-1252: save it as UTF-8")
    if is_binary(text):
        return refuse("binary", name, "the bytes are binary data, not text: save the document as UTF-8 text")
    text = normalise(text)
    if not text.strip():
        return refuse("empty_file", name, "the file holds white space only: supply the text or remove the file")
    head = read_head(text)
    return ReadDocument(text, "text/plain", head.title, head.published_on, head.publisher)
