"""What a search in a register costs at 10,000 made-up rows: finding, counting facets, marking words."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from benchmarks.figures import Table, median, percentile
from data.analysis.facets import Facet, FacetedRows
from data.store.search import SearchIndex

ROWS = 10_000
# Words of a reader: one letter, a common word, several, a phrase, an accent left out, nothing of the kind.
ASKED = ("e", "program", "programa digital", '"support for"', "exportacion", "women digital export", "zzz")
_WORDS = (
    *("support", "for", "digital", "export", "program", "programa", "women", "mujeres", "small", "firms"),
    *("empresas", "exportación", "training", "voucher", "marketplace", "crédito", "online", "payment"),
    *("logistics", "rural", "artesanía", "services", "comercio", "electrónico", "apoyo", "región"),
)
_FACETS = {"country": 36, "instrument": 13, "target": 9, "sector": 6, "status": 4, "verification": 2}


def made_up(rows: int = ROWS, seed: int = 7) -> pd.DataFrame:
    """A register of made-up measures: key, texts in three languages and the columns of the facets."""
    dice = random.Random(seed)
    text = {
        name: [" ".join(dice.choices(_WORDS, k=length)) for _ in range(rows)]
        for name, length in (
            ("name_en", 6),
            ("name_es", 6),
            ("text_en", 30),
            ("text_es", 30),
            ("text_pt", 30),
        )
    }
    codes = {
        name: [
            ";".join({f"{name}{dice.randrange(count)}" for _ in range(1 + dice.randrange(2))})
            for _ in range(rows)
        ]
        for name, count in _FACETS.items()
    }
    years = [dice.randrange(1990, 2026) for _ in range(rows)]
    return pd.DataFrame({"key": [f"row{place}" for place in range(rows)], **text, **codes, "year": years})


def measure(tries: int = 20) -> Table:
    """A table with median and 95th percentile of each step, in ms."""
    frame = made_up()
    started = time.perf_counter()
    index = SearchIndex(frame, key="key", fields=("name_en", "name_es", "text_en", "text_es", "text_pt"))
    built = (time.perf_counter() - started) * 1000
    rows = FacetedRows(frame, [Facet(name, name) for name in _FACETS] + [Facet("years", "year", "years")])
    applied = {"country": ("country1", "country2"), "years": ("2000", "2020")}

    def search(words: str) -> None:
        index.find(words, 20)

    def everything(words: str) -> None:
        best = index.ranked(words)[0]
        within = np.zeros(len(frame), dtype=bool)
        within[best] = True
        rows.matching(applied, within=within)
        rows.counts(applied, within=within)
        index.excerpts(words, [index.keys[place] for place in best[:20]])

    return Table(
        f"Searching {ROWS:,} rows (ms)",
        ("what", "median", "p95", "longest"),
        [
            ("the 20 best rows with their words marked", *_times(search, tries)),
            ("the same with the counts of six facets under two choices", *_times(everything, tries)),
            ("making the index, once per process", built, None, None),
        ],
        note=f"{len(ASKED)} searches: a letter, words, a phrase, a missing accent, a word that is nowhere.",
    )


def _times(work: Callable[[str], None], tries: int) -> tuple[float, float, float]:
    taken = []
    for _ in range(tries):
        for words in ASKED:
            started = time.perf_counter()
            work(words)
            taken.append((time.perf_counter() - started) * 1000)
    return median(taken), percentile(taken, 0.95), max(taken)
