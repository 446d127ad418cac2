"""What one part offers to another carries types and says what it does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.project import place, python_files, tree

Function = ast.FunctionDef | ast.AsyncFunctionDef


def public_functions() -> Iterator[tuple[Path, Function]]:
    """Module functions and methods of data, components and deploy that do not begin with an underscore."""
    for path in python_files("data", "components", "deploy"):
        scopes: list[ast.Module | ast.ClassDef] = [tree(path)]
        scopes += [n for n in tree(path).body if isinstance(n, ast.ClassDef) and not n.name.startswith("_")]
        for scope in scopes:
            for node in scope.body:
                if isinstance(node, Function) and not node.name.startswith("_"):
                    yield path, node


def test_every_public_function_says_what_it_does():
    silent = [f"{place(p, f.lineno)} {f.name}" for p, f in public_functions() if not ast.get_docstring(f)]
    assert not silent, f"add a docstring: {silent}"


def test_every_public_function_has_types():
    untyped = []
    for path, function in public_functions():
        given = function.args
        arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs]
        bare = [a.arg for a in arguments if a.annotation is None and a.arg not in ("self", "cls")]
        if bare or function.returns is None:
            untyped.append(f"{place(path, function.lineno)} {function.name}({', '.join(bare)})")
    assert not untyped, f"add types: {untyped}"
