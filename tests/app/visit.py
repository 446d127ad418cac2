"""Runs a page without a browser, from the navigation or by a deep link, and tells what the reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from streamlit.testing.v1 import AppTest

from tests.architecture.texts import texts
from tests.pages import ROOT

Door = Literal["home", "link"]
# Seconds until a run is given up: the first one in a process reads every table.
PATIENCE = 60
# Kinds of elements whose text is run through Markdown.
SPOKEN = ("markdown", "caption", "title", "header", "subheader", "warning", "info", "error", "success")


def open_page(name: str, door: Door = "link", **state: str | list[str]) -> AppTest:
    """Run a page with this URL state.

    `home` opens Home.py first and then the page, as the navigation does. `link` opens the page at once on a
    server that has never been asked: Streamlit then runs the page's file alone, which has to bring the frame.
    """
    app = AppTest.from_file(str(ROOT / "Home.py"), default_timeout=PATIENCE)
    if door == "home":
        app.run()
    app.switch_page(f"pages/{name}.py")
    for key, value in state.items():
        app.query_params[key] = value
    return app.run()


def spoken(app: AppTest, *kinds: str) -> list[str]:
    """The texts of the page that are run through Markdown, of these kinds or of all."""
    return [str(element.value) for kind in kinds or SPOKEN for element in app.get(kind)]


def wrong_with(app: AppTest) -> list[str]:
    """Uncaught errors, messages of a fault, and texts that show a key or an unfilled placeholder."""
    found = [f"exception: {box.value}" for box in app.exception]
    found += [f"error: {said}" for said in spoken(app, "error")]
    faults = tuple(text.split("{")[0] for key, text in texts(language_of(app)).items() if is_fault(key))
    for said in spoken(app):
        if said.startswith(faults) or "config/texts" in said or "{" in said:
            found.append(f"text: {said[:120]}")
    return found


def is_fault(key: str) -> bool:
    """Whether a text tells of a fault of ours; an ignored value of the address is the reader's."""
    return key.startswith("errors.") and key.count(".") == 1 and key != "errors.ignored_value"


def language_of(app: AppTest) -> str:
    """The language that the page was drawn in."""
    return str(app.session_state.get("language") or "en")


def cards(app: AppTest) -> set[str]:
    """The keys of the cards on the page that hold a chart."""
    blocks = [block for block in _below(app._tree) if str(block.key or "").startswith("card-")]
    return {block.key.removeprefix("card-") for block in blocks if block.get("vega_lite_chart")}


def _below(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield child
            yield from _below(child)
