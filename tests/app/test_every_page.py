"""Every page runs in every language, from the navigation and from a deep link."""

from __future__ import annotations

import pytest

from tests.app.visit import open_page, wrong_with
from tests.architecture.texts import LANGUAGES, texts
from tests.pages import ROOT, page_names


def test_every_page_of_the_navigation_has_its_file():
    missing = [name for name in page_names() if not (ROOT / "pages" / f"{name}.py").exists()]
    assert not missing, f"config/app.yml calls these built: {missing}"


@pytest.mark.parametrize("door", ["home", "alone"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", page_names())
def test_a_page_runs_without_a_fault(name, language, door):
    app = open_page(name, door, lang=language)
    assert wrong_with(app) == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("name", page_names())
def test_a_page_speaks_one_language(name, language):
    app = open_page(name, lang=language)
    shown = {str(element.value) for element in (*app.markdown, *app.caption, *app.subheader, *app.info)}
    english = {
        value
        for key, value in texts("en").items()
        if texts(language).get(key) != value and len(value) > 12 and "{" not in value
    }
    assert not shown & english


@pytest.mark.parametrize("name", page_names())
def test_values_that_nobody_knows_are_survived(name):
    app = open_page(name, country="XXX", year="0", metric="<script>", lang="tlh", freq="daily", offering="")
    assert wrong_with(app) == []
