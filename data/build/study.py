"""Checks a filled study of a business process and tells what it would change; never writes the study."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from data.build.proposal_file import Proposal, unsafe_cells
from data.build.study_file import WORKBOOK, YAML, read_study_file
from data.catalog.loading import PROJECT
from data.catalog.process import AS_IS, TO_BE
from data.catalog.process_changes import variant_steps
from data.catalog.process_loading import FOLDER, load_process_rules, read_process, study_faults
from data.catalog.process_sheets import PARTS, SEPARATOR, sheets_of

# What a value rests on, in the order in which it is counted.
_VALUES = ("hours", "cost_usd", "tax_usd", "rekeyed")
_ID = re.compile(r"[a-z][a-z0-9_]*")


class RefusedStudy(ValueError):
    """A study with faults, all of them told, one a line."""


@dataclass(frozen=True)
class ProposedStudy:
    """A study without faults: its file in the repository, the text there now, the text it would have."""

    name: str
    now: str
    then: str
    facts: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The difference as it would be seen in the repository, and what the study holds."""
        now, then = self.now.splitlines(), self.then.splitlines()
        before = f"a/{self.name}" if self.now else "/dev/null"
        yield from difflib.unified_diff(now, then, before, f"b/{self.name}", n=0, lineterm="")
        yield from self.facts


def is_study(path: Path) -> bool:
    """Whether a file may be a study, by its ending; registers are corrected in CSV files."""
    return path.suffix.lower() in (*YAML, WORKBOOK)


def propose_study(path: Path, *, root: Path = PROJECT) -> ProposedStudy:
    """What the study in `path` would make of config/processes/<name of the file>.yml below `root`.

    Raises ImportProblem or CatalogError for a file that cannot be read, RefusedStudy with every fault.
    """
    content = read_study_file(path)
    if not _ID.fullmatch(path.stem):
        raise RefusedStudy(
            f"{path}: expected a file named by the id of the study (small letters, digits, _), "
            f"got {path.stem!r}"
        )
    faults = [str(fault) for fault in _unsafe(path, content)]
    faults += [str(fault) for fault in study_faults(content, path.stem, file=str(path), root=root)]
    if faults:
        raise RefusedStudy("\n".join(dict.fromkeys(faults)))
    target = root / FOLDER / f"{path.stem}.yml"
    now = target.read_text(encoding="utf-8") if target.is_file() else ""
    then = path.read_text(encoding="utf-8") if path.suffix.lower() in YAML else study_yaml(content)
    return ProposedStudy(f"{FOLDER}/{target.name}", now, then, tuple(_facts(content, path, root)))


def study_yaml(content: dict[str, Any]) -> str:
    """The study as YAML text that reads back as the same study."""
    return yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


class _Dumper(yaml.SafeDumper):
    """Lists in one line, as the studies of the repository are written; ids never as anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _in_line(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(list, _in_line)


def _unsafe(path: Path, content: dict[str, Any]) -> Iterator[Exception]:
    """Texts that a browser or a spreadsheet would run, by part, id and value."""
    if not all(isinstance(content.get(part, {}), dict) for part in PARTS):
        return
    things = [about for part in PARTS for about in content.get(part, {}).values()]
    if not all(isinstance(about, dict) for about in things):
        return
    cells = {}
    for part, rows in sheets_of(content).items():
        for row in rows:
            for name, value in row.items():
                if isinstance(value, str) and value != SEPARATOR:
                    cells[f"{part}.{row['id']}.{name}"] = value
    yield from unsafe_cells(Proposal(path, tuple(cells), ((1, cells),)), ())


def _facts(content: dict[str, Any], path: Path, root: Path) -> Iterator[str]:
    process = read_process(content, path.stem, file=str(path), root=root)
    rules = load_process_rules(root)
    for variant in (AS_IS, TO_BE):
        steps = variant_steps(process, variant, rules)
        values = [getattr(step, name) for step in steps.values() for name in _VALUES]
        known = [value.evidence for value in values if value is not None]
        counts = ", ".join(f"{known.count(kind)} {kind}" for kind in dict.fromkeys(known))
        yield f"{variant}: {len(steps)} steps, {len(known)} values ({counts})"
