"""The reader's texts as flat mappings, and the keys that the code asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from tests.architecture.project import ROOT, place, python_files, tree

LANGUAGES = ("en", "es", "pt")
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_]+)+")
# An f-string whose first piece ends in a dot or an underscore, such as f"codes.offering.{code}".
PREFIX = re.compile(r"[a-z][a-z0-9_]*\.([A-Za-z0-9_]+[._])*[A-Za-z0-9_]*")


def flatten(node: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Leaves of a nested mapping as (`section.name`, text)."""
    if isinstance(node, dict):
        for name, child in node.items():
            yield from flatten(child, f"{prefix}.{name}" if prefix else str(name))
    else:
        yield prefix, "" if node is None else str(node)


@cache
def texts(language: str) -> dict[str, str]:
    """All texts of a language, by key."""
    file = ROOT / "config" / "texts" / f"{language}.yml"
    return dict(flatten(yaml.safe_load(file.read_text(encoding="utf-8")) or {}))


@cache
def sections() -> frozenset[str]:
    """The top-level sections of the texts."""
    return frozenset(key.split(".")[0] for key in texts("en"))


@cache
def asked_for() -> tuple[dict[str, str], dict[str, str]]:
    """Keys and key prefixes that code and configuration name: ({key: place}, {prefix: place})."""
    keys: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    for path in python_files("pages", "components", "data"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if KEY.fullmatch(node.value) and node.value.split(".")[0] in sections():
                    keys[node.value] = place(path, node.lineno)
            elif isinstance(node, ast.JoinedStr) and node.values:
                first = node.values[0]
                begin = str(first.value) if isinstance(first, ast.Constant) else ""
                if PREFIX.fullmatch(begin) and begin.split(".")[0] in sections():
                    prefixes[begin] = place(path, node.lineno)
    for file in sorted((ROOT / "config").rglob("*.yml")):
        if file.parent.name == "texts":
            continue
        for where, value in flatten(yaml.safe_load(file.read_text(encoding="utf-8"))):
            if KEY.fullmatch(value) and value in texts("en"):
                keys[value] = f"{place(file)}: {where}"
    return keys, prefixes
