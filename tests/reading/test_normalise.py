from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.reading.normalise import normalise


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("well\x02conceived", "well-conceived"),
        ("well\ufffeinformed", "well-informed"),
        ("2016\u201117", "2016-17"),
        ("1\x0098", "1 98"),
        ("£6\u00a0m", "£6 m"),
        ("case\u00adload\u200b", "caseload"),
        ("\ufb01ve of\ufb01ces", "five offices"),
        ("children\x92s", "children’s"),
        ("page\x0cbreak\u2028line", "page\nbreak\nline"),
        ("\ufeffTitle", "Title"),
        ("Cafe\u0301", "Café"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_what_no_reader_sees_is_changed(given_text: str, expected: str) -> None:
    assert normalise(given_text) == expected


def test_bullets_quotes_and_dashes_stay() -> None:
    text = "\uf06e At 31 March – 1,826 children’s “plans” \uf0b7 \uf02d • ◼ £5m…"
    assert normalise(text) == text


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once
    assert "\x00" not in once


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)) | st.text(alphabet="abc \n£’•"))
def test_plain_print_is_left_alone(text: str) -> None:
    assert normalise(text) == text


@given(st.text())
def test_every_result_can_be_stored_as_utf8(text: str) -> None:
    assert normalise(text).encode("utf-8").decode("utf-8") == normalise(text)
