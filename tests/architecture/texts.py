"""The reader's texts as flat mappings, and the keys that the code asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
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


@dataclass
class Asked:
    """What code and configuration name, each with its place: keys, beginnings of keys, arguments of calls."""

    keys: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, str] = field(default_factory=dict)


@cache
def asked_for() -> Asked:
    """The texts that pages, components, data and configuration ask for."""
    asked = Asked()
    for path in python_files("pages", "components", "data"):
        nodes = list(ast.walk(tree(path)))
        given = {id(argument) for node in nodes if isinstance(node, ast.Call) for argument in node.args}
        for node in nodes:
            if isinstance(node, ast.Constant) and _is_key(node.value, KEY):
                asked.keys[str(node.value)] = place(path, node.lineno)
                if id(node) in given:
                    asked.arguments[str(node.value)] = place(path, node.lineno)
            elif isinstance(node, ast.Call) and _section(node):
                # t.section("charts") takes all texts of a section at once.
                asked.prefixes[f"{_section(node)}."] = place(path, node.lineno)
            elif isinstance(node, ast.JoinedStr):
                begin = node.values[0].value if isinstance(node.values[0], ast.Constant) else None
                if _is_key(begin, PREFIX):
                    asked.prefixes[str(begin)] = place(path, node.lineno)
    for file in sorted((ROOT / "config").rglob("*.yml")):
        if file.parent.name == "texts":
            continue
        for where, value in flatten(yaml.safe_load(file.read_text(encoding="utf-8"))):
            if value in texts("en"):
                asked.keys[value] = f"{place(file)}: {where}"
    return asked


def _section(call: ast.Call) -> str:
    """The section that `t.section("...")` asks for; empty for any other call."""
    first = call.args[0] if call.args else None
    asked = isinstance(call.func, ast.Attribute) and call.func.attr == "section"
    return str(first.value) if asked and isinstance(first, ast.Constant) else ""


def _is_key(value: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, str) and bool(pattern.fullmatch(value)) and value.split(".")[0] in sections()
