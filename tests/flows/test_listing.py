"""What counts as a document of a folder."""

from __future__ import annotations

import os

import pytest

from flows.listing import list_folder, printable

from .conftest import write


def docs(folder, **options):
    return [found.doc for found in list_folder(folder, **options).documents]


def test_documents_of_all_kinds_with_subfolders_in_order(tmp_path):
    for name in ("b.txt", "a/z.html", "a/y.HTM", "c.PDF", "a.txt"):
        write(tmp_path / name, "x")
    assert docs(tmp_path) == ["a.txt", "a/y.HTM", "a/z.html", "b.txt", "c.PDF"]


def test_a_meta_file_belongs_to_its_document_and_all_else_is_ignored(tmp_path):
    for name in ("a.txt", "a.meta.json", "b.meta.json", "c.docx", ".txt", "meta.json"):
        write(tmp_path / name, "{}")
    listing = list_folder(tmp_path)
    (found,) = listing.documents
    assert (found.doc, found.meta) == ("a.txt", tmp_path / "a.meta.json")
    assert listing.ignored == (".txt", "b.meta.json", "c.docx", "meta.json")


@pytest.mark.parametrize(
    "name",
    ["two words.txt", "it's \"quoted\".txt", "a..b.txt", "...txt", "Größe é.txt", "naïve ☃.txt", "-x.txt", "a\nb.txt",
     "a\\b.txt", "50%.txt", "a;b|c&d.txt", "*.txt", "~.txt"],
)  # fmt: skip
def test_odd_names_are_names(tmp_path, name):
    write(tmp_path / name, "x")
    assert docs(tmp_path) == [name]


def test_a_name_that_is_no_utf8_is_shown_by_its_bytes(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as handle:
        handle.write(b"x")
    (found,) = list_folder(tmp_path).documents
    assert found.doc == "caf\\xe9.txt"
    assert found.path.read_bytes() == b"x"
    assert printable("plain.txt") == "plain.txt"


def test_a_loop_of_links_ends_and_the_output_is_no_part_of_the_folder(tmp_path):
    write(tmp_path / "a.txt", "x")
    write(tmp_path / "out" / "state" / "texts" / "b.txt", "x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert docs(tmp_path, without=[tmp_path / "out"]) == ["a.txt"]


def test_a_folder_named_like_a_document_is_walked(tmp_path):
    write(tmp_path / "year.txt" / "a.txt", "x")
    assert docs(tmp_path) == ["year.txt/a.txt"]


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        list_folder(tmp_path / "gone")
