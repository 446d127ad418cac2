"""What a reader changes on the page is written to the address as a code, whatever the language."""

from __future__ import annotations

import pytest

from tests.app.visit import cards, open_page, wrong_with
from tests.architecture.texts import LANGUAGES, texts


def query(app) -> dict[str, str | list[str]]:
    """The address, without the language."""
    return {key: value for key, value in app.query_params.items() if key != "lang"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_writes_its_code_and_takes_its_default_away(language):
    app = open_page("east_asia", lang=language)
    app.multiselect(key="url.country").set_value(["JPN", "KOR"]).run()
    app.selectbox(key="url.metric").set_value("per_user").run()
    app.button_group(key="url.by").set_value("marketplace").run()
    app.select_slider(key="url.period.slider").set_range("2023-02", "2024-11").run()
    app.selectbox(key="url.period.development.to").set_value("2024-12").run()
    assert wrong_with(app) == [] and not app.warning
    assert cards(app) == {"map", "development"}
    assert query(app) == {
        "country": ["JPN", "KOR"],
        "metric": "per_user",
        "by": "marketplace",
        "period": "2023-02:2024-12",
    }
    app.multiselect(key="url.country").set_value([]).run()
    app.selectbox(key="url.metric").set_value("visits").run()
    app.button_group(key="url.by").set_value("country").run()
    app.select_slider(key="url.period.slider").set_range("2019-01", "2025-12").run()
    assert query(app) == {}


def test_the_language_changes_and_the_view_stays():
    app = open_page("latin_america", lang="en", country="MEX", section="visitors", year="2022")
    app.button_group(key="url.lang").set_value("pt").run()
    assert app.query_params["lang"] == "pt"
    assert query(app) == {"country": "MEX", "section": "visitors", "year": "2022"}
    assert app.title[0].value == texts("pt")["explorer.title.latin_america"]
    assert wrong_with(app) == []


def test_a_chip_takes_its_filter_away_and_reset_takes_all():
    app = open_page("east_asia", country=["JPN", "KOR"], offering="goods", metric="index", freq="A")
    app.button(key="chip.country.JPN").click().run()
    assert query(app)["country"] == "KOR" and query(app)["offering"] == "goods"
    app.button(key="chip.reset").click().run()
    assert query(app) == {}
    assert wrong_with(app) == []


def test_a_marketplace_is_opened_from_the_list_and_closed_again():
    app = open_page("east_asia", section="ranking", country="CHN")
    app.selectbox(key="ranking.picked").set_value("taobao-cn").run()
    assert query(app) == {"section": "ranking", "country": "CHN", "marketplace": "taobao-cn"}
    [back] = [button for button in app.button if button.label == texts("en")["marketplace.back"]]
    back.click().run()
    assert query(app) == {"section": "ranking", "country": "CHN"}
    assert wrong_with(app) == []


def test_the_table_of_a_card_is_opened_on_demand():
    app = open_page("latin_america")
    assert not app.table
    app.toggle(key="table.map").set_value(True).run()
    assert len(app.table) == 1 and wrong_with(app) == []
