"""The note under a chart: where its numbers come from, how old they are and under which licence."""

from __future__ import annotations

from collections.abc import Sequence

from components import loaders
from components.i18n import Language


def source_line(t: Language, datasets: Sequence[str]) -> str:
    """One sentence naming producer, vintage and licence of each dataset, without repeating any."""
    described = loaders.catalog().datasets
    parts = []
    for name in datasets:
        dataset = described[name]
        parts.append(
            t("cards.source_of", producer=dataset.origin.producer, vintage=dataset.vintage, licence=dataset.licence.name)
        )
    return t("cards.sources", sources="; ".join(dict.fromkeys(parts)))
