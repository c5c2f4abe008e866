"""Measured on the annotated texts and real reports that lie beside the repository."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest

from tests.authorities.marked import bounds
from transforms.authorities import AuthorityIndex, AuthorityResolver, document_authority
from transforms.codelists import Codelists
from transforms.model import DocumentFacts

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FOLDERS = {"dev.jsonl": SHARED / "gold" / "dev", "seeds.jsonl": SHARED / "seeds"}
SENTENCE = re.compile(r"[.?!][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9£])|\n\s*\n|\n(?=[•\-\d(])")
PARAGRAPH = re.compile(r"\n\s*\n")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reference data is not beside the repository")


def _facts(path: Path, *, with_authority: bool) -> DocumentFacts:
    meta_path = path.with_name(f"{path.stem}.meta.json")
    meta = json.loads(meta_path.read_text(encoding="utf-8")) if meta_path.exists() else {}
    day = meta.get("published_on")
    return DocumentFacts(
        title=meta.get("title"),
        publisher=meta.get("publisher"),
        published_on=date.fromisoformat(day) if day else None,
        authority=meta.get("authority") if with_authority else None,
    )


def _spans(text: str, row: dict[str, str]) -> list[tuple[int, int]]:
    context = re.search(r"\s+".join(map(re.escape, row["context"].split())), text)
    assert context is not None
    surface = r"(?<![\w.,])" + r"\s+".join(map(re.escape, row["surface"].split())) + r"(?!\d)"
    return [found.span() for found in re.compile(surface).finditer(text, *context.span())]


@pytest.mark.parametrize("with_authority", [True, False])
@pytest.mark.parametrize("file", sorted(FOLDERS))
def test_authority_of_every_annotated_number(index: AuthorityIndex, file: str, with_authority: bool) -> None:
    resolvers: dict[str, tuple[str, AuthorityResolver]] = {}
    seen: Counter[tuple[str, int]] = Counter()
    wrong = []
    total = 0
    for line in (SHARED / "gold" / file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["role"] == "national" or (row["role"] == "comparator" and row["authority"] is None):
            continue
        path = FOLDERS[file] / row["doc"]
        if row["doc"] not in resolvers:
            text = path.read_text(encoding="utf-8")
            facts = _facts(path, with_authority=with_authority)
            mentions = index.find(text, facts.published_on)
            document = document_authority(text, facts, index, mentions)
            resolvers[row["doc"]] = (text, AuthorityResolver(text, mentions, document, index))
        text, resolver = resolvers[row["doc"]]
        spans = _spans(text, row)
        nth = seen[row["doc"], spans[0][0]]
        seen[row["doc"], spans[0][0]] += 1
        start, end = spans[min(nth, len(spans) - 1)]
        found = resolver.resolve(start, end, bounds(text, start, SENTENCE), bounds(text, start, PARAGRAPH))
        total += 1
        if found.gss != row["authority"]:
            wrong.append((row["doc"], row["surface"], row["authority"], found))
    assert len(wrong) <= total // 100, wrong


def _reports() -> list[Path]:
    return sorted((SHARED / "corpus" / "ofsted").rglob("*.pdf"))[::8]


def test_real_reports_are_about_the_authority_in_whose_folder_they_lie(
    index: AuthorityIndex, codelists: Codelists
) -> None:
    by_urn = {row.ofsted_urn: row.gss_code for row in codelists.authorities if row.ofsted_urn}
    read = 0
    for path in _reports():
        try:
            pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
        except pypdfium2.PdfiumError:
            continue  # a saved error page that is named .pdf
        on = datetime.strptime(path.stem.rsplit(" - ", 1)[-1], "%d %B %Y").date()
        wanted = index.valid_code(by_urn[path.parent.name.split("_")[0]], on)
        assert document_authority("\n".join(pages), DocumentFacts(published_on=on), index) == wanted
        read += 1
    assert read >= 5
