"""Level and distance side by side: where each partner stands, today and after reforms."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from components import loaders
from components.charts.similarity.moves import build_moves_chart, prepare_moves
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table
from components.views.regulation import known
from components.views.similarity import frames, partners, words
from components.views.similarity.choice import Choice
from components.views.similarity.matrix import scale_start
from data.analysis.regulation.panel import Change
from data.analysis.regulation.similarity import compare, levels


@kept
def stands(choice: Choice, changes: tuple[Change, ...]) -> pd.DataFrame:
    """One row per partner and one for the country itself: ref_area, own, level, level_after, before, after.

    Partners without a value with the country are left out.
    """
    table, by = frames.panel(choice), frames.measure(choice)
    inside = set(table.item_codes)
    after = table.changed(change for change in changes if change.item in inside)
    row = table.row(choice.country)
    areas = (choice.country, *partners.expand(choice.partners, choice.layer, choice.country))
    place = table.rows(areas)
    found = pd.DataFrame(
        {
            "ref_area": areas,
            "own": [area == choice.country for area in areas],
            "level": levels(table, by)[place],
            "level_after": levels(after, by)[place],
            "before": compare(table, by).similarity[row, place],
            "after": compare(after, by).similarity[row, place],
        }
    )
    return found[found["own"] | found["before"].notna()].reset_index(drop=True)


@kept
def moves_card(t: Language, choice: Choice, changes: tuple[Change, ...], theme: str) -> Card | str:
    """The card of level and distance, or why there is none."""
    found = stands(choice, changes)
    names = loaders.country_names(t.code)
    with_value = found[~found["own"]]
    own = found[found["own"]].iloc[0]
    if with_value.empty:
        return t("similarity.nearest.none", country=names[choice.country])
    low = scale_start(with_value[["before", "after"]].to_numpy())
    span = _span(found[["level", "level_after"]].to_numpy())
    moved = bool(changes)
    said = t("similarity.moves.moved" if moved else "similarity.moves.title")
    unit = words.unit(t, choice)
    if moved:
        unit = t("similarity.moves.changes", unit=unit, changes=_changes(t, choice, changes))
    return Card(
        key="similarity-moves",
        variant=f"{choice.country}-{moved}",
        title=t("similarity.moves.of", what=said, country=names[choice.country]),
        unit=words.warned(t, unit),
        reading=_reading(t, choice, own, with_value, moved),
        spec=build_moves_chart(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            level_title=t(f"similarity.level_of.{choice.layer}"),
            similarity_title=t("similarity.moves.to", country=names[choice.country]),
            low=low,
            span=span,
            moved=moved,
        ),
        frame=_drawn(t, found, low, span),
        table=Table(
            found.assign(country=found["ref_area"].map(names)),
            (
                Column("ref_area", t("columns.ref_area")),
                Column("country", t("charts.country")),
                Column("before", t("charts.before"), "percent"),
                Column("after", t("charts.after"), "percent"),
                Column("level", t("similarity.level_before"), "decimal"),
                Column("level_after", t("similarity.level_after"), "decimal"),
            ),
        ),
        datasets=words.datasets(choice),
        note=words.notes(t, choice, t(f"similarity.level_note.{choice.layer}")),
    )


def _changes(t: Language, choice: Choice, changes: tuple[Change, ...]) -> str:
    """The changes in words, for the picture."""
    names = loaders.country_names(t.code)
    return "; ".join(
        t(
            "similarity.moves.change",
            country=names[change.area],
            item=known.item_name(t, choice.layer, change.item),
            answer=known.answer_name(t, choice.layer, change.answer),
        )
        for change in changes
    )


def _span(values: np.ndarray) -> tuple[float, float]:
    """Ends of an axis of levels, in tenths, so that few pictures differ."""
    known = values[np.isfinite(values)]
    low, high = math.floor(10 * float(known.min()) + 1e-9), math.ceil(10 * float(known.max()) - 1e-9)
    return low / 10, max(high, low + 1) / 10


def _drawn(t: Language, found: pd.DataFrame, low: float, span: tuple[float, float]) -> pd.DataFrame:
    names, regions = loaders.country_names(t.code), loaders.region_of()
    frame = found.assign(
        kind=np.where(found["own"], "own", "partner"),
        label=found["ref_area"].map(names),
        region=found["ref_area"].map(regions),
        level_text=[words.level(t, one) for one in found["level_after"]],
        before_text=[words.share(t, one) for one in found["before"]],
        after_text=[words.share(t, one) for one in found["after"]],
    )
    own = frame[frame["own"]]
    later = own.assign(kind="own_after", level=own["level_after"])
    # The country itself is an upright line: it has no distance to itself.
    own, later = (
        one.assign(
            label=t(f"similarity.moves.{kind}", country=own["label"].iloc[0]), before=np.nan, after=np.nan
        )
        for one, kind in ((own, "own"), (later, "own_after"))
    )
    partner = frame[~frame["own"]].assign(level=frame.loc[~frame["own"], "level_after"])
    drawn = pd.concat([partner, own, later], ignore_index=True).drop(columns=["own", "level_after"])
    return prepare_moves(drawn, low=low, span=span)


def _reading(t: Language, choice: Choice, own: pd.Series, others: pd.DataFrame, moved: bool) -> str:
    names = loaders.country_names(t.code)
    if not moved:
        above = int((others["level"] > own["level"]).sum())
        return t(
            f"similarity.moves.reading.{choice.layer}",
            country=names[choice.country],
            level=words.level(t, own["level"]),
            above=t.number(above),
            count=t.number(len(others)),
        )
    return t(
        "similarity.moves.reading_moved",
        country=names[choice.country],
        before=words.share(t, float(others["before"].mean())),
        after=words.share(t, float(others["after"].mean())),
        level=words.level(t, own["level"]),
        level_after=words.level(t, own["level_after"]),
    )
