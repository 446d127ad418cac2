"""Stories: every slide in every language shows its picture; own stories are made, shared, kept and opened."""

from __future__ import annotations

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from components.views.stories.packed import KEY, pack
from data.catalog import load_catalog
from data.catalog.story import View
from data.catalog.story_loading import load_stories
from tests.app.visit import PATIENCE, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts
from tests.pages import page_names

STORIES = load_stories()
PAGE = "stories"
SLIDES = [(name, at + 1) for name, story in STORIES.items() for at in range(len(story.views))]
COUNTRY = "PER"


def shown(app: AppTest) -> str:
    """All markup of our own on the screen."""
    return " ".join(str(box.value if hasattr(box, "value") else box.proto.body) for box in app.get("html"))


def drawn(app: AppTest) -> int:
    return len(app.get("vega_lite_chart"))


def told(name: str, at: int = 1, **more: str) -> AppTest:
    return open_page(PAGE, story=name, slide=str(at), country=COUNTRY, **more)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "at"), SLIDES)
def test_every_slide_shows_its_picture_to_the_room_in_every_language(name, at, language):
    app = told(name, at, lang=language, present="1", look="dark")
    assert wrong_with(app) == [] and not app.warning
    view, said = STORIES[name].views[at - 1], shown(app)
    country = {"en": "Peru", "es": "Perú", "pt": "Peru"}[language]
    if view.page in {*page_names(), "{region}"}:
        assert drawn(app) >= max(1, len(view.cards)), said
        assert 'class="slide-missing"' not in said
    else:
        page = texts(language)[f"frame.pages.{view.page}"]
        assert texts(language)["stories.fault.not_built"].format(page=page).split("«")[0][:20] in said
    assert view.title.said(language, country).split(":")[-1][-12:] in said.replace("&#x27;", "'")
    assert "{" not in said.split("</style>")[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STORIES)
def test_a_story_can_be_looked_through_and_its_notes_read(name, language):
    app = told(name, lang=language)
    assert wrong_with(app) == [] and not app.warning
    assert len(app.radio(key="url.slide").options) == len(STORIES[name].views)
    app = told(name, 2, lang=language, notes="1")
    assert wrong_with(app) == [] and not app.warning
    assert "speaker" in shown(app) and texts(language)["stories.next"] in shown(app)


def test_the_notes_of_the_last_slide_say_that_it_is_the_last():
    app = told("pacific", len(STORIES["pacific"].views), notes="1", lang="en")
    assert texts("en")["stories.last"] in shown(app)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures_are_drawn_in_the_theme_of_the_room(look):
    app = told("pacific", 1, present="1", look=look)
    assert f"color-scheme:{look}" in shown(app)


def test_a_story_of_a_country_asks_for_it_first():
    app = open_page(PAGE, story="my_country", present="1", lang="en")
    assert wrong_with(app) == [] and drawn(app) == 0
    assert any(texts("en")["stories.choose_country"] in said for said in spoken(app, "caption"))
    app.selectbox(key="url.country").set_value("SUR").run()
    assert app.query_params["country"] == "SUR" and wrong_with(app) == []


@pytest.mark.parametrize("country", load_catalog().ref_areas)
def test_my_country_can_be_told_of_every_member(country):
    for at in range(1, 6):
        app = open_page(PAGE, story="my_country", country=country, slide=str(at), present="1", lang="en")
        assert wrong_with(app) == [] and not app.warning


def test_the_code_opens_the_view_on_its_own_page():
    app = told("pacific", 1, present="1", qr="1", lang="es")
    assert "data:image/svg+xml" in shown(app) and "/cross_region?lang=es" in shown(app)
    assert drawn(app) == 0


def test_the_list_offers_every_story():
    app = open_page(PAGE, lang="pt")
    titles = " ".join(spoken(app, "markdown"))
    for story in STORIES.values():
        assert story.title.pt.split()[0] in titles
    assert wrong_with(app) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("story", "nobody"),
        ("slide", "99"),
        ("slide", "0"),
        ("present", "yes"),
        ("country", "XXX"),
        ("look", "red"),
    ],
)
def test_a_value_that_nobody_knows_is_ignored_with_a_word(key, value):
    app = open_page(PAGE, **{"story": "pacific", "lang": "en", key: value})
    assert wrong_with(app) == []
    assert spoken(app, "warning") == [texts("en")["errors.ignored_value"].format(key=key, value=f"`{value}`")]


OWN = {
    "title": "Mine <b>x</b> **y**",
    "views": [
        {"page": "east_asia", "query": {"metric": ["per_user"]}, "cards": ["map"], "title": "First <i>"},
        {"page": "cross_region", "title": "Second"},
    ],
}


def own(views: list, **more: str) -> AppTest:
    return open_page(PAGE, lang="en", mine=pack({"title": OWN["title"], "views": views}), **more)


@pytest.mark.parametrize("mode", [{}, {"present": "1"}, {"notes": "1"}])
def test_a_story_of_an_address_is_told_and_nothing_of_it_is_run(mode):
    app = own(OWN["views"], **mode)
    assert wrong_with(app) == [] and not app.warning
    assert "<b>x</b>" not in shown(app) and "First <i>" not in shown(app)
    assert "**y**" not in " ".join(spoken(app))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("view", "key"),
    [
        ({"page": "gone", "title": "x"}, "broken"),
        ({"page": "east_asia", "query": {"colour": "red"}}, "broken"),
        ({"page": "business_processes", "title": "x"}, "not_built"),
        ({"page": "methods", "title": "x"}, "no_picture"),
        ({"page": "east_asia", "cards": ["pie"], "title": "x"}, "card_gone"),
    ],
)
def test_a_broken_or_outdated_view_is_said_and_not_hidden(view, key, language):
    if view["page"] in page_names() and key == "not_built":
        pytest.skip("the page has been built")
    packed = pack({"title": "", "views": [view, OWN["views"][1]]})
    for mode in ({}, {"present": "1"}):
        app = open_page(PAGE, lang=language, mine=packed, **mode)
        assert not app.exception and not app.error
        said = texts(language)[f"stories.fault.{key}"].split("{")[0].split(' "')[0]
        assert said[:25] in shown(app).replace("&quot;", '"').replace("&#x27;", "'")
    assert drawn(open_page(PAGE, lang=language, mine=packed, slide="2")) == 1


def test_a_value_that_the_page_no_longer_knows_is_said_on_the_slide():
    app = own([{"page": "east_asia", "query": {"metric": "money"}, "title": "x"}], present="1")
    assert "metric" in shown(app) and "money" in shown(app) and 'class="slide-missing"' in shown(app)
    assert drawn(app) == 1


@pytest.mark.parametrize("packed", ["x", pack(OWN)[:-6], "<script>", "A" * 9000])
def test_an_address_that_is_no_story_says_so_and_offers_the_others(packed):
    app = open_page(PAGE, lang="es", mine=packed)
    assert not app.exception and len(app.error) == 1
    assert app.error[0].value.startswith(texts("es")["stories.fault.no_story"].split("{")[0])
    assert "<script" not in app.error[0].value


def added(*cards: tuple[str, str]) -> AppTest:
    """A reader who put these cards (page, key) into a story and went to the page of stories."""
    app = None
    for page, key in cards:
        app = open_page(page, "home", lang="en") if app is None else app
        app.switch_page(f"pages/{page}.py").run()
        app.button(key=f"story.{key}").click().run()
    return app.switch_page(f"pages/{PAGE}.py").run()


def test_views_are_added_from_cards_ordered_named_and_removed():
    app = added(("east_asia", "map"), ("latin_america", "development"), ("cross_region", "region-flows"))
    draft = app.session_state["story.draft"]
    assert [view["page"] for view in draft["views"]] == ["east_asia", "latin_america", "cross_region"]
    app.button(key="own.up.2").click().run()
    app.button(key="own.remove.0").click().run()
    app.text_input(key="story.title").set_value("For Lima").run()
    app.text_input(key="own.message.text.0").set_value("Look **here**").run()
    draft = app.session_state["story.draft"]
    assert [view["page"] for view in draft["views"]] == ["cross_region", "latin_america"]
    assert draft["title"] == "For Lima" and draft["views"][0]["message"] == "Look **here**"
    assert wrong_with(app) == []
    assert any(f"?{KEY}=" in box.value for box in app.code)


def test_a_view_is_added_with_what_was_chosen_on_its_page():
    app = open_page("east_asia", "home", lang="en", country=["JPN", "KOR"], metric="per_user", nonsense="1")
    app.button(key="story.map").click().run()
    view = app.session_state["story.draft"]["views"][0]
    assert view["query"] == {"country": ["JPN", "KOR"], "metric": ["per_user"]}
    assert view["cards"] == ["map"]


def test_a_story_too_long_for_an_address_is_a_file_and_says_so():
    app = open_page(PAGE, "home", lang="en")
    notes = ["".join(chr(200 + (at * 31 + sign * 17) % 3000) for sign in range(900)) for at in range(12)]
    app.session_state["story.draft"] = {
        "title": "", "views": [{"page": "overview", "title": "x", "notes": said} for said in notes]
    }  # fmt: skip
    app.run()
    assert spoken(app, "info") == [texts("en")["stories.own.too_long"].format(count=12)]
    assert not any(f"?{KEY}=" in box.value for box in app.code)
    assert wrong_with(app) == []


def upload(text: bytes, language: str = "en") -> AppTest:
    app = open_page(PAGE, "home", lang=language)
    app.file_uploader(key="story.file").upload("story.yml", text, "application/yaml").run()
    return app


def test_a_saved_story_is_opened_again():
    app = upload(yaml.safe_dump(OWN, allow_unicode=True).encode())
    assert [view["title"] for view in app.session_state["story.draft"]["views"]] == ["First <i>", "Second"]
    assert spoken(app, "success") == [texts("en")["stories.own.opened"].format(count=2)]
    assert wrong_with(app) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "said"),
    [(b"\xff\xfe", "UTF"), (b"views: 3", "views: expected"), (b"[", "valid YAML"), (b"title: <b>", "views")],
)
def test_a_file_that_is_no_story_is_refused_with_its_place(text, said, language):
    app = upload(text, language)
    assert not app.exception and len(app.error) == 1
    before = texts(language)["stories.fault.no_story"].split("{")[0]
    assert app.error[0].value.startswith(before) and said in app.error[0].value.replace("\\", "")


def test_a_file_with_one_broken_view_is_opened_and_the_view_named():
    views = [{"page": "gone", "title": "old"}, OWN["views"][1]]
    app = upload(yaml.safe_dump({"title": "t", "views": views}).encode())
    assert not app.exception and len(app.warning) == 1
    assert "views.0.page" in app.warning[0].value.replace("\\", "")


@pytest.mark.parametrize("name", page_names())
def test_the_pictures_of_a_page_bear_the_keys_of_its_cards(name):
    """What a card's button stores is what a slide looks for."""
    app = AppTest.from_function(_keys, default_timeout=PATIENCE, kwargs={"name": name}).run()
    assert not app.exception, [box.value for box in app.exception]
    assert app.json[0].value in ("[]", []), app.json[0].value


def _keys(name: str) -> None:
    import streamlit as st

    from components import state
    from components.i18n import language
    from components.views.cards import Card
    from components.views.stories.pictures import pictures

    wrong = []
    t = language("en")
    sections = (
        "", "development", "visitors", "features", "landscape", "determinants", "matrix", "map", "corridors",
        "regions", "pair", "explore", "table", "heat_map", "profile", "topic", "scores", "overview",
        "benchmark", "marketplaces", "rules", "network", "nearest", "time", "reforms",
    )  # fmt: skip
    for section in sections:
        with state.lent({"section": (section,), "country": ("PER", "JPN")} if section else {}):
            for key, make in pictures(t, name, "light").items():
                card = make()
                if isinstance(card, Card) and card.key != key:
                    wrong.append([section, key, card.key])
    st.json(wrong)


def test_the_texts_of_a_story_fit_a_slide():
    for story in STORIES.values():
        for view in story.views:
            assert isinstance(view, View)
            for code in LANGUAGES:
                assert len(view.title.said(code, "x" * 20)) <= 80 and len(view.message.said(code)) <= 190
                assert view.notes.said(code) != view.message.said(code)
