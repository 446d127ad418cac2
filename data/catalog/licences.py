"""Renders DATA_LICENCES.md: what may be done with which dataset, and with the sources behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from data.catalog.catalog import Catalog
from data.catalog.dataset import Dataset


def render_licences(catalog: Catalog, sources: pd.DataFrame, words: Mapping[str, str]) -> str:
    """The document as Markdown.

    `sources`: the register `source` (source_id, title, producer, url, licence, licence_url, tier, citation);
    `words`: texts by key, as read_texts gives them. Equal input gives equal text.
    """
    parts = [f"# {words['licences.title']}", words["licences.introduction"]]
    parts += [f"## {words['licences.tiers']}", _list(_tier(tier, words) for tier in catalog.tiers)]
    parts += [f"## {words['licences.datasets']}"]
    parts += [_dataset(dataset, words) for dataset in catalog.datasets.values()]
    parts += [f"## {words['licences.sources']}", _sources(sources, catalog, words)]
    return "\n\n".join(parts) + "\n"


def _tier(tier: str, words: Mapping[str, str]) -> str:
    return f"**{words[f'licences.tier.{tier}.name']}**: {words[f'licences.tier.{tier}.meaning']}"


def _dataset(dataset: Dataset, words: Mapping[str, str]) -> str:
    facts = [
        ("licence", _link(dataset.licence.name, dataset.licence.url)),
        ("terms", words[f"licences.tier.{dataset.licence.tier}.name"]),
        ("producer", dataset.origin.producer),
        ("citation", dataset.origin.citation),
        ("vintage", dataset.vintage),
        ("built_from", ", ".join(f"`{source}`" for source in dataset.origin.sources)),
    ]
    lines = [f"{words[f'licences.{name}']}: {value}" for name, value in facts if value]
    title = f"### {words[dataset.title_key]} (`{dataset.id}`)"
    return f"{title}\n\n{words[dataset.description_key]}\n\n{_list(lines)}"


def _sources(sources: pd.DataFrame, catalog: Catalog, words: Mapping[str, str]) -> str:
    heads = ("source", "producer", "licence", "terms", "citation")
    rows = [[words[f"licences.{head}"] for head in heads], ["---"] * len(heads)]
    order = {tier: place for place, tier in enumerate(catalog.tiers)}
    records = sources.astype(object).where(sources.notna(), "").to_dict("records")
    for source in sorted(records, key=lambda row: (order[row["tier"]], row["source_id"])):
        rows.append(
            [
                f"`{source['source_id']}` {_link(source['title'], source['url'])}",
                source["producer"],
                _link(source["licence"], source["licence_url"]),
                words[f"licences.tier.{source['tier']}.name"],
                source["citation"],
            ]
        )
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _link(text: str, address: str | None) -> str:
    return f"[{text}]({address})" if address else text
