"""Runs a page without a browser, alone or through Home.py, and tells what went wrong on it."""

from __future__ import annotations

from typing import Literal

from streamlit.testing.v1 import AppTest

from tests.pages import ROOT

Door = Literal["home", "alone"]
# Seconds until a run is given up: the first one in a process reads every table.
PATIENCE = 60


def open_page(name: str, door: Door = "home", **state: str | list[str]) -> AppTest:
    """Run a page with this URL state; through Home.py as a link does, or alone as a cold deep link does."""
    if door == "alone":
        app = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=PATIENCE)
    else:
        app = AppTest.from_file(str(ROOT / "Home.py"), default_timeout=PATIENCE)
    if door == "home":
        app.run()  # pages are known after the first run only
        app.switch_page(f"pages/{name}.py")
    for key, value in state.items():
        app.query_params[key] = value
    return app.run()


def wrong_with(app: AppTest) -> list[str]:
    """Uncaught errors, error boxes, and texts that show a key or an unfilled placeholder."""
    found = [f"exception: {box.value}" for box in app.exception]
    found += [f"error: {box.value}" for box in app.error]
    shown = [*app.markdown, *app.caption, *app.title, *app.header, *app.subheader, *app.warning, *app.info]
    for element in shown:
        value = str(element.value)
        if "config/texts" in value or "{" in value.split("<style")[0].replace("{{", ""):
            found.append(f"text: {value[:120]}")
    return found
