"""A file does one thing, says so in its first line, and stays short."""

from __future__ import annotations

import ast
import re

from tests.architecture.project import place, python_files, tree

LONGEST = 300
VAGUE = re.compile(r"(^|_)(utils?|helpers?|commons?|managers?|misc|stuff)(_|$)")


def test_no_file_is_longer_than_300_lines():
    long = {
        place(p): n
        for p in python_files()
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
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
    vague = [
        place(p) for p in python_files() if any(VAGUE.search(part.removesuffix(".py")) for part in p.parts)
    ]
    assert not vague, f"name these after their subject: {vague}"
