"""All studies that can be read, with what is wrong with the others: one broken file hides no other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.catalog import process_loading
from data.catalog.dataset import Dataset
from data.catalog.entry import build_entry
from data.catalog.errors import CatalogError
from data.catalog.loading import load_catalog
from data.catalog.process import Process
from data.catalog.reading import read_yaml

DATASET = "process"
_DESCRIBED = "config/process_dataset.yml"


@dataclass(frozen=True)
class Studies:
    """found: studies by id; faults: the first fault of each file that is none, naming file and step."""

    found: dict[str, Process]
    faults: tuple[CatalogError, ...]


def read_studies(root: Path | None = None) -> Studies:
    """Every file of config/processes, read and checked apart from the others."""
    project = Path(root or process_loading.PROJECT)
    found: dict[str, Process] = {}
    faults: list[CatalogError] = []
    for path in sorted((project / process_loading.FOLDER).glob("*.yml")):
        name = f"{process_loading.FOLDER}/{path.name}"
        try:
            content = read_yaml(path, name)
            found[path.stem] = process_loading.read_process(content, path.stem, file=name, root=project)
        except CatalogError as fault:
            faults.append(fault)
    return Studies(found, tuple(faults))


def load_study_dataset(root: Path | None = None) -> Dataset:
    """The studies described as a dataset, for source notes and downloads. Raises CatalogError."""
    project = Path(root or process_loading.PROJECT)
    content = {"id": DATASET, **read_yaml(project / _DESCRIBED, _DESCRIBED)}
    return build_entry(Dataset, content, file=_DESCRIBED, codes=load_catalog(project).codes)
