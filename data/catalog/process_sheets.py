"""A study as flat tables and back: one table a part, a row per thing, a column per value (`hours.min`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.catalog.entry import Entry
from data.catalog.process import Actor, Change, Item, OwnRule, Process, Source
from data.catalog.process_step import Step, StepPatch

Rows = list[dict[str, Any]]
# Parts that hold several things by id; all else of a study stands in the first table, a row per value.
PARTS: dict[str, type[Entry]] = {
    "sources": Source,
    "rules": OwnRule,
    "actors": Actor,
    "items": Item,
    "steps": Step,
    "changes": Change,
}
STUDY, ID, VALUE = "study", "id", "value"
SEPARATOR = ";"
_LISTS = frozenset(
    ("after", "before", "channel", "inputs", "open_to", "others", "outputs", "rules", "policies")
    + ("marketplaces", "sources")
)
# A mapping whose keys are ids (documents that change form) is one cell: `invoice=electronic;label=paper`.
_PAIRS = frozenset(("forms",))
_TEXT, _RANGE = ("en", "es", "pt"), ("min", "typical", "max", "evidence", "sources")
_NOTE = tuple(f"note.{language}" for language in _TEXT)
_NESTED = {
    "name": _TEXT, "entry": _TEXT, "exit": _TEXT, "reason": _TEXT, "note": _TEXT, "title": _TEXT,
    "summary": _TEXT, "goal": _TEXT,
    "hours": (*_RANGE, *_NOTE), "cost_usd": (*_RANGE, *_NOTE), "tax_usd": (*_RANGE, *_NOTE),
    "rekeyed": ("elements", "evidence", "sources", *_NOTE),
    "product": (*(f"name.{language}" for language in _TEXT), "hs_code", "value_usd", "weight_kg",
                "basis.evidence", "basis.sources", *(f"basis.{name}" for name in _NOTE)),
}  # fmt: skip


def columns_of(part: str) -> tuple[str, ...]:
    """The columns of a table of PARTS, `id` first; of STUDY the values of its rows."""
    if part == STUDY:
        names = [name for name in Process.model_fields if name not in PARTS and name != ID]
        return tuple(column for name in names for column in _columns(name))
    fields = PARTS[part].model_fields
    # The title of a source is one text, that of a study is three.
    return (ID, *(one for name in fields for one in ((name,) if name == "title" else _columns(name))))


def _columns(name: str) -> tuple[str, ...]:
    if name == "values":
        return tuple(f"values.{column}" for field in StepPatch.model_fields for column in _columns(field))
    return tuple(f"{name}.{part}" for part in _NESTED[name]) if name in _NESTED else (name,)


def sheets_of(study: Mapping[str, Any]) -> dict[str, Rows]:
    """The tables of a study as YAML holds it: STUDY (id, value) and one for each of PARTS."""
    flat = dict(_flat({name: node for name, node in study.items() if name not in PARTS}))
    sheets: dict[str, Rows] = {STUDY: [{ID: name, VALUE: value} for name, value in flat.items()]}
    for part in PARTS:
        sheets[part] = [{ID: name, **dict(_flat(about))} for name, about in study.get(part, {}).items()]
    return sheets


def study_of(sheets: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Any]:
    """The study that the tables hold; empty cells and rows without an id are left out."""
    study = _nested((str(row[ID]), row.get(VALUE)) for row in sheets.get(STUDY, ()) if _filled(row.get(ID)))
    for part in PARTS:
        rows = [row for row in sheets.get(part, ()) if _filled(row.get(ID))]
        if rows:
            study[part] = {
                str(row[ID]): _nested((str(name), value) for name, value in row.items() if name != ID)
                for row in rows
            }
    return study


def _flat(node: Mapping[str, Any], before: str = "") -> Iterable[tuple[str, Any]]:
    for name, value in node.items():
        path = f"{before}{name}"
        if name in _PAIRS:
            yield path, SEPARATOR.join(f"{key}={one}" for key, one in value.items())
        elif isinstance(value, Mapping):
            yield from _flat(value, f"{path}.")
        elif isinstance(value, (list, tuple)):
            # An empty list says something else than no list: that nothing is left.
            yield path, SEPARATOR.join(map(str, value)) or SEPARATOR
        elif value is not None:
            yield path, value


def _nested(cells: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for path, value in cells:
        if not _filled(value):
            continue
        *way, last = path.split(".")
        node = out
        for name in way:
            node = node.setdefault(name, {})
        node[last] = _typed(last, value)
    return out


def _typed(name: str, value: Any) -> Any:
    if name not in _LISTS and name not in _PAIRS:
        return value.strip() if isinstance(value, str) else value
    parts = [part.strip() for part in str(value).split(SEPARATOR) if part.strip()]
    if name in _LISTS:
        return parts
    pairs = (part.partition("=") for part in parts)
    return {key.strip(): form.strip() for key, _, form in pairs}


def _filled(value: Any) -> bool:
    return value is not None and str(value).strip() != ""
