"""Doors to one study in one variant: its steps, items, numbers and times, computed once."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.charts.processes.places import rows_of
from components.kept import kept
from data.analysis.processes.evidence import evidence_counts
from data.analysis.processes.layout import place_steps
from data.analysis.processes.links import links
from data.analysis.processes.schedule import schedule
from data.catalog.process import Item, Process
from data.catalog.process_changes import variant_items, variant_steps
from data.catalog.process_step import Step
from data.catalog.process_studies import DATASET

DATASETS = (DATASET,)


def study(process: str) -> Process:
    """A study by its id."""
    return loaders.studies().found[process]


@kept
def steps(process: str, variant: str) -> dict[str, Step]:
    """The steps of a variant by id."""
    return variant_steps(study(process), variant, loaders.process_rules())


@kept
def items(process: str, variant: str) -> dict[str, Item]:
    """The items of a variant by id."""
    return variant_items(study(process), variant)


@kept
def places(process: str, variant: str) -> pd.DataFrame:
    """Where the steps stand in the swim lanes."""
    return place_steps(steps(process, variant))


@kept
def numbers(process: str, variant: str) -> dict[str, int]:
    """Step -> its number, from 1, in the order in which steps can begin: the same in every picture."""
    return {step: row + 1 for step, row in rows_of(places(process, variant)).items()}


@kept
def timed(process: str, variant: str) -> pd.DataFrame:
    """When each step begins and ends in the typical case, indexed by step."""
    return schedule(steps(process, variant)).set_index("step")


@kept
def linked() -> pd.DataFrame:
    """All links from steps to rules, policies and marketplaces."""
    return links(loaders.studies().found, loaders.process_rules())


@kept
def evidence(process: str, variant: str) -> pd.DataFrame:
    """The values of a variant by kind of evidence."""
    return evidence_counts(steps(process, variant), loaders.catalog().codes["process_evidence"])
