"""What the documents name exists, and every setting is documented."""

from __future__ import annotations

import re

import pytest

from tests.architecture.project import ROOT, python_files, text_files

DOCUMENTS = ("README.md", "CONTRIBUTING.md")
SETTING = re.compile(r"\bEXPLORER_[A-Z_]+\b|\bCHROMIUM_PATH\b")
# Programs that are run with `python -m` but are not ours.
PROGRAMS = {"pytest", "streamlit", "venv", "pip", "ruff", "mypy"}
# Folders and files that appear only after a command was run.
MADE = ("build/", ".venv")


def written(document: str) -> str:
    """The text of a document."""
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_command_named_exists(document):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", written(document))) | set(
        re.findall(r"^ *make ([a-z-]+)", written(document), re.MULTILINE)
    )
    assert named <= targets, f"{document}: no such command: {named - targets}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_module_named_exists(document):
    named = set(re.findall(r"python -m ([A-Za-z_.]+[A-Za-z_])", written(document))) - PROGRAMS
    lost = [
        name
        for name in named
        for place in [ROOT / name.replace(".", "/")]
        if not place.with_suffix(".py").exists() and not (place / "__main__.py").exists()
    ]
    assert not lost, f"{document}: no such module: {lost}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_named_exists(document):
    named = re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:py|yml|csv|md|toml|txt|in))`", written(document))
    named += re.findall(r"\]\((?!https?:|#)([^)#]+)", written(document))
    lost = sorted(
        {
            name
            for name in named
            if not name.startswith(MADE) and "NAME" not in name and not (ROOT / name).exists()
        }
    )
    assert not lost, f"{document}: no such file: {lost}"


def test_every_setting_in_the_code_is_documented_and_the_other_way_round():
    code = [
        *python_files("pages", "components", "data", "deploy", "benchmarks"),
        *python_files("tests/browser"),
    ]
    in_code = {setting for path in code for setting in SETTING.findall(path.read_text(encoding="utf-8"))}
    in_readme = set(SETTING.findall(written("README.md")))
    assert in_code <= in_readme, f"README.md does not explain: {in_code - in_readme}"
    assert in_readme <= in_code, f"README.md explains, no code reads: {in_readme - in_code}"


def test_the_project_speaks_of_itself_alone():
    # Written so that the patterns do not find themselves.
    foreign = re.compile(
        r"/w[o]rk/|/r[o]ot/|\bsub[a]gent|index[-]url|registry[=]|pythonh[o]sted|\bpypi[.]org|npmj[s]|find[-]links",
        re.IGNORECASE,
    )
    found = []
    for path in text_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if foreign.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert not found, f"names a machine, a tool or a host that is not part of the project: {found}"


def test_the_changelog_has_a_place_for_what_is_not_released_yet():
    assert re.search(r"^## \[?Unreleased\]?", written("CHANGELOG.md"), re.MULTILINE)
