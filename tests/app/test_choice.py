"""The choice in an address: anything can be read, and what a link holds is read back as it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components import loaders, state
from components.views import choice as choices
from components.views.choice import Choice
from data.analysis.selection import Selection
from data.analysis.traffic import METRICS
from tests.app.url import address, parsed

REGIONS = ("east_asia", "latin_america")
SINGLE = ("lang", "offering", "market", "transactional", "foreign", "metric", "freq", "period")
KEYS = ("country", "category", *SINGLE)
QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# What a browser can send: any text that UTF-8 can hold, and words that come near to something known.
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    ["", ":", "2024-01:2024-02", "2024-01:", "JPN", "jpn", "goods", "yes", "visits ", "2025-12:2019-01", "Q"]
)


@QUIET
@given(
    query=st.dictionaries(st.sampled_from(KEYS), st.lists(anything, max_size=4)),
    region=st.sampled_from(REGIONS),
)
def test_any_address_is_read_without_a_fault(query, region):
    with address(query):
        choice = choices.read(region)
        notices = state.notices()
    assert set(choice.selection.countries) <= set(loaders.members(region))
    assert choice.metric in METRICS and choice.freq in choices.FREQUENCIES
    assert choices.months()[0] <= choice.start <= choice.end <= choices.months()[-1]
    assert choice.countries, "no country chosen means all of them"
    assert len(notices) <= 5
    for notice in notices:
        assert notice.key in KEYS
        assert re.fullmatch(r"`[\w .:,+?-]{1,40}`", notice.value)


@QUIET
@given(value=st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_shown_of_a_value_is_one_short_piece_of_code(value):
    said = state.printable(value)
    assert re.fullmatch(r"`[\w .:,+?-]{1,40}`", said)
    assert said.isprintable()


@QUIET
@given(value=st.text(st.characters(exclude_categories=["Cs"])))
def test_words_are_kept_as_typed_and_cut(value):
    with address({"q": [value]}):
        assert state.words("q") == value[:80]


def some(codes) -> st.SearchStrategy:
    return st.lists(st.sampled_from(sorted(codes)), unique=True, max_size=4).map(tuple)


def one_or_none(codes) -> st.SearchStrategy:
    return st.sampled_from([(), *((code,) for code in codes)])


@st.composite
def a_choice(draw) -> Choice:
    region = draw(st.sampled_from(REGIONS))
    start, end = sorted(draw(st.tuples(*[st.sampled_from(choices.months())] * 2)))
    return Choice(
        region=region,
        selection=Selection(
            countries=draw(some(loaders.members(region))),
            offering=draw(one_or_none(choices.OFFERINGS)),
            market=draw(one_or_none(choices.MARKETS)),
            category=draw(some(choices.categories())),
            transactional=draw(one_or_none(choices.ANSWERS)),
            foreign_sellers=draw(one_or_none(choices.ANSWERS)),
        ),
        metric=draw(st.sampled_from(METRICS)),
        freq=draw(st.sampled_from(choices.FREQUENCIES)),
        start=start,
        end=end,
    )


def in_the_address(choice: Choice) -> dict[str, str | tuple[str, ...]]:
    chosen = choice.selection
    return {
        "country": chosen.countries,
        "offering": chosen.offering,
        "market": chosen.market,
        "category": chosen.category,
        "transactional": chosen.transactional,
        "foreign": chosen.foreign_sellers,
        "metric": choice.metric,
        "freq": choice.freq,
        "period": f"{choice.start}:{choice.end}",
    }


@QUIET
@given(choice=a_choice(), words=anything)
def test_a_link_brings_back_the_same_choice(choice, words):
    with address({"lang": ["pt"], "country": ["XXX"]}):
        state.write(q=words, **in_the_address(choice))
        link, full = state.link(), state.address()
        begun = state.link("latin_america", marketplace="taobao-cn", q=None)
    assert full == f"https://explorer.example/east_asia{link}"
    assert begun.startswith("latin_america?") and parsed(begun)["marketplace"] == ["taobao-cn"]
    with address(parsed(link)):
        assert choices.read(choice.region) == choice
        assert state.words("q") == words
        assert state.one("lang", ("en", "es", "pt"), "en") == "pt"
        assert state.notices() == []


def test_a_value_that_is_none_or_empty_leaves_the_address():
    with address({"q": ["x"], "country": ["JPN", "KOR"]}):
        state.write(q=None, country=[], metric=None)
        assert state.link() == "" and state.link("overview") == "overview"


def test_the_last_of_several_values_counts_for_a_single_key():
    with address({"metric": ["rank", "yoy"]}):
        assert state.one("metric", METRICS, METRICS[0]) == "yoy"


@pytest.mark.parametrize(
    ("given", "kept"), [("2019-01:2025-12", True), ("2025-12:2019-01", False), ("2019-01", False)]
)
def test_a_span_runs_forward_and_has_two_ends(given, kept):
    with address({"period": [given]}):
        found = state.span("period", choices.months(), ("2020-01", "2020-02"))
    assert found == (tuple(given.split(":")) if kept else ("2020-01", "2020-02"))
