"""A name becomes part of a file name on any disk, and two spellings of it are one person's."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.learner.naming import file_name, folded, slug

FAMILY = "👨‍👩‍👧‍👦"


@given(st.text(max_size=300), st.integers(1, 120))
def test_any_name_fits_its_bytes(name, most):
    kept = file_name(name, most)
    assert len(kept.encode("utf-8", "replace")) <= most + 1
    assert kept == kept.strip(". ")
    assert not set(kept) & set('/\\:*?"<>|')


@given(st.text(max_size=300))
def test_any_name_makes_a_folder(name):
    assert 0 < len(slug(name).encode()) <= 60
    assert slug(name).isascii()
    assert slug(name) not in {"con", "nul", "aux", "prn", "com1", "lpt9"}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Maryam Al Suwaidi", "Maryam Al Suwaidi"),
        ("مريم السويدي", "مريم السويدي"),
        ("../x:y", "x y"),
        (" .hidden. ", "hidden"),
        ("Ali...", "Ali"),
        ("...", ""),
        ("", ""),
    ],
)
def test_an_honest_name_stays_readable(name, kept):
    assert file_name(name) == kept


@pytest.mark.parametrize("name", ["😀" * 60, FAMILY * 20, "🇦🇪" * 40, "👍🏽" * 40, "é" * 90])
def test_a_name_is_cut_between_whole_characters(name):
    name = unicodedata.normalize("NFD", name)
    kept = file_name(name)
    assert 0 < len(kept.encode()) <= 80
    whole = {"😀", FAMILY, "🇦🇪", "👍🏽", "e\u0301"}
    (character,) = [one for one in whole if name.startswith(one)]
    assert kept == character * (len(kept) // len(character))


def test_a_letter_under_a_thousand_accents_is_no_file_name():
    assert file_name("a" + "\u0301" * 1000) == ""
    assert file_name("Ali " + "\u0301" * 1000) == "Ali"


@pytest.mark.parametrize("name", ["CON", "nul", "Aux", "com1", "LPT9", "NUL. Smith", "con .x"])
def test_a_device_of_windows_is_no_file_name(name):
    assert file_name(name).startswith("_")
    assert slug(name) not in {"con", "nul", "aux", "com1", "lpt9"}


@pytest.mark.parametrize("name", ["Conrad", "Null", "Com", "Auxentia", "Lpt"])
def test_a_name_that_only_begins_like_a_device_stays(name):
    assert file_name(name) == name
    assert slug(name) == name.lower()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maryam Al Suwaidi", "maryam  al-suwaidi"),
        ("José Ñandú", "Jose Nandu"),
        ("O'Brien", "O’BRIEN"),
        ("أحمد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("مُحَمَّد", "محمـد"),
        ("é", "e\u0301"),
        (" ", ""),
    ],
)
def test_two_spellings_are_one_name(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hamad", "Hamed"),
        ("Ali", "Alia"),
        ("Noor", "Noura"),
        ("Mariam", "Maryam"),
        ("राम", "रमा"),
        ("ガ", "カ"),
        ("😀", "😁"),
        ("Ali", ""),
    ],
)
def test_a_letter_more_or_less_is_another_name(one, other):
    assert folded(one) != folded(other)
