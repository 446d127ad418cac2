"""What belongs to the project: its files by kind, read without git, and its parsed Python."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("pages", "components", "data")
CODE = (*FLOORS, "deploy", "benchmarks", "tests")
# Made by tools or by running the project, never committed.
GENERATED = {".venv", ".git", "build", "dist", "__pycache__", "node_modules"}
TEXT_SUFFIXES = {".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".in", ".csv", ".conf", ".json", ".geojson"}
TEXT_NAMES = {"Makefile", "Dockerfile", "LICENSE", "run", ".gitignore", ".dockerignore"}


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in GENERATED or path.name.endswith("_cache") or path.name == ".hypothesis":
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


@cache
def text_files() -> tuple[Path, ...]:
    """Every file of the project that people read or edit."""
    return tuple(p for p in _walk(ROOT) if p.suffix in TEXT_SUFFIXES or p.name in TEXT_NAMES)


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """The Python files under these folders of the project; Home.py too when no folder is named."""
    chosen = folders or CODE
    found = [p for name in chosen if (ROOT / name).is_dir() for p in _walk(ROOT / name) if p.suffix == ".py"]
    return tuple(found if folders else [ROOT / "Home.py", *found])


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, line: int | None = None) -> str:
    """How a message names a place: path inside the project, and the line."""
    name = path.relative_to(ROOT).as_posix()
    return name if line is None else f"{name}:{line}"


def strings(path: Path) -> Iterator[ast.Constant]:
    """The string constants of a Python file, docstrings left out."""
    docstrings = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docstrings.add(id(node.value))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node
