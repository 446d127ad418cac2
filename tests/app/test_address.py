"""An address that asks for what nobody knows: the page works, says what it ignored, runs nothing of it."""

from __future__ import annotations

import re

import pytest

from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts
from tests.pages import page_names

# Value, and what must not appear as markup: outside of code, where Markdown would run it.
HOSTILE = {
    "a script": ("<script>alert(1)</script>", "<script>alert"),
    "an image": ("![x](https://evil.example/x.png)", "](https://evil"),
    "a link": ("[click](javascript:alert(1))", "](javascript:"),
    "a bare address": ("www.evil.example", "www."),
    "a statement": ("' OR 1=1 --", "OR 1"),
    "a formula": ("=cmd|'/C calc'!A0", "cmd"),
    "an icon": (":material/home: :smile:", ":smile:"),
    "a colour": (":red-background[x]", ":red"),
    "emphasis": ("__x__ **x** `x` $x$", "__x"),
    "a placeholder": ("{key} {0} %s", "{key"),
    "control characters": ("\x00\x1b[31m\u202egpj\u200b\u0301\r\n# x", "\x1b"),
    "ten thousand letters": ("Q" * 10_000, "Q" * 41),
    "another script": ("ʼ日本 Ñandú", "日本"),
    "nothing": ("", "``"),
}
KEYS = ("lang", "country", "metric", "freq", "offering", "market", "category", "period", "section")
CODE = re.compile(r"`[^`]*`")


def notice(language: str, key: str, value: str) -> str:
    return texts(language)["errors.ignored_value"].format(key=key, value=value)


def ignored(app, key: str) -> list[str]:
    """What the notices about a key show as its value."""
    before, after = notice(str(app.session_state["language"]), key, "\0").split("\0")
    return [
        said.removeprefix(before).removesuffix(after)
        for said in spoken(app, "warning")
        if said.startswith(before) and said.endswith(after)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("country", "XXX"),
        ("country", "BRA"),  # a member, but of the other region
        ("metric", "money"),
        ("freq", "W"),
        ("section", "secrets"),
        ("period", "2025"),
        ("by", "planet"),
        ("offering", "both"),
    ],
)
def test_an_unknown_value_is_named_and_the_rest_is_kept(key, value, language):
    app = open_page("east_asia", lang=language, **{"country": "JPN", key: value})
    assert wrong_with(app) == []
    assert spoken(app, "warning") == [notice(language, key, f"`{value}`")]
    assert cards(app) == {"map", "development"}


def test_an_unknown_marketplace_opens_the_ranking():
    app = open_page("east_asia", section="ranking", marketplace="nobody-xx", q="taobao")
    assert ignored(app, "marketplace") == ["`nobody-xx`"]
    assert len(app.dataframe) == 1


def test_an_unknown_language_is_english_or_what_was_read_before():
    assert ignored(open_page("overview", lang="tlh"), "lang") == ["`tlh`"]
    app = open_page("overview", lang="pt")
    app.query_params["lang"] = "tlh"
    assert notice("pt", "lang", "`tlh`") in spoken(app.run(), "warning")


@pytest.mark.parametrize(
    "period",
    ["2025-12:2019-01", "1999-01:2030-12", "2024-13:2024-14", "2024-01", ":", "a:b:c", "2024-Q1:2024-Q2"],
)
def test_a_period_reversed_or_outside_the_data_is_ignored(period):
    app = open_page("latin_america", period=period)
    assert wrong_with(app) == []
    assert ignored(app, "period") == [f"`{period}`"]
    assert cards(app) == {"map", "development"}


def test_a_period_of_one_month_is_a_picture_of_one_month():
    app = open_page("latin_america", period="2024-07:2024-07", freq="M")
    assert wrong_with(app) == [] and not app.warning


def test_a_period_without_a_year_before_says_that_nothing_can_be_shown():
    app = open_page("latin_america", period="2019-01:2019-06", freq="M", metric="yoy")
    assert wrong_with(app) == [] and not app.warning
    assert cards(app) == set()
    assert spoken(app, "markdown").count(f"**{texts('en')['cards.empty_title']}**") == 2


@pytest.mark.parametrize("key", KEYS)
def test_a_repeated_key_is_survived(key):
    app = open_page("east_asia", **{key: ["", "x", "x", "<b>"]})
    assert wrong_with(app) == []
    assert ignored(app, key)


def test_a_thousand_wrong_values_do_not_bury_the_page():
    app = open_page("east_asia", country=[f"X{number:03}" for number in range(1000)])
    assert wrong_with(app) == []
    assert len(app.warning) == 5


def test_known_and_unknown_values_of_one_key_are_told_apart():
    app = open_page("east_asia", country=["JPN", "XXX", "KOR", "JPN"])
    assert ignored(app, "country") == ["`XXX`"]
    assert app.multiselect(key="url.country").value == ["JPN", "KOR"]


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", page_names())
def test_nothing_in_the_address_is_run(name, kind):
    value, markup = HOSTILE[kind]
    app = open_page(name, **dict.fromkeys(KEYS, value), q=value, marketplace=value, year=value, unknown=value)
    assert_harmless(app, markup)
    for said in ignored(app, "metric"):
        assert re.fullmatch(r"`[\w .:,+?-]{1,40}`", said)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_search_for_anything_finds_something_or_nothing(kind):
    value, markup = HOSTILE[kind]
    app = open_page("latin_america", section="ranking", q=value)
    assert_harmless(app, markup)
    assert not app.warning
    assert app.text_input(key="url.q").value == value[:80]


@pytest.mark.parametrize("section", ["visitors", "features", "downloads"])
def test_the_keys_of_a_section_are_checked_too(section):
    hostile = HOSTILE["an image"][0]
    app = open_page("east_asia", section=section, year=hostile, feature=hostile, weight=hostile)
    assert_harmless(app, HOSTILE["an image"][1])
    expected = {"visitors": ["year"], "features": ["feature", "weight"], "downloads": []}[section]
    assert len(app.warning) == len(expected) and all(ignored(app, key) for key in expected)


def test_words_that_find_nothing_are_told():
    app = open_page("east_asia", section="ranking", q="zzz")
    assert any("`zzz`" in said for said in spoken(app, "caption"))


def test_what_a_reader_types_into_the_search_is_plain_text():
    app = open_page("east_asia", section="ranking")
    app.text_input(key="url.q").set_value(HOSTILE["an image"][0]).run()
    assert_harmless(app, HOSTILE["an image"][1])
    assert app.query_params["q"] == HOSTILE["an image"][0]


def assert_harmless(app, markup: str) -> None:
    """No fault, and nothing of a value where Markdown or HTML would run it."""
    assert wrong_with(app) == []
    loose = [CODE.sub("", said) for said in spoken(app)] + [str(element.value) for element in app.html]
    assert not [said for said in loose if markup in said]
