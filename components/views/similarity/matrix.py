"""The matrix: every country with every other, those that are alike side by side."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd

from components import loaders
from components.charts.similarity.matrix import build_similarity_matrix
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.similarity import frames, words
from components.views.similarity.choice import Choice
from data.analysis.regulation.clustering import order


def draw_matrix(t: Language, choice: Choice) -> None:
    """Draw the section."""
    draw_card(t, matrix_card(t, choice.plain, labels.theme()))


def scale_start(values: np.ndarray) -> float:
    """Where a scale of similarities begins: the tenth below the least one, so that few pictures differ."""
    known = values[np.isfinite(values)]
    return max(math.floor(10 * float(known.min()) - 1e-9) / 10, 0.0) if len(known) else 0.0


@kept
def matrix_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The matrix card, or why there is none."""
    found = frames.pairs(choice)
    shown = np.flatnonzero(found.shown)
    if len(shown) < 2:
        return t("similarity.none")
    similarity = found.similarity[np.ix_(shown, shown)]
    place = shown[list(order(similarity))]
    areas = [found.areas[row] for row in place]
    table = _pairs(t, choice, areas, place)
    regions = loaders.region_of()
    return Card(
        key="similarity-matrix",
        title=t("similarity.matrix.title", what=words.about(t, choice)),
        unit=words.warned(t, words.unit(t, choice)),
        reading=_reading(t, table),
        spec=build_similarity_matrix(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(areas),
            low=scale_start(similarity),
            east=tuple(area for area in sorted(areas) if regions[area] == "east_asia"),
        ),
        frame=_cells(t, choice, areas, place),
        table=Table(
            table,
            (
                Column("country", t("charts.country")),
                Column("other", t("charts.other_country")),
                Column("value", t("charts.similarity"), "percent"),
                Column("common", t("charts.common_items"), "number"),
                Column("level", t("similarity.level_of_first"), "decimal"),
                Column("other_level", t("similarity.level_of_second"), "decimal"),
            ),
        ),
        datasets=words.datasets(choice),
        note=words.notes(t, choice, t("similarity.matrix.note", items=t.number(found.items))),
    )


def _cells(t: Language, choice: Choice, areas: list[str], place: np.ndarray) -> pd.DataFrame:
    """All cells in the order of the matrix."""
    found, names = frames.pairs(choice), loaders.country_names(t.code)
    row, column = (side.ravel() for side in np.indices((len(areas), len(areas))))
    value = found.similarity[place[row], place[column]]
    common = found.common[place[row], place[column]]
    own = row == column
    none = t("similarity.too_little")
    return pd.DataFrame(
        {
            "row": _words(row, [f"{area} {names[area]}" for area in areas]),
            "code": _words(column, areas),
            "other_label": _words(column, [names[area] for area in areas]),
            "value": np.where(own, np.nan, value),
            "known": np.isfinite(value),
            "own": own,
            "value_text": [words.share(t, one) if np.isfinite(one) else none for one in value],
            "common_text": [
                t("similarity.of_items", known=t.number(int(one)), items=t.number(found.items))
                for one in common
            ],
        }
    )


def _words(codes: np.ndarray, said: list[str]) -> pd.Categorical[Any]:
    return pd.Categorical.from_codes(codes.tolist(), pd.Index(said))


def _pairs(t: Language, choice: Choice, areas: list[str], place: np.ndarray) -> pd.DataFrame:
    """Each pair once, most alike first, those without a value last."""
    found, names, level = frames.pairs(choice), loaders.country_names(t.code), frames.level(choice)
    row, column = np.triu_indices(len(areas), k=1)
    frame = pd.DataFrame(
        {
            "ref_area": [areas[at] for at in row],
            "country": [names[areas[at]] for at in row],
            "other": [names[areas[at]] for at in column],
            "value": found.similarity[place[row], place[column]],
            "common": found.common[place[row], place[column]],
            "level": [level[areas[at]] for at in row],
            "other_level": [level[areas[at]] for at in column],
        }
    )
    return frame.sort_values(["value", "country", "other"], ascending=[False, True, True]).reset_index(
        drop=True
    )


def _reading(t: Language, table: pd.DataFrame) -> str:
    known = table.dropna(subset=["value"])
    first, last = known.iloc[0], known.iloc[-1]
    return t(
        "similarity.matrix.reading",
        first=first["country"],
        second=first["other"],
        most=words.share(t, first["value"]),
        third=last["country"],
        fourth=last["other"],
        least=words.share(t, last["value"]),
    )
