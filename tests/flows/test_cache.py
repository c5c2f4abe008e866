"""What is kept between runs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.cache import open_cache
from flows.errors import MachineError
from flows.reading import Reading, load_reading
from flows.records import dump_extraction, load_extraction
from transforms.model import Change, Extraction, Mention, Reject


def test_entries_come_back_and_the_rest_is_unknown(tmp_path):
    entries = [(f"k{number}", "d", f"payload {number}") for number in range(1200)]
    with open_cache(tmp_path / "cache.sqlite") as cache:
        cache.put(entries)
    with open_cache(tmp_path / "cache.sqlite") as cache:
        found = cache.get([*(key for key, *_ in entries), "other"])
    assert found == {key: payload for key, _, payload in entries}


def test_what_other_code_made_is_forgotten(tmp_path):
    with open_cache(tmp_path / "cache.sqlite") as cache:
        cache.put([("a", "old", "1"), ("b", "new", "2"), ("c", "newer", "3")])
        cache.forget_except(["new", "newer"])
        assert cache.get(["a", "b", "c"]) == {"b": "2", "c": "3"}


def test_a_damaged_cache_is_replaced(tmp_path, caplog):
    (tmp_path / "cache.sqlite").write_bytes(b"this is no database at all, but long enough to be one" * 40)
    with open_cache(tmp_path / "cache.sqlite") as cache:
        assert cache.get(["a"]) == {}
        cache.put([("a", "d", "1")])
    assert "damaged" in caplog.text


def test_a_cache_that_cannot_be_opened_is_a_machine_error(tmp_path):
    (tmp_path / "cache.sqlite").mkdir()
    with pytest.raises(MachineError, match=r"cache\.sqlite"), open_cache(tmp_path / "cache.sqlite"):
        pass


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | texts
numbers = st.floats(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates()
mentions = st.builds(
    Mention, texts, numbers, st.none() | numbers, st.none() | numbers, texts, texts, maybe, texts, days, days, maybe,
    days, maybe, maybe, maybe, texts, texts, st.integers(0), st.integers(0), st.none() | st.integers(1), texts, numbers,
)  # fmt: skip
changes = st.builds(
    Change, texts, maybe, st.none() | st.integers(0), st.none() | st.integers(0), st.none() | numbers,
    st.none() | numbers, st.none() | numbers, st.none() | numbers, maybe, st.none() | numbers, maybe, st.booleans(),
    texts, st.integers(0), st.integers(0),
)  # fmt: skip
rejects = st.builds(Reject, texts, texts, texts, maybe, texts, maybe)


@given(
    st.builds(
        Extraction,
        st.lists(mentions, max_size=3).map(tuple),
        st.lists(changes, max_size=3).map(tuple),
        st.integers(0),
        st.integers(0),
        st.lists(rejects, max_size=2).map(tuple),
    )
)
def test_an_extraction_comes_back_as_it_was(extraction):
    assert load_extraction(dump_extraction(extraction)) == extraction


@pytest.mark.parametrize(
    "reading",
    [
        Reading("ab", 12, (0, 40), "A title", date(2024, 5, 1), "The Courier", None),
        Reading("ab", 0, (), None, None, None, None),
        Reading(None, 0, (), None, None, None, Reject("read", "empty_file", "a.txt", None, "empty", None)),
    ],
)
def test_a_reading_comes_back_as_it_was(reading):
    assert load_reading(reading.payload()) == reading
