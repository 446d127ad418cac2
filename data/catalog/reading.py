"""Strict YAML: a key given twice is an error, and `no` or `2024-07-01` stay the text that was typed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from data.catalog.errors import CatalogError

# YAML 1.1 turns yes/no into booleans and dates into objects; codes such as `no` must stay text.
_TYPED_BY_SURPRISE = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")


class _DuplicateKey(Exception):
    """A mapping names one key twice; lines count from 1."""

    def __init__(self, key: str, first_line: int, line: int) -> None:
        self.key, self.first_line, self.line = key, first_line, line


class _StrictLoader(yaml.SafeLoader):
    """SafeLoader that knows true and false only, no dates, and each key once."""

    yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in rules if tag not in _TYPED_BY_SURPRISE]
        for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        lines: dict[str, int] = {}
        for key_node, _ in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in lines:
                raise _DuplicateKey(key, lines[key], line)
            lines[key] = line
        return super().construct_mapping(node, deep=deep)


_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Path, name: str) -> dict[str, Any]:
    """The mapping that `path` holds; `name` is how errors call the file (`config/app.yml`).

    Raises CatalogError when the file is missing, is no YAML, is no mapping, or names a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CatalogError(name, "", "expected a file, found none; restore it from the repository") from None
    except UnicodeDecodeError as error:
        raise CatalogError(
            name,
            "",
            f"expected UTF-8 text, got byte {error.object[error.start]:#04x} at position {error.start}",
        ) from None
    return read_yaml_text(text, name)


def read_yaml_text(text: str, name: str, *, aliases: bool = True) -> dict[str, Any]:
    """As read_yaml, from a text. `aliases=False` refuses references between parts of the text.

    A few lines of references can stand for more than a machine holds: refuse them from strangers.
    """
    try:
        if not aliases and any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise CatalogError(name, "", "expected no references (`*name`), got one; write it out")
        content = yaml.load(text, Loader=_StrictLoader)
    except _DuplicateKey as found:
        raise CatalogError(
            name,
            found.key,
            f"expected the key once, got it again on line {found.line} (first on line {found.first_line})",
        ) from None
    except yaml.YAMLError as error:
        raise CatalogError(name, "", _malformed(error)) from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, CatalogError):
            raise
        raise CatalogError(name, "", "expected valid YAML, got values that cannot be read") from None
    if not isinstance(content, dict):
        raise CatalogError(name, "", f"expected a mapping of keys, got {type(content).__name__}")
    return content


def _malformed(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "unknown place"
    problem = getattr(error, "problem", None) or str(error)
    return f"expected valid YAML, got a fault at {place}: {problem}"
