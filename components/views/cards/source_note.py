"""The note under a chart: where its numbers come from, how old they are and under which licence."""

from __future__ import annotations

from collections.abc import Sequence

from components import loaders
from components.i18n import Language


def source_line(t: Language, datasets: Sequence[str]) -> str:
    """One sentence naming producer, vintage and licence of each dataset, without repeating any."""
    described = loaders.catalog().datasets
    parts = [
        t(
            "cards.source_of",
            producer=described[name].origin.producer,
            title=t(described[name].title_key),
            vintage=t.day(described[name].vintage),
            licence=described[name].licence.name,
        )
        for name in datasets
    ]
    return t("cards.sources", sources="; ".join(dict.fromkeys(parts)))


def citations(datasets: Sequence[str]) -> tuple[str, ...]:
    """How to cite each dataset."""
    described = loaders.catalog().datasets
    return tuple(dict.fromkeys(described[name].origin.citation for name in datasets))


def licence_line(t: Language, datasets: Sequence[str]) -> str:
    """The licences of the datasets with their addresses."""
    described = loaders.catalog().datasets
    licences = [described[name].licence for name in datasets]
    terms = [f"{licence.name} ({licence.url})" if licence.url else licence.name for licence in licences]
    return t.listing(dict.fromkeys(terms))


def vintage(datasets: Sequence[str]) -> str:
    """The newest vintage among the datasets, an ISO date."""
    return max(loaders.catalog().datasets[name].vintage for name in datasets)
