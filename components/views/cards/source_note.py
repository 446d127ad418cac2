"""The note under a chart: where its numbers come from, how old they are and under which licence."""

from __future__ import annotations

from collections.abc import Sequence

from components import loaders
from components.i18n import Language, has_text


def source_line(t: Language, datasets: Sequence[str]) -> str:
    """One sentence naming producer, vintage and licence of each dataset, without repeating any."""
    described = {name: loaders.described(name) for name in datasets}
    parts = [
        t(
            "cards.source_of",
            producer=_word(t, name, "producer", described[name].origin.producer),
            title=t(described[name].title_key),
            vintage=t.day(described[name].vintage),
            licence=_word(t, name, "licence", described[name].licence.name),
        )
        for name in datasets
    ]
    return t("cards.sources", sources="; ".join(dict.fromkeys(parts)))


def _word(t: Language, dataset: str, name: str, given: str) -> str:
    """The reader's word for a producer or licence that is a description and not a name."""
    key = f"datasets.{dataset}.{name}"
    return t(key) if has_text(key, t.code) else given


def citations(datasets: Sequence[str]) -> tuple[str, ...]:
    """How to cite each dataset."""
    return tuple(dict.fromkeys(loaders.described(name).origin.citation for name in datasets))


def licence_line(t: Language, datasets: Sequence[str]) -> str:
    """The licences of the datasets with their addresses."""
    terms = []
    for name in datasets:
        licence = loaders.described(name).licence
        said = _word(t, name, "licence", licence.name)
        terms.append(f"{said} ({licence.url})" if licence.url else said)
    return t.listing(dict.fromkeys(terms))


def vintage(datasets: Sequence[str]) -> str:
    """The newest vintage among the datasets, an ISO date."""
    return max(loaders.described(name).vintage for name in datasets)
