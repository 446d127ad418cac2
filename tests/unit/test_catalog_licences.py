"""The licence document names every dataset and source, with the terms of its tier."""

from __future__ import annotations

import pandas as pd

from data.catalog import load_catalog
from data.catalog.licences import render_licences
from data.catalog.texts import read_texts

SOURCES = pd.DataFrame(
    {
        "source_id": ["b-free", "a-closed"],
        "title": ["Free | open", "Closed"],
        "producer": ["Producer B", "Producer A"],
        "url": ["https://example.org/b", None],
        "licence": ["CC BY 4.0", "None stated"],
        "licence_url": ["https://creativecommons.org/licenses/by/4.0/", None],
        "tier": ["open", "build_only"],
        "citation": ["B (2024)", "A (2016)"],
    }
)


def test_every_dataset_stands_in_the_document_with_licence_and_terms():
    document = render_licences(load_catalog(), SOURCES, read_texts("en"))
    for dataset in load_catalog().datasets.values():
        assert f"(`{dataset.id}`)" in document
        assert dataset.licence.name in document


def test_sources_stand_in_a_table_open_ones_first():
    document = render_licences(load_catalog(), SOURCES, read_texts("en"))
    rows = [line for line in document.splitlines() if line.startswith("| `")]
    assert rows == [
        "| `b-free` [Free \\| open](https://example.org/b) | Producer B | "
        "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) | Open | B (2024) |",
        "| `a-closed` Closed | Producer A | None stated | Used in the build only | A (2016) |",
    ]


def test_the_document_can_be_made_in_each_language():
    for language in load_catalog().app.language_codes:
        words = read_texts(language)
        assert render_licences(load_catalog(), SOURCES, words).startswith(f"# {words['licences.title']}\n")
