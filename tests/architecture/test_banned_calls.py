"""No call that reaches an outside host or lets a value run as code on the reader's screen."""

from __future__ import annotations

import ast
import re

from tests.architecture.project import place, python_files, strings, tree

SCREEN = ("pages", "components")
# Links to the producers of data are data; these few are names of formats, not places that are fetched.
NAMES_OF_FORMATS = re.compile(
    r"https?://(www\.w3\.org|vega\.github\.io/schema|schemas\.openxmlformats\.org|purl\.org|json-schema\.org|www\.omg\.org/spec)\b"
)


def calls(*folders: str):
    """Every call in the Python files of these folders, with its file."""
    for path in python_files(*folders):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                yield path, node


def name_of(node: ast.Call) -> str:
    """The dotted name of what is called."""
    return ast.unparse(node.func)


def is_value(node: ast.expr, value: object) -> bool:
    """Whether an expression is just this constant."""
    return isinstance(node, ast.Constant) and node.value is value


def test_no_map_fetches_tiles():
    found = [place(p, n.lineno) for p, n in calls(*SCREEN) if name_of(n) in ("st.map", "streamlit.map")]
    found += [
        place(p, n.lineno)
        for p, n in calls(*SCREEN)
        if any(k.arg == "map_style" and is_value(k.value, None) for k in n.keywords)
    ]
    decks = [(p, n) for p, n in calls(*SCREEN) if name_of(n).split(".")[-1] == "Deck"]
    found += [
        place(p, n.lineno)
        for p, n in decks
        if not any(k.arg == "map_provider" and is_value(k.value, None) for k in n.keywords)
    ]
    assert not found, f"draw our own boundaries: Deck(map_provider=None) with map_style unset: {found}"


def test_the_page_icon_is_a_file_of_ours():
    found = []
    for path, node in calls(*SCREEN):
        for keyword in node.keywords:
            if keyword.arg == "page_icon" and ":" in ast.unparse(keyword.value):
                found.append(place(path, node.lineno))
    assert not found, f"an icon name makes the browser ask an outside host: {found}"


# Where a script of ours runs, and why: nothing from data or the address may be written into one.
SCRIPTS = {"components/footer.py": "tells screen readers the language of the page, a code of config/app.yml"}


def test_no_markup_or_script_is_let_through():
    switches = ("unsafe_allow_html", "unsafe_allow_javascript")
    found = [
        f"{place(p, n.lineno)} {k.arg}"
        for p, n in calls(*SCREEN)
        for k in n.keywords
        if k.arg in switches
        and not is_value(k.value, False)
        and not (k.arg == "unsafe_allow_javascript" and place(p, n.lineno).split(":")[0] in SCRIPTS)
    ]
    assert not found, f"use st.html with escaped values: {found}"


def test_no_address_is_written_in_the_code():
    found = [
        f"{place(path, node.lineno)}: {value[:60]}"
        for path in python_files("pages", "components", "data")
        for node in strings(path)
        for value in [str(node.value)]
        if re.search(r"https?://\w", NAMES_OF_FORMATS.sub("", value))
    ]
    assert not found, f"addresses belong to config/ or data/registers: {found}"
