"""Reads a JSON reply of an outside service and takes fields out of it, with errors that name the field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from data.importers.problem import ImportProblem


def read_json(path: Path) -> dict[str, Any]:
    """Return the object a file holds. Raises ImportProblem where it is absent, broken or no object."""
    try:
        reply = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ImportProblem(path, expected="a file", found="nothing") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ImportProblem(path, expected="JSON in UTF-8", found=str(error)) from error
    if not isinstance(reply, dict):
        raise ImportProblem(path, expected="a JSON object", found=type(reply).__name__)
    return reply


def field(path: Path, reply: dict[str, Any], name: str, kind: type, *, row: int | None = None) -> Any:
    """Return a field by its dotted name, checked for its type; int passes for float. Raises ImportProblem."""
    value: Any = reply
    for step in name.split("."):
        if not isinstance(value, dict) or step not in value:
            raise ImportProblem(path, column=name, row=row, expected="this field", found="none")
        value = value[step]
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        raise ImportProblem(path, column=name, row=row, expected=kind.__name__, found=repr(value))
    return value
