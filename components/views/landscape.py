"""Market landscape: every storefront by age and visits."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.landscape import build_landscape_chart, prepare_landscape
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table, chart_key, draw_card
from components.views.choice import Choice

_KEY, _MARKS = "landscape", "storefront"
_MONTHS = 12


def draw_landscape(t: Language, choice: Choice) -> None:
    """Draw the scatter of the selection; storefronts of unknown age are counted beside it."""
    draw_card(t, landscape_card(t, choice, labels.theme()))


@kept
def landscape_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """Every storefront of known age by its age and visits, or why there is none."""
    known = frames.placed(choice.everything)
    rows = _rows(t, choice)
    if rows.empty:
        return t("landscape.none")
    most = rows.iloc[0]
    return Card(
        key=_KEY,
        title=t("landscape.title"),
        unit=t("landscape.unit"),
        reading=t(
            "landscape.reading",
            name=most["label"],
            country=most["place_label"],
            age=t.number(most["age_years"]),
            visits=most["value_text"],
            median=t.number(rows["age_years"].median()),
        ),
        spec=build_landscape_chart(language=t.code, theme=theme, labels=labels.chart(t)),
        frame=rows,
        table=Table(
            rows,
            (
                Column("label", t("columns.marketplace")),
                Column("place_label", t("columns.country")),
                Column("age_years", t("landscape.age"), "number"),
                Column("value", t("landscape.visits"), "amount"),
                Column("value_low", t("columns.low"), "amount"),
                Column("value_high", t("columns.high"), "amount"),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=("visits_monthly", "marketplace"),
        note=t("landscape.unknown", count=t.number(len(known) - len(rows))),
        marks=_MARKS,
        on_select=_clicked,
    )


def _clicked() -> None:
    """Open the marketplace that was marked."""
    marked = st.session_state[chart_key(_KEY)].selection.get(_MARKS, [])
    if marked:
        state.write(marketplace=marked[0]["marketplace_id"], section="ranking")


def _rows(t: Language, choice: Choice) -> pd.DataFrame:
    """The storefronts of known age, in words, with visits per month."""
    known = frames.placed(choice.everything)
    known = known[known["age"].notna() & (known["visits"] > 0)]
    names = loaders.country_names(t.code)
    evidence = loaders.evidence().set_index("marketplace_id")["evidence_class"].astype(str)
    classes = known["marketplace_id"].map(evidence.to_dict()).fillna("unknown")
    monthly = {name: known[name] / _MONTHS for name in ("visits", "visits_low", "visits_high")}
    rows = pd.DataFrame(
        {
            "marketplace_id": known["marketplace_id"].astype(str),
            "label": known["name"],
            "place_label": known["ref_area"].map(names),
            "age_years": known["age"].astype(float),
            "value": monthly["visits"],
            "value_low": monthly["visits_low"],
            "value_high": monthly["visits_high"],
            "value_text": [t.compact(visits) for visits in monthly["visits"]],
            "interval_text": [
                t("marketplace.between", start=t.compact(low), end=t.compact(high))
                for low, high in zip(monthly["visits_low"], monthly["visits_high"], strict=True)
            ],
            "status_text": [labels.status(t, code) for code in known["obs_status"]],
            "evidence_text": [t.code_label("evidence_class", code) for code in classes],
            "offering": known["offering"],
            "obs_status": known["obs_status"].astype(str),
            "selected": False,
        }
    )
    return prepare_landscape(rows)
