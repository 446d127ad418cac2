"""How good the estimates are: the leave-one-out test in figures, by evidence class, and point by point."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.charts.residuals import build_residuals_chart, prepare_residuals
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import (
    Card,
    Column,
    Metric,
    Table,
    draw_card,
    draw_empty,
    draw_metrics,
    draw_table,
    draw_table_downloads,
    source_line,
)
from components.views.methods import known
from data.analysis.residuals import ALL, agreement, furthest, with_inside

# An estimate this many times off on the median leans to one side; less is no lean worth a sentence.
_LEANS = 2.0


def draw_quality(t: Language) -> None:
    """Draw the section."""
    st.markdown(t("methods.quality.lead"))
    if loaders.residuals().empty:
        draw_empty(t, t("methods.quality.none"))
        return
    _facts(t)
    with guarded(t):
        _by_class(t)
    with guarded(t):
        draw_card(t, residuals_card(t, labels.theme()))


def _facts(t: Language) -> None:
    found = agreement(loaders.residuals())
    values = {
        "held_out": t.number(found.held_out),
        "typical": t("methods.times", factor=t.number(found.typical_factor, 1)),
        "inside": t.percent(found.share_inside, 0),
    }
    draw_metrics(
        t,
        [
            Metric(
                t(f"methods.quality.facts.{name}.label"), value, help=t(f"methods.quality.facts.{name}.help")
            )
            for name, value in values.items()
        ],
        key="quality",
    )


def _by_class(t: Language) -> None:
    table = known.quality()
    shown = table.assign(label=[_class_name(t, code) for code in table["evidence_class"]])
    title, unit = t("methods.quality.table_title"), t("methods.quality.table_unit")
    columns = (
        Column("label", t("columns.evidence")),
        Column("n", t("methods.quality.held_out"), "number"),
        Column("typical_factor", t("methods.quality.typical"), "decimal"),
        Column("lean", t("methods.quality.lean"), "decimal"),
        Column("coverage_80", t("methods.quality.coverage"), "percent"),
        Column("recalibration_factor", t("methods.quality.correction"), "decimal"),
    )
    with st.container(border=True, key="card-quality"):
        st.markdown(f"#### {title}")
        st.caption(unit)
        draw_table(t, Table(shown, columns), title)
        st.markdown(" ".join(_leanings(t, table)))
        st.caption(t("methods.quality.table_note"))
        st.caption(source_line(t, ("traffic_validation",)))
        draw_table_downloads(t, "quality", title, unit, Table(shown, columns), ("traffic_validation",))


def _class_name(t: Language, code: str) -> str:
    return t("methods.quality.all") if code == ALL else t.code_label("evidence_class", code)


def _leanings(t: Language, table: pd.DataFrame) -> list[str]:
    """Sentences on the classes whose estimates lie to one side of the figures."""
    said = []
    for code, lean in zip(table["evidence_class"].astype(str), table["lean"].astype(float), strict=True):
        if code == ALL or not (lean <= 1 / _LEANS or lean >= _LEANS):
            continue
        side, factor = ("below", 1 / lean) if lean < 1 else ("above", lean)
        said.append(t(f"methods.quality.{side}", name=_class_name(t, code), factor=_times(t, factor)))
        if side == "below" and code == known.CLASSES[-1]:
            said.append(t("methods.quality.why_below"))
    return said


def _times(t: Language, factor: float) -> str:
    return t.number(factor, 0 if factor >= 10 else 1)


def _points(t: Language) -> pd.DataFrame:
    """The held-out figures in words, largest first."""
    rows = with_inside(loaders.residuals()).astype({"marketplace_id": str, "evidence_class": str})
    places = loaders.storefronts()[["marketplace_id", "name", "ref_area", "region"]]
    rows = rows.merge(places, on="marketplace_id").sort_values("held_out", ascending=False, ignore_index=True)
    told = rows.assign(
        label=rows["name"],
        place_label=rows["ref_area"].map(loaders.country_names(t.code)),
        held_out_text=[t.compact(visits) for visits in rows["held_out"]],
        predicted_text=[t.compact(visits) for visits in rows["predicted"]],
        interval_text=[
            _interval(t, low, high, inside)
            for low, high, inside in zip(rows["low"], rows["high"], rows["inside"], strict=True)
        ],
        factor_text=[
            t("methods.times", factor=_times(t, factor)) for factor in 10 ** rows["log10_error"].abs()
        ],
        evidence_text=[t.code_label("evidence_class", code) for code in rows["evidence_class"]],
    )
    return prepare_residuals(told)


def _interval(t: Language, low: float, high: float, inside: bool) -> str:
    where = "hit" if inside else "miss"
    return t(f"methods.quality.interval_{where}", low=t.compact(low), high=t.compact(high))


@kept
def residuals_card(t: Language, theme: str) -> Card | str:
    """Every held-out figure against the estimate made without it."""
    points = _points(t)
    found, worst = agreement(points), furthest(points)
    if worst is None:
        return t("methods.quality.none")
    words = labels.chart(t) | dict(t.section("methods.chart"))
    words |= {f"class_{code}": t.code_label("evidence_class", code) for code in known.ESTIMATED}
    return Card(
        key="residuals",
        title=t("methods.quality.title"),
        unit=t("methods.quality.unit"),
        reading=t(
            "methods.quality.reading",
            inside=t.number(found.inside),
            count=t.number(found.held_out),
            share=t.percent(found.share_inside, 0),
            factor=_times(t, found.typical_factor),
            name=worst["label"],
            country=worst["place_label"],
            held_out=worst["held_out_text"],
            predicted=worst["predicted_text"],
        ),
        spec=build_residuals_chart(
            language=t.code,
            theme=theme,
            labels=words,
            classes=tuple(sorted(set(points["evidence_class"]))),
        ),
        frame=points,
        table=Table(
            points,
            (
                Column("label", t("columns.marketplace")),
                Column("place_label", t("columns.country")),
                Column("evidence_text", t("columns.evidence")),
                Column("held_out", t("methods.chart.held_out"), "amount"),
                Column("predicted", t("methods.chart.predicted"), "amount"),
                Column("low", t("columns.low"), "amount"),
                Column("high", t("columns.high"), "amount"),
            ),
        ),
        datasets=("traffic_residuals",),
        note=t("methods.quality.note"),
    )
