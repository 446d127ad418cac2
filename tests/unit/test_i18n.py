"""Numbers, periods and texts as each of the three languages writes them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import i18n
from components.i18n import TextError, language, match_locale, text

LANGUAGES = ("en", "es", "pt")
# Numbers and the sign of percent do not part at the end of a line in Spanish.
GAP = "\u00a0"
MINUS = "\u2212"


def written(form: str, value: object, *more: object) -> tuple[str, ...]:
    """What the form (number, compact, ...) makes of a value in English, Spanish and Portuguese."""
    return tuple(getattr(language(code), form)(value, *more) for code in LANGUAGES)


@pytest.mark.parametrize(
    ("value", "digits", "en", "es"),
    [
        (0, 0, "0", "0"),
        (999.5, 0, "1,000", "1.000"),
        (12345678, 0, "12,345,678", "12.345.678"),
        (-1234, 0, "-1,234", "-1.234"),
        (1234.56, 1, "1,234.6", "1.234,6"),
        (0.05, 2, "0.05", "0,05"),
    ],
)
def test_numbers_in_full(value, digits, en, es):
    assert written("number", value, digits) == (en, es, es)


@pytest.mark.parametrize(
    ("value", "en", "es", "pt"),
    [
        (0, "0", "0", "0"),
        (5.25, "5.2", "5,2", "5,2"),
        (42, "42", "42", "42"),
        (999.6, "1,000", "1.000", "1.000"),
        (1234, "1,230", "1.230", "1.230"),
        (98765, "98,800", "98.800", "98.800"),
        (999_999, "1 million", "1 millón", "1 milhão"),
        (1_250_000, "1.2 million", "1,2 millones", "1,2 milhão"),
        (12_400_000, "12.4 million", "12,4 millones", "12,4 milhões"),
        (123_400_000, "123 million", "123 millones", "123 milhões"),
        (-12_400_000, "-12.4 million", "-12,4 millones", "-12,4 milhões"),
        (999_900_000, "1 billion", "1.000 millones", "1 bilhão"),
        (12_400_000_000, "12.4 billion", "12.400 millones", "12,4 bilhões"),
    ],
)
def test_numbers_for_reading(value, en, es, pt):
    assert tuple(said.replace(GAP, " ") for said in written("compact", value)) == (en, es, pt)


@pytest.mark.parametrize(
    ("share", "en", "es", "pt"),
    [
        (0, "0.0%", f"0,0{GAP}%", "0,0%"),
        (0.1234, "12.3%", f"12,3{GAP}%", "12,3%"),
        (1, "100.0%", f"100,0{GAP}%", "100,0%"),
        (12.5, "1,250.0%", f"1.250,0{GAP}%", "1.250,0%"),
    ],
)
def test_shares(share, en, es, pt):
    assert written("percent", share) == (en, es, pt)


@pytest.mark.parametrize(
    ("ratio", "en", "es"),
    [
        (0.1, "+10.0%", f"+10,0{GAP}%"),
        (-0.1, f"{MINUS}10.0%", f"{MINUS}10,0{GAP}%"),
        (0, "0.0%", f"0,0{GAP}%"),
        (-0.0004, "0.0%", f"0,0{GAP}%"),
        (0.0006, "+0.1%", f"+0,1{GAP}%"),
    ],
)
def test_changes_have_a_sign_unless_they_are_zero(ratio, en, es):
    assert written("change", ratio) == (en, es, es.replace(GAP, ""))


@pytest.mark.parametrize("form", ["number", "compact", "percent", "change"])
@pytest.mark.parametrize("value", [None, math.nan, math.inf])
def test_a_missing_number_is_two_points(form, value):
    assert written(form, value) == ("..", "..", "..")


@given(value=st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_every_number_is_written_in_every_language(value):
    for form in ("number", "compact", "percent", "change"):
        for said in written(form, value):
            assert any(sign.isdigit() for sign in said) and "e" not in said.split(GAP)[0].lower()[:4]


@given(value=st.floats(min_value=1e3, max_value=1e14))
def test_a_number_for_reading_keeps_its_size(value):
    said = language("en").compact(value).replace(",", "").replace(GAP, " ")
    figures, _, word = said.partition(" ")
    size = {"": 1, "million": 1e6, "billion": 1e9, "trillion": 1e12}[word]
    assert float(figures) * size == pytest.approx(value, rel=0.06)
    assert size == 1 or 1 <= float(figures) < 1000


@pytest.mark.parametrize(
    ("period", "en", "es", "pt"),
    [
        ("2024-07", "Jul 2024", "jul 2024", "jul. de 2024"),
        ("2024-Q3", "Q3 2024", "T3 2024", "3º tri. 2024"),
        ("2024", "2024", "2024", "2024"),
        ("", "..", "..", ".."),
        (None, "..", "..", ".."),
    ],
)
def test_periods(period, en, es, pt):
    assert written("period", period) == (en, es, pt)


@pytest.mark.parametrize(
    ("day", "en", "es", "pt"),
    [
        ("2026-04-27", "27 April 2026", "27 de abril de 2026", "27 de abril de 2026"),
        ("2019-04", "Apr 2019", "abr 2019", "abr. de 2019"),
        ("2019", "2019", "2019", "2019"),
        ("nan", "..", "..", ".."),
    ],
)
def test_days(day, en, es, pt):
    assert written("day", day) == (en, es, pt)


def test_lists():
    assert written("listing", ["a", "b", "c"]) == ("a, b and c", "a, b y c", "a, b e c")
    assert written("listing", ["a"]) == ("a", "a", "a")
    assert written("listing", []) == ("", "", "")


def test_placeholders_are_filled_and_never_filled_twice():
    said = text("errors.ignored_value", "es", key="q", value="{key} {0} %s")
    assert "{key} {0} %s" in said and "q =" in said


def test_an_unknown_key_is_named_with_its_file():
    with pytest.raises(TextError) as told:
        language("pt")("frame.nowhere")
    assert told.value.args[0] == "config/texts/pt.yml: frame.nowhere: no such text"


def test_a_placeholder_that_was_not_given_is_named():
    with pytest.raises(TextError) as told:
        text("errors.ignored_value", "en", key="q")
    assert told.value.args[0] == (
        "config/texts/en.yml: errors.ignored_value: placeholder 'value' was not given"
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("pt-BR", "pt"),
        ("es_419", "es"),
        ("EN", "en"),
        ("fr-FR", "en"),
        ("", "en"),
        (None, "en"),
        ("../x", "en"),
    ],
)
def test_a_browser_gets_the_language_that_fits(wanted, found):
    assert match_locale(wanted) == found


def test_languages_begin_with_english_and_an_unknown_one_is_english():
    assert i18n.languages() == LANGUAGES
    assert language("tlh").code == "en"


def test_a_code_without_a_word_is_shown_as_it_is():
    assert language("es").code_label("offering", "goods") != "goods"
    assert language("es").code_label("offering", "spells") == "spells"


def test_a_section_holds_its_texts_by_short_name():
    section = dict(language("pt").section("errors"))
    assert section["unexpected"] == text("errors.unexpected", "pt")
    assert section["remedy.missing"] == text("errors.remedy.missing", "pt")
