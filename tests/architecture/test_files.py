"""A file does one thing, says so in its first line, and stays short."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.project import place, python_files, tree

LONGEST = 300
VAGUE = re.compile(r"(^|_)(utils?|helpers?|commons?|managers?|misc|stuff)(_|$)")


def test_no_file_is_longer_than_300_lines():
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    long = {name: lines for name, lines in lengths.items() if lines > LONGEST}
    assert not long, f"split these by subject: {long}"


def test_every_file_says_its_purpose_in_its_first_line():
    silent = []
    for path in python_files():
        said = ast.get_docstring(tree(path)) or ""
        first = path.read_text(encoding="utf-8").lstrip().startswith(('"""', 'r"""'))
        if len(said.splitlines()[0] if said else "") < 10 or not first:
            silent.append(place(path))
    assert not silent, f"begin these with a docstring of one line: {silent}"


def test_no_file_or_folder_has_a_name_that_says_nothing():
    parts = {path: [part.removesuffix(".py") for part in Path(place(path)).parts] for path in python_files()}
    vague = [place(path) for path, names in parts.items() if any(VAGUE.search(name) for name in names)]
    assert not vague, f"name these after their subject: {vague}"
