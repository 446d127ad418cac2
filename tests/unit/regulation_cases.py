"""Small tables of answers, and hypothesis strategies that make them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from data.analysis.regulation.panel import Item, Panel

SCORES = (0.0, 0.25, 0.5, 1.0)
ANSWERS = ("none", "draft", "partly", "in_force")


def table(rows: dict[str, str], *, groups: str | None = None) -> Panel:
    """A panel from one letter per answer: n none, d draft, p partly, i in force, . unknown."""
    letters = {"n": 0, "d": 1, "p": 2, "i": 3, ".": -1}
    codes = np.array([[letters[letter] for letter in said] for said in rows.values()], dtype=np.intp)
    names = groups or "g" * codes.shape[1]
    items = tuple(Item(f"k{at}", names[at]) for at in range(codes.shape[1]))
    return Panel(tuple(rows), items, ANSWERS, np.array(SCORES), codes)


@st.composite
def panels(draw, *, least_areas: int = 2, most_areas: int = 6, most_items: int = 7, unknown: bool = True):
    """Any panel of the four answers, with gaps unless told otherwise."""
    areas, items = draw(st.integers(least_areas, most_areas)), draw(st.integers(1, most_items))
    codes = draw(arrays(np.intp, (areas, items), elements=st.integers(-1 if unknown else 0, 3)))
    names = tuple(f"C{at:02}" for at in range(areas))
    return Panel(names, tuple(Item(f"k{at}", "g") for at in range(items)), ANSWERS, np.array(SCORES), codes)


def random_panel(areas: int, items: int, *, seed: int = 3, unknown: float = 0.0) -> Panel:
    """A panel of a size, the same each time."""
    rng = np.random.default_rng(seed)
    codes = rng.integers(0, 4, (areas, items))
    codes[rng.random(codes.shape) < unknown] = -1
    names = tuple(f"C{at:02}" for at in range(areas))
    made = tuple(Item(f"k{at}", f"g{at % 3}") for at in range(items))
    return Panel(names, made, ANSWERS, np.array(SCORES), codes)


def indicators() -> pd.DataFrame:
    """Six indicators of three pillars; one asks for a lack, one is not regulatory."""
    return pd.DataFrame(
        {
            "indicator": ["4.10", "4.2", "4.9", "1.4", "4.4", "12.1"],
            "pillar": ["4", "4", "4", "1", "4", "12"],
            "possible_scores": ["0;0.5;1", "0;0.5;1", "0;0.5;1", "0;0.25;0.5;0.75;1", None, "0;0.8;1"],
            "kind": ["regulatory"] * 4 + ["non_regulatory", "regulatory"],
            "weight": [20.0, None, 40.0, None, 10.0, None],
            "lack_of": [True, False, False, False, False, False],
        }
    )


def measures(*said: tuple[str, str, float, int | None]) -> pd.DataFrame:
    """Measures from (country, indicator, raw score, first year)."""
    areas, names, raw, since = zip(*said, strict=True)
    return pd.DataFrame(
        {
            "measure_id": [f"m{at}" for at in range(len(said))], "ref_area": areas, "indicator": names,
            "raw_score": raw, "valid_from": pd.array(since, dtype="Int64"),
        }
    )  # fmt: skip
