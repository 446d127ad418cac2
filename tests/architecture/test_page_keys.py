"""The keys that a saved view may use are those that the code of the pages reads, and the other way round."""

from __future__ import annotations

import ast

from data.catalog.story_loading import page_keys
from tests.architecture.project import place, python_files, tree

READS = {"one", "many", "span", "words", "bound", "given"}
# Keys of the frame and of the page of stories itself, which no view is made of.
NO_VIEW = {"lang", "story", "slide", "present", "notes", "look", "qr", "mine"}


def test_every_key_that_a_page_reads_can_be_saved_in_a_view():
    known = {key for keys in page_keys().values() for key in keys} | NO_VIEW
    unknown = set()
    for path in python_files("components"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
                continue
            first = node.args[0]
            asks = ast.unparse(node.func).startswith("state.") and node.func.attr in READS
            if asks and isinstance(first, ast.Constant) and first.value not in known:
                unknown.add(f"{place(path, node.lineno)} {first.value!s}")
    assert not unknown, f"config/page_keys.yml lists these for no page: {sorted(unknown)}"
