"""Reads config/processes/*.yml, each checked against itself and against the registers it refers to."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.catalog.entry import build_entry, entry_faults
from data.catalog.errors import CatalogError
from data.catalog.loading import PROJECT, load_catalog
from data.catalog.process import Process
from data.catalog.process_checks import Known, check_process, process_faults
from data.catalog.process_rules import ProcessRules
from data.catalog.reading import read_yaml

RULES = "config/process_rules.yml"
FOLDER = "config/processes"
TEMPLATE = "config/process_template.yml"


def load_processes(root: Path | None = None) -> dict[str, Process]:
    """The processes of the project at `root` by id, in the order of their files. Raises CatalogError."""
    return _load(Path(root or PROJECT))


def load_process_rules(root: Path | None = None) -> ProcessRules:
    """How processes are questioned (config/process_rules.yml). Raises CatalogError."""
    return _load_rules(Path(root or PROJECT))


def read_process(content: dict[str, Any], process_id: str, *, file: str, root: Path | None = None) -> Process:
    """A process that has been read from anywhere; `file` is how errors call it. Raises CatalogError."""
    project = Path(root or PROJECT)
    codes = load_catalog(project).codes
    process = build_entry(Process, {"id": process_id, **content}, file=file, codes=codes)
    check_process(process, known_ids(project), _load_rules(project), file)
    return process


def study_faults(
    content: dict[str, Any], process_id: str, *, file: str, root: Path | None = None
) -> list[CatalogError]:
    """Every fault of a study that read_process would refuse: of its fields, or else of how they fit."""
    project = Path(root or PROJECT)
    codes = load_catalog(project).codes
    study = {"id": process_id, **content}
    faults = entry_faults(Process, study, file=file, codes=codes)
    if faults:
        return faults
    process = build_entry(Process, study, file=file, codes=codes)
    return process_faults(process, known_ids(project), _load_rules(project), file)


def load_template(root: Path | None = None) -> tuple[str, dict[str, Any]]:
    """The template of a study: its text with all its comments, and what it holds. Raises CatalogError."""
    path = Path(root or PROJECT) / TEMPLATE
    content = read_yaml(path, TEMPLATE)
    return path.read_text(encoding="utf-8"), content


def load_content(process_id: str, root: Path | None = None) -> dict[str, Any]:
    """A study as its file holds it, for a workbook to take home. Raises CatalogError."""
    name = f"{FOLDER}/{process_id}.yml"
    return read_yaml(Path(root or PROJECT) / name, name)


def known_ids(root: Path) -> Known:
    """Ids of the registers of the project at `root`."""
    return Known(
        laws=_column(root, "laws", "law_id"),
        treaties=load_catalog(root).codes["treaty"],
        policies=_column(root, "policies", "policy_id"),
        marketplaces=_column(root, "marketplaces", "marketplace_id"),
    )


@lru_cache(maxsize=8)
def _load(root: Path) -> dict[str, Process]:
    paths = sorted((root / FOLDER).glob("*.yml"))
    if not paths:
        raise CatalogError(FOLDER, "", "expected at least one <id>.yml, found none")
    names = {path: f"{FOLDER}/{path.name}" for path in paths}
    return {p.stem: read_process(read_yaml(p, n), p.stem, file=n, root=root) for p, n in names.items()}


@lru_cache(maxsize=8)
def _load_rules(root: Path) -> ProcessRules:
    codes = load_catalog(root).codes
    rules = build_entry(ProcessRules, read_yaml(root / RULES, RULES), file=RULES, codes=codes)
    missing = [subject for subject in codes["step_subject"] if subject not in rules.what_if.open_to]
    if missing:
        raise CatalogError(RULES, f"what_if.open_to.{missing[0]}", "expected a list of changes, got nothing")
    for kind in ("digitise", "shorten"):
        if kind not in rules.what_if.kept:
            raise CatalogError(RULES, f"what_if.kept.{kind}", "expected hours and cost_usd, got nothing")
    return rules


@lru_cache(maxsize=32)
def _column(root: Path, register: str, column: str) -> frozenset[str] | None:
    path = root / f"data/registers/{register}.csv"
    if not path.is_file():
        return None
    with path.open(encoding="utf-8", newline="") as stream:
        return frozenset(row[column] for row in csv.DictReader(stream))
