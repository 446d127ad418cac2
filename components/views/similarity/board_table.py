"""What the board supposes as a table to take home: each change with what it does to similarity and level."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views.cards import Column, Table, draw_table, draw_table_downloads
from components.views.regulation import known
from components.views.similarity import frames, words
from components.views.similarity.choice import Choice
from components.views.similarity.moves import stands


def draw_changes(t: Language, choice: Choice) -> None:
    """The changes with their effects, and their files."""
    title = t("similarity.board.table")
    st.markdown(f"#### {title}")
    table = changes_table(t, choice)
    draw_table(t, table, title)
    draw_table_downloads(
        t, "similarity-changes", title, words.warned(t, words.unit(t, choice)), table, words.datasets(choice)
    )


@kept
def changes_table(t: Language, choice: Choice) -> Table:
    """One row per change: each alone, and all together in the last row."""
    names, today = loaders.country_names(t.code), frames.panel(choice)
    rows: list[dict[str, object]] = []
    for change in choice.changes:
        if change.item not in today.item_codes:
            continue
        found = stands(choice, (change,))
        rows.append(
            {
                "ref_area": change.area,
                "country": names[change.area],
                "item": known.item_name(t, choice.layer, change.item),
                "old": known.answer_name(t, choice.layer, today.answer(change.area, change.item)),
                "new": known.answer_name(t, choice.layer, change.answer),
                **_effect(found),
            }
        )
    together: dict[str, object] = {"ref_area": choice.country, "country": t("similarity.board.together")}
    rows.append(together | _effect(stands(choice, choice.changes)))
    return Table(
        pd.DataFrame(rows),
        (
            Column("country", t("charts.country")),
            Column("item", t("charts.item")),
            Column("old", t("charts.before")),
            Column("new", t("charts.after")),
            Column("before", t("similarity.board.similarity_before"), "percent"),
            Column("after", t("similarity.board.similarity_after"), "percent"),
            Column("level", t("similarity.level_before"), "decimal"),
            Column("level_after", t("similarity.level_after"), "decimal"),
        ),
    )


def _effect(found: pd.DataFrame) -> dict[str, float]:
    """Mean similarity of the chosen country to its partners and its level, before and after."""
    own, others = found[found["own"]].iloc[0], found[~found["own"]]
    return {
        "before": float(others["before"].mean()),
        "after": float(others["after"].mean()),
        "level": float(own["level"]),
        "level_after": float(own["level_after"]),
    }
