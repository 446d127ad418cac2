"""Visitors by sex and age as a pyramid, for a selection or for one marketplace."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.charts.people import build_age_pyramid
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table
from data.analysis.demographics import pyramid
from data.analysis.selection import Selection


@kept
def pyramid_card(t: Language, selection: Selection, year: str, theme: str) -> Card | str:
    """The pyramid of a selection's visitors in a year."""
    known = pyramid(loaders.people(), frames.selected(selection), year)
    return people_card(t, "people", t("visitors.people.title", year=year), known, theme)


def people_card(t: Language, key: str, title: str, known: pd.DataFrame, theme: str) -> Card:
    """A pyramid card from rows of sex, age, visits and share."""
    told = known.assign(
        age=known["age"].astype(str),
        sex=known["sex"].astype(str),
        age_label=[t.code_label("age", code) for code in known["age"]],
        sex_label=[t.code_label("sex", code) for code in known["sex"]],
        share_text=[t.percent(share) for share in known["share"]],
        visits_text=[t.compact(visits) for visits in known["visits"]],
    )
    women = float(told.loc[told["sex"] == "F", "share"].sum())
    most = told.groupby("age_label", sort=False)["share"].sum()
    return Card(
        key=key,
        title=title,
        unit=t("visitors.people.unit"),
        reading=t(
            "visitors.people.reading",
            women=t.percent(women),
            age=str(most.idxmax()),
            share=t.percent(float(most.max())),
        ),
        spec=build_age_pyramid(language=t.code, theme=theme, labels=labels.chart(t)),
        frame=told,
        table=Table(
            told,
            (
                Column("sex_label", t("columns.sex")),
                Column("age_label", t("columns.age")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("columns.share"), "percent"),
            ),
        ),
        datasets=("visits_annual_origin",),
        note=t("visitors.people.note"),
    )
