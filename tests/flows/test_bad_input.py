"""Bad input: every case is refused with its reason, or read as it is, and never stops the run."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("quick")
OFSTED = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "ofsted"


@pytest.fixture
def refused(folder, tmp_path, go, rows):
    """Run, see that the good documents are there, and return the rejects by document."""

    def run() -> dict[str, dict[str, object]]:
        outcome = go(folder, tmp_path / "out")
        articles = {row["doc"] for row in rows(tmp_path / "out", "articles")}
        rejects = {row["doc"]: row for row in rows(tmp_path / "out", "rejects")}
        assert {"north.txt", "sub/south.txt"} <= articles
        accounts = outcome.accounts
        assert accounts["documents_in"] == len(articles) + accounts["duplicates"] + len(rejects)
        return rejects

    return run


def test_an_empty_file(folder, refused):
    (folder / "empty.txt").touch()
    assert refused()["empty.txt"]["reason"] == "empty_file"


def test_bytes_that_are_no_text(folder, refused):
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    assert refused()["noise.txt"]["reason"] in ("undecodable", "binary")


def test_a_page_without_an_article(folder, put, refused):
    put(folder / "menu.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>")
    assert refused()["menu.html"]["reason"] == "no_article_text"


def test_an_error_page_that_was_saved_as_a_pdf(folder, put, refused):
    put(folder / "gone.pdf", "<!DOCTYPE html><html><body><h1>404</h1>Page not found</body></html>")
    assert refused()["gone.pdf"]["reason"] == "not_a_pdf"


def test_two_refused_files_with_the_same_bytes_are_each_named(folder, put, refused):
    for name in ("one.pdf", "two.pdf"):
        put(folder / name, "<!DOCTYPE html><html><body><h1>404</h1>Page not found</body></html>")
    assert {doc: row["message"].split(":")[0] for doc, row in refused().items()} == {
        "one.pdf": "one.pdf",
        "two.pdf": "two.pdf",
    }


@pytest.mark.skipif(not OFSTED.is_dir(), reason="the shared corpus is not beside the project")
def test_the_two_real_error_pages_of_the_corpus(folder, refused):
    pages = [path for path in sorted(OFSTED.rglob("*.pdf")) if not path.read_bytes().startswith(b"%PDF-")]
    assert len(pages) == 2
    for number, path in enumerate(pages):
        shutil.copy(path, folder / f"{number}.pdf")
    rejects = refused()
    assert [rejects[f"{number}.pdf"]["reason"] for number in range(2)] == ["not_a_pdf"] * 2


def test_a_truncated_pdf(folder, refused):
    sample = Path(__file__).resolve().parents[2] / "raw" / "articles" / "ellenshire-inspection-report.pdf"
    data = sample.read_bytes()
    (folder / "cut.pdf").write_bytes(data[: len(data) // 3])
    assert refused()["cut.pdf"]["reason"] in ("broken_pdf", "pdf_without_text")


def test_a_text_of_50_megabytes(folder, refused):
    (folder / "huge.txt").write_bytes(b"There are 5 teams in this line of the text.\n" * 1_200_000)
    assert refused()["huge.txt"]["reason"] == "too_large"


def test_a_line_of_a_million_characters(folder, put, refused, rows, tmp_path):
    put(folder / "long.txt", "words and more words " * 50_000 + "in 31 teams")
    assert refused() == {}
    assert 31 in {row["value"] for row in rows(tmp_path / "out", "mentions")}


def test_a_meta_file_that_is_no_json(folder, put, put_meta, refused):
    put(folder / "odd.txt", "The west has 21 teams.")
    put(folder / "odd.meta.json", "{published_on: yesterday}")
    reject = refused()["odd.txt"]
    assert reject["reason"] == "bad_meta"
    assert "odd.meta.json" in str(reject["message"])


@pytest.mark.parametrize(
    ("meta", "key"),
    [
        ({"published_on": "2099-01-01"}, "published_on"),
        ({"published_on": "31/12/2023"}, "published_on"),
        ({"published_on": 2023}, "published_on"),
        ({"autor": "someone"}, "autor"),
        ({"doc_type": "rumour"}, "doc_type"),
        ({"authority": "E99999999"}, "authority"),
        ({"url": "javascript:alert(1)"}, "url"),
    ],
)
def test_a_bad_value_refuses_its_document_and_names_file_and_key(folder, put, put_meta, refused, meta, key):
    put(folder / "odd.txt", "The west has 21 teams.")
    put_meta(folder / "odd.meta.json", **meta)
    reject = refused()["odd.txt"]
    assert (reject["place"], "odd.meta.json" in str(reject["message"])) == (key, True)


def test_a_mended_meta_file_lets_the_document_in(folder, put, put_meta, refused):
    put(folder / "odd.txt", "The west has 21 teams.")
    put_meta(folder / "odd.meta.json", published_on="2099-01-01")
    assert "odd.txt" in refused()
    put_meta(folder / "odd.meta.json", published_on="2024-01-01")
    assert refused() == {}


def test_a_date_in_the_future_is_let_in_once_its_day_has_come(folder, put, put_meta, go, rows, tmp_path):
    put(folder / "odd.txt", "The west has 21 teams.")
    put_meta(folder / "odd.meta.json", published_on="2024-06-10")
    go(folder, tmp_path / "out", date(2024, 6, 3))
    assert len(rows(tmp_path / "out", "rejects")) == 1
    go(folder, tmp_path / "out", date(2024, 6, 10))
    assert rows(tmp_path / "out", "rejects") == []


def test_one_of_two_same_files_has_a_bad_meta_file(folder, put, put_meta, refused, rows, tmp_path):
    put(folder / "a.txt", "The west has 21 teams.")
    put_meta(folder / "a.meta.json", published_on="2099-01-01")
    put(folder / "b.txt", "The west has 21 teams.")
    assert list(refused()) == ["a.txt"]
    assert "b.txt" in {row["doc"] for row in rows(tmp_path / "out", "articles")}


def test_odd_file_names_from_disk_to_rows_and_back(folder, put, refused, rows, tmp_path):
    names = ["two words.txt", 'it\'s "quoted".txt', "a..b.txt", "..txt", "Größe ☃.txt", "=1+1.txt", "a\nb.txt"]
    for number, name in enumerate(names):
        put(folder / name, f"Office {number} has {number + 30} teams.")
    assert refused() == {}
    docs = {row["article_id"]: row["doc"] for row in rows(tmp_path / "out", "articles")}
    found = {docs[row["article_id"]]: row["value"] for row in rows(tmp_path / "out", "mentions")}
    assert {name: found[name] for name in names} == {name: number + 30 for number, name in enumerate(names)}


def test_control_characters_and_odd_bullets_are_no_bad_input(folder, put, refused, rows, tmp_path):
    put(folder / "odd.txt", "\uf0b7 long\x02term work\n\uf06e in 41 teams\x0c")
    assert refused() == {}
    assert 41 in {row["value"] for row in rows(tmp_path / "out", "mentions")}


def test_a_reject_is_told_again_until_it_is_mended(folder, refused, put, go, tmp_path):
    (folder / "empty.txt").touch()
    assert "empty.txt" in refused()
    put(folder / "east.txt", "The east has 4 teams.")
    assert "empty.txt" in refused()
    put(folder / "empty.txt", "Not empty: 5 teams.")
    assert refused() == {}
    status = json.loads((tmp_path / "out" / "state" / "status.json").read_text(encoding="utf-8"))
    assert status["accounts"]["replaced"] == 1
