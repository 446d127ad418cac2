"""The country profile: all 36, every section, in every language, and what is wrong in an address."""

from __future__ import annotations

import pytest

from components.i18n import Language
from components.views.country import known, processes
from components.views.country.choice import Choice
from components.views.country.printed import printed_profile
from data.catalog import load_catalog
from data.catalog.process_loading import load_processes
from tests.app.broken import data_copy, remove
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts
from tests.unit.country_cases import desk, without

AREAS = load_catalog().ref_areas
PAGE = "country_profile"
SECTIONS = ("overview", "marketplaces", "visitors", "determinants", "rules", "measures")


def turn(number: int) -> str:
    """The languages one after the other."""
    return LANGUAGES[number % len(LANGUAGES)]


@pytest.mark.parametrize(("area", "language"), [(area, turn(at)) for at, area in enumerate(AREAS)])
def test_every_profile_is_drawn_whole(area, language):
    app = open_page(PAGE, lang=language, country=area, all="yes")
    assert wrong_with(app) == []
    assert not app.warning
    assert {"country-coverage", "country-framework", "country-treaties", "country-headlines"} <= cards(app)


@pytest.mark.parametrize(("section", "language"), [(name, turn(at)) for at, name in enumerate(SECTIONS)])
@pytest.mark.parametrize("area", ["PER", "SUR"])
def test_a_section_is_drawn_alone(area, section, language):
    app = open_page(PAGE, lang=language, country=area, section=section)
    assert wrong_with(app) == []
    assert not app.warning


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", ["PER", "SUR", "JPN"])
def test_three_profiles_are_whole_in_every_language(area, language):
    app = open_page(PAGE, lang=language, country=area, all="yes", partner="VNM")
    assert wrong_with(app) == []
    titles = [texts(language)[f"country.sections.{name}"] for name in (*SECTIONS, "compare")]
    assert set(titles) <= set(spoken(app, "header"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", ["PER", "SUR", "JPN"])
def test_the_three_sentences_come_first(area, language):
    app = open_page(PAGE, lang=language, country=area)
    said = spoken(app, "markdown")
    words = texts(language)
    at = [next(n for n, text in enumerate(said) if text == f"##### {words[f'country.{name}.title']}")
          for name in ("stand", "gap", "example")]  # fmt: skip
    assert at == sorted(at)
    # Every figure and place is followed by what is to be said of estimates.
    assert words["country.banner"] in spoken(app, "caption")


def test_the_overview_leads_to_the_profile_of_one_s_own_country():
    app = open_page("overview", "home", lang="es")
    app.selectbox(key="overview.country").select("PER").run()
    assert wrong_with(app) == []
    assert spoken(app, "title") == ["Perú"]


def test_without_a_country_every_member_is_offered():
    app = open_page(PAGE, lang="es")
    assert wrong_with(app) == []
    assert texts("es")["country.opening"] in spoken(app, "title")
    links = [link for link in app.get("page_link") if "country=" in str(link.proto.query_string)]
    assert len(links) == len(AREAS)


def test_an_unknown_country_is_said_and_every_member_is_offered():
    app = open_page(PAGE, lang="en", country="XXX")
    assert wrong_with(app) == []
    assert any("XXX" in said for said in spoken(app, "warning"))
    assert texts("en")["country.opening"] in spoken(app, "title")


def test_the_first_known_country_is_taken_and_the_unknown_one_is_said():
    app = open_page(PAGE, lang="en", country=["XXX", "PER"])
    assert spoken(app, "title") == ["Peru"]
    assert any("XXX" in said for said in spoken(app, "warning"))


def test_up_to_three_countries_stand_side_by_side():
    app = open_page(PAGE, lang="en", country="PER", partner=["CHL", "VNM", "KOR"], section="compare")
    assert wrong_with(app) == [] and not app.warning
    heads = [list(table.value.columns) for table in app.table]
    assert [texts("en")["country.compare.figure"], "Peru", "Chile", "Viet Nam", "Republic of Korea"] in heads


def test_a_fourth_partner_is_said_to_be_left_out():
    app = open_page(PAGE, lang="en", country="PER", partner=["CHL", "VNM", "KOR", "JPN"])
    assert wrong_with(app) == []
    assert any("JPN" in said for said in spoken(app, "warning"))


def test_a_country_is_never_its_own_partner():
    app = open_page(PAGE, lang="en", country="PER", partner="PER", section="compare")
    assert wrong_with(app) == []
    assert texts("en")["country.compare.none"] not in spoken(app, "caption")


@pytest.mark.parametrize("kind", ["region", "income", "population", "gdp", "hand"])
@pytest.mark.parametrize("area", ["PER", "VEN"])
def test_peers_are_chosen_as_on_the_policy_page(area, kind):
    app = open_page(PAGE, lang="pt", country=area, peers=kind, partner=["CHL", "MEX"])
    assert wrong_with(app) == [] and not app.warning
    missing = area == "VEN" and kind in ("income", "gdp")
    said = texts("pt")["country.peers_fallback"].split("{")[0]
    assert any(caption.startswith(said) for caption in spoken(app, "caption")) == missing


def test_a_country_with_nothing_in_a_layer_gets_a_shorter_page(monkeypatch, cold_caches):
    poor = without(desk(), "SUR", "policies", "indicators")
    monkeypatch.setattr(known, "desk", lambda: poor)
    app = open_page(PAGE, lang="en", country="SUR", all="yes")
    assert wrong_with(app) == []
    titles = spoken(app, "header")
    words = texts("en")
    for name in ("measures", "determinants"):
        assert words[f"country.sections.{name}"] not in titles
    unknown = words["country.unknown"].split("{")[0]
    assert any(said.startswith(unknown) for said in spoken(app, "caption"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_studies_of_a_parcel_s_way_appear_once_there_are_some(monkeypatch, language):
    title = texts(language)["country.sections.processes"]
    found = [one for one in load_processes().values() if "PER" in (one.exporter, one.importer)]
    assert found
    monkeypatch.setattr(processes, "touching", lambda area: tuple(found))
    app = open_page(PAGE, lang=language, country="PER", all="yes")
    assert wrong_with(app) == []
    assert title in spoken(app, "header")
    links = [str(link.proto.label) for link in app.get("page_link")]
    assert any(getattr(found[0].title, language)[:12] in label for label in links) or app.get("link_button")


def test_when_a_table_is_missing_the_way_to_other_countries_stays(tmp_path, monkeypatch, cold_caches):
    folder = data_copy(tmp_path)
    monkeypatch.setenv("EXPLORER_DATA_URL", str(folder))
    remove(folder / "visits_monthly.parquet")
    app = open_page(PAGE, lang="en", country="PER")
    said = texts("en")
    what = said["datasets.visits_monthly.title"]
    told = said["errors.data"].format(what=what, remedy=said["errors.remedy.missing"])
    assert spoken(app, "error") == [told]
    assert spoken(app, "title") == ["Peru"]
    assert app.selectbox(key="url.country").value == "PER"


@pytest.mark.parametrize("area", ["CHN", "SGP", "PER"])
def test_rdtii_is_drawn_only_where_there_are_scores(area):
    app = open_page(PAGE, lang="en", country=area, section="rules")
    assert ("country-rdtii" in cards(app)) == (area in known.desk().scored("rdtii"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_to_print_says_what_the_screen_says(language):
    choice = Choice("PER", "gdp", (), ())
    page = printed_profile(Language(language), choice, "https://example.org/?country=PER").decode()
    assert f'lang="{language}"' in page and "<script" not in page
    for part in known.brief(Language(language), choice).parts:
        assert part.title.split("«")[0].split("“")[0] in page
    assert "https://example.org/?country=PER" in page
