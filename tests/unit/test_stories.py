"""A story is a checked list of views: faults are told with their place, what was shared comes back whole."""

from __future__ import annotations

import shutil

import pytest

from components.views.stories.packed import LONGEST, fits, pack, unpack
from data.catalog import CatalogError
from data.catalog.loading import PROJECT
from data.catalog.story import COUNTRY, MOST_VIEWS, View
from data.catalog.story_loading import (
    Broken,
    load_stories,
    own_story,
    own_yaml,
    page_keys,
    read_own,
)

STORIES = load_stories()
PACIFIC = "config/stories/pacific.yml"


def copy_with(folder, old, new):
    """A copy of the settings with one place of the story on the Pacific changed."""
    shutil.copytree(PROJECT / "config", folder / "config", ignore=shutil.ignore_patterns("texts"))
    (folder / "data/registers").mkdir(parents=True)
    shutil.copy(PROJECT / "data/registers/sources.csv", folder / "data/registers/sources.csv")
    path = folder / PACIFIC
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{PACIFIC} no longer holds {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_five_stories_come_with_the_explorer():
    assert set(STORIES) == {"two_regions", "pacific", "rules", "msme", "my_country"}
    assert len(STORIES["my_country"].views) == 5
    assert [name for name, story in STORIES.items() if story.asks_for_country] == ["my_country"]


FAULTS = {
    "a page that is none": (
        ("- page: cross_region", "- page: x"),
        "views.0.page: expected one of overview, country_profile, stories, ",
        "got 'x'",
    ),
    "a query key that the page does not know": (
        ("    section: corridors", "    sektion: corridors"),
        "views.1.query.sektion: expected one of year, offering, market, ",
        "got 'sektion'",
    ),
    "an unknown language": (
        ("  en: What crosses the Pacific", "  fr: Ce qui traverse le Pacifique"),
        "title.fr: expected one of the keys en, es, pt",
        "got 'fr'",
    ),
    "a text that is missing in a language": (
        ("  en: What crosses the Pacific\n", ""),
        "title.en: expected a text, got nothing",
        "",
    ),
    "a placeholder that nobody fills": (
        ("  en: What crosses the Pacific", "  en: What crosses {what}"),
        "title.en: expected no placeholder but {country}, got {what}",
        "",
    ),
    "an unknown key": (
        ("minutes: 8", "duration: 8"),
        "duration: expected one of the keys ",
        "got 'duration'",
    ),
    "no views": (("minutes: 8\nviews:", "minutes: 8\nviews: []\nold:"), "", "got 'old'"),
    "three pictures on a slide": (
        ("  cards:\n  - corridors\n", "  cards: [corridors, corridor-bands, region-flows]\n"),
        "views.1.cards: ",
        "3",
    ),
}


@pytest.mark.parametrize(("change", "start", "end"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_story_is_told_by_file_place_expected_and_found(tmp_path, change, start, end):
    with pytest.raises(CatalogError) as told:
        load_stories(copy_with(tmp_path, *change))
    assert str(told.value).startswith(f"{PACIFIC}: {start}")
    assert end in str(told.value)


def test_a_page_key_of_no_page_is_told(tmp_path):
    root = copy_with(tmp_path, "minutes: 8", "minutes: 8")
    path = root / "config/page_keys.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\nnowhere: [q]\n", encoding="utf-8")
    with pytest.raises(CatalogError, match="config/page_keys.yml: nowhere: expected one of overview"):
        page_keys(root)


def test_a_story_of_a_country_is_settled_for_it():
    views = [view.settled("PER", "latin_america") for view in STORIES["my_country"].views]
    assert views[0].page == "latin_america"
    assert all("{" not in value for view in views for held in view.values.values() for value in held)
    assert views[0].title.said("es", "el Perú").startswith("el Perú:")


def test_a_text_alone_is_said_in_every_language():
    view = View.model_validate(
        {"page": "overview", "title": "Only this"}, context={"story_page": ("overview",)}
    )
    assert {view.title.said(code) for code in ("en", "es", "pt")} == {"Only this"}


OWN = {
    "title": "Für Lima ✓",
    "views": [
        {"page": "east_asia", "query": {"country": ["JPN", "KOR"]}, "cards": ["map"], "title": "A"},
        {"page": "cross_region", "title": "B", "message": "<b>not bold</b>", "notes": "n\nn"},
    ],
}


def test_what_is_shared_by_address_comes_back_whole():
    assert unpack(pack(OWN)) == OWN
    assert fits(pack(OWN))
    held = own_story(unpack(pack(OWN)), "mine")
    assert [view.title.en for view in held.views] == ["A", "B"]


def test_what_is_saved_is_opened_again():
    saved = own_yaml(own_story(OWN, "mine"))
    content, story = read_own(saved, "story.yml")
    assert own_yaml(story) == saved
    assert content["title"] == OWN["title"] and len(content["views"]) == 2


def test_more_than_an_address_holds_does_not_fit():
    views = []
    for at in range(MOST_VIEWS):
        letters = "".join(map(chr, range(300 + 61 * at, 900 + 61 * at)))
        views.append({"page": "overview", "title": str(at * 7919 % 104729), "notes": letters})
    packed = pack({"title": "", "views": views})
    assert len(packed) > LONGEST and not fits(packed)
    assert unpack(packed)["views"] == views


@pytest.mark.parametrize(
    "packed",
    ["", "x", "%%%", pack(OWN)[:-8], pack(OWN)[4:], "é", "A" * 5000, "eJwDAAAAAAE", "eJyLjgUAARUAuQ"],
)
def test_an_address_that_was_cut_or_changed_is_refused(packed):
    with pytest.raises(CatalogError, match="mine: expected a whole story"):
        unpack(packed)


def test_an_address_that_unfolds_without_end_is_refused():
    bomb = pack({"title": "0" * 5_000_000, "views": []})
    with pytest.raises(CatalogError, match="mine: expected a whole story"):
        unpack(bomb)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ({"page": "x", "title": "T"}, "views.0.page: expected one of overview, "),
        ({"page": "overview", "query": {"q": "1"}}, "views.0.query.q: expected one of metric, got 'q'"),
        ({"title": "T"}, "views.0.page: expected a value, got nothing"),
        ("text", "views.0: expected a mapping of keys, got 'text'"),
        ({"page": "overview", "script": "x"}, "views.0.script: expected one of the keys "),
        ({"page": "overview", "title": "x" * 3000}, "views.0.title.en: expected at most 2000 characters"),
        ({"page": "overview", "title": {"fr": "x"}}, "views.0.title.fr: expected one of the keys en, es, pt"),
        ({"page": "overview", "query": {"metric": {"a": 1}}}, "views.0.query.metric"),
    ],
)
def test_a_broken_view_of_a_reader_keeps_its_place_and_tells_why(view, said):
    story = own_story({"title": "", "views": [view, {"page": "overview"}]}, "f.yml")
    broken, fine = story.views
    assert isinstance(broken, Broken) and str(broken.fault).startswith(f"f.yml: {said}")
    assert isinstance(fine, View)
    assert len(str(broken.fault)) < 600


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "expected a mapping of keys"),
        ("- a", "expected a mapping of keys"),
        ("title: x", "views: expected a list of views, got nothing"),
        ("views: 3", "views: expected a list of views, got 3"),
        ("views: [{page: overview}]\ntitle: [", "expected valid YAML"),
        ("a: &a [1]\nviews: [*a]", "expected no references"),
        ("views: [{page: overview}]\nviews: []", "expected the key once"),
        ("views: [!!python/object/apply:os.system ['true']]", "expected valid YAML"),
        ("views:\n" + "- {page: overview}\n" * 41, "expected at most 40 views, got 41"),
        ("views: " + "[" * 5000, "expected valid YAML"),
        ("x" * 300_000, "expected at most 200000 bytes"),
        ("views: [{page: overview}]\nid: 5", "id: expected text"),
    ],
    ids=lambda value: value[:24],
)
def test_a_file_that_is_no_story_is_refused_with_its_place(text, said):
    with pytest.raises(CatalogError) as told:
        read_own(text, "f.yml")
    assert str(told.value).startswith("f.yml: ") and said in str(told.value)


def test_only_the_country_is_put_into_texts():
    view = STORIES["my_country"].views[0]
    assert COUNTRY in view.title.en
    assert view.title.said("en", "{0.__class__}") == view.title.en.replace(COUNTRY, "{0.__class__}")
