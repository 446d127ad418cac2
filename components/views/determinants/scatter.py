"""The scatter card: countries by outcome and determinant, with names, years and the fitted line."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.charts.correlation.scatter import build_scatter_chart, prepare_scatter
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table
from components.views.determinants import frames, series
from components.views.determinants.choice import Choice
from components.views.determinants.words import between, coefficient, without_coefficient
from data.analysis.correlation.fit import fit_line


def datasets(outcome: str) -> tuple[str, ...]:
    """The datasets that an outcome and its determinants come from."""
    return ("indicators", "visits_monthly") if outcome == series.VISITS else ("indicators",)


@kept
def scatter_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The card of the chosen pair, or why there is none."""
    rows = frames.scatter(choice)
    points = rows[rows["x"].notna() & rows["y"].notna()]
    for side, log in (("x", choice.log_x), ("y", choice.log_y)):
        points = points[points[side] > 0] if log else points
    outcome, determinant = series.name(t, choice.outcome), series.full_name(t, choice.determinant)
    if points.empty:
        return t("determinants.explore.none", outcome=outcome, determinant=determinant)
    units = series.unit(t, choice.outcome), series.unit(t, choice.determinant.indicator)
    return Card(
        key="scatter",
        title=t("determinants.explore.title", outcome=outcome, determinant=determinant),
        unit=t("determinants.explore.unit", outcome=units[0], determinant=units[1]),
        reading=_reading(t, choice, rows, points),
        spec=build_scatter_chart(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            x_title=f"{determinant} ({units[1]})",
            y_title=f"{outcome} ({units[0]})",
            log_x=choice.log_x,
            log_y=choice.log_y,
        ),
        frame=_drawn(t, choice, points),
        table=_table(t, choice, rows),
        datasets=datasets(choice.outcome),
        note=" ".join([t("determinants.not_cause"), *_notes(t, choice)]),
    )


def _notes(t: Language, choice: Choice) -> list[str]:
    """Who produces the two series and what has to be known of them."""
    said = []
    for indicator in dict.fromkeys((choice.outcome, choice.determinant.indicator)):
        about = series.described().get(indicator)
        if about is not None:
            name, note = about.name_in(t.code), t(about.note) if about.note else ""
            said.append(t("determinants.producer", name=name, producer=about.producer, note=note).strip())
    return said


def _drawn(t: Language, choice: Choice, points: pd.DataFrame) -> pd.DataFrame:
    names = loaders.country_names(t.code)
    marks = points.assign(
        kind="point",
        label=points["ref_area"].map(names),
        x_text=[_dated(t, value, year) for value, year in zip(points["x"], points["x_year"], strict=True)],
        y_text=[_dated(t, value, year) for value, year in zip(points["y"], points["y_year"], strict=True)],
    )
    marks = prepare_scatter(marks, log_x=choice.log_x, log_y=choice.log_y).drop(columns=["x_year", "y_year"])
    if without_coefficient(frames.pair(choice).notices[0]):
        return marks.assign(fit=float("nan"), low=float("nan"), high=float("nan"))
    line = fit_line(points["x"].to_numpy(), points["y"].to_numpy(), log_x=choice.log_x, log_y=choice.log_y)
    if not choice.log_y:
        # Beyond the points the band says nothing, and it would make the picture flat.
        room = 0.04 * (points["y"].max() - points["y"].min())
        for name in ("low", "high"):
            line[name] = line[name].clip(points["y"].min() - room, points["y"].max() + room)
    return pd.concat([marks, line.assign(kind="line")], ignore_index=True)


def _dated(t: Language, value: float, year: float) -> str:
    return t("determinants.dated", value=series.written(t, value), year=int(year))


def _reading(t: Language, choice: Choice, rows: pd.DataFrame, points: pd.DataFrame) -> str:
    pairs = frames.pair(choice)
    found, shown = pairs.coefficients, {"n": t.number(len(points)), "total": t.number(len(rows))}
    value = float(found.value[0])
    if value != value:
        return t("determinants.explore.reading_none", **shown)
    low, high = float(found.low[0]), float(found.high[0])
    sense = "unclear" if low * high <= 0 else "together" if value > 0 else "against"
    return t(
        f"determinants.explore.reading_{sense}",
        method=t(f"determinants.methods.{choice.method}"),
        value=coefficient(t, value),
        interval=between(t, low, high),
        **shown,
    )


def _table(t: Language, choice: Choice, rows: pd.DataFrame) -> Table:
    names = loaders.country_names(t.code)
    outcome, determinant = series.name(t, choice.outcome), series.full_name(t, choice.determinant)
    return Table(
        rows.assign(country=rows["ref_area"].map(names)),
        (
            Column("ref_area", t("columns.ref_area")),
            Column("country", t("columns.country")),
            Column("y", outcome, "decimal"),
            Column("y_year", t("determinants.year_of", name=outcome), "year"),
            Column("x", determinant, "decimal"),
            Column("x_year", t("determinants.year_of", name=determinant), "year"),
        ),
    )
