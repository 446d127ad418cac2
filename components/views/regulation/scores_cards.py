"""Cards of RDTII scores: economies by pillar, the overall level, and the indicators of one pillar."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.regulation.scores import build_levels_chart, build_score_heat, depth_of, lines
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, chart_key
from components.views.regulation import known
from components.views.regulation import scores_known as scored
from components.views.regulation.scores_weights import Weights, pillars

_PILLARS, _MARKS = "scores-pillars", "part"


@kept
def pillars_card(t: Language, weights: Weights, pillar: str, theme: str) -> Card | str:
    """The heat map of pillars, economies in the order of their overall score."""
    order = scored.overall(weights)["ref_area"].tolist()
    rows = scored.by_pillar()
    if rows["score"].isna().all():
        return t("regulation_scores.none")
    rows = _in_order(rows, order).rename(columns={"pillar": "part"})
    counted = weights.by_pillar
    told = rows.assign(
        part_label=[known.group_name(t, "rdtii", part) for part in rows["part"]],
        chosen=[part == pillar for part in rows["part"]],
        weight=[counted[str(part)] for part in rows["part"]],
    )
    told = told.assign(
        column=[
            lines(part, t.code_label("pillar", part), len(pillars())) for part in told["part"].astype(str)
        ]
    )
    mean = rows.groupby("part")["score"].mean()
    most, least = str(mean.idxmax()), str(mean.idxmin())
    return Card(
        key=_PILLARS,
        variant=pillar,
        title=t("regulation_scores.pillars.title"),
        unit=t("regulation_scores.unit"),
        reading=t(
            "regulation_scores.pillars.reading",
            most=t.code_label("pillar", most),
            most_score=t.number(mean[most], 2),
            least=t.code_label("pillar", least),
            least_score=t.number(mean[least], 2),
        ),
        spec=build_score_heat(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(order),
            columns=len(pillars()),
            depth=depth_of(told["column"]),
        ),
        frame=_heat(t, told),
        table=_table(t, told, weight=True),
        datasets=scored.DATASETS,
        note=" ".join([t("regulation_scores.pillars.hint"), t("regulation_scores.not_bad")]),
        marks=_MARKS,
        on_select=lambda: _clicked(pillar),
    )


def _clicked(pillar: str) -> None:
    """Open the pillar that was clicked."""
    marked = st.session_state[chart_key(_PILLARS, pillar)].selection.get(_MARKS, [])
    parts = [str(point["part"]) for point in marked if str(point.get("part")) in pillars()]
    if parts:
        state.write(pillar=parts[-1])


@kept
def levels_card(t: Language, weights: Weights, theme: str) -> Card | str:
    """The overall level ranked."""
    rows = scored.overall(weights)
    held = rows.dropna(subset=["score"])
    if held.empty:
        return t("regulation_scores.none")
    names = loaders.country_names(t.code)
    told = held.assign(
        label=held["ref_area"].map(names),
        score_text=[t.number(score, 2) for score in held["score"]],
        equal_text=[t.number(score, 2) for score in held["equal"]],
        place_text=[t("regulation_scores.place", place=int(place), of=len(held)) for place in held["place"]],
    )
    first, last = told.iloc[0], told.iloc[-1]
    missing = scored.unscored()
    note = [
        t("regulation_scores.levels.own" if weights.own else "regulation_scores.levels.equal"),
        t(
            "regulation_scores.missing",
            count=t.number(len(missing)),
            names=t.listing(sorted(names[area] for area in missing)),
        ),
    ]
    return Card(
        key="scores-levels",
        variant="own" if weights.own else "",
        title=t("regulation_scores.levels.title"),
        unit=t("regulation_scores.unit"),
        reading=t(
            "regulation_scores.levels.reading",
            first=first["label"],
            first_score=first["score_text"],
            last=last["label"],
            last_score=last["score_text"],
            spread=t.number(float(first["score"]) - float(last["score"]), 2),
        ),
        spec=build_levels_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=len(told), own=weights.own
        ),
        frame=told[["label", "score", "score_text", "equal", "equal_text", "place_text"]].assign(
            end=told[["score", "equal"]].max(axis=1) if weights.own else told["score"]
        ),
        table=Table(
            told,
            (
                Column("ref_area", t("columns.ref_area")),
                Column("label", t("columns.country")),
                Column("score", t("charts.score"), "decimal"),
                Column("equal", t("charts.score_equal"), "decimal"),
                Column("place_text", t("charts.place_now")),
                Column("known", t("regulation_scores.pillars_known"), "number"),
            ),
        ),
        datasets=scored.DATASETS,
        note=" ".join(note),
    )


@kept
def indicators_card(t: Language, weights: Weights, pillar: str, theme: str) -> Card | str:
    """The heat map of the indicators of a pillar."""
    order = scored.overall(weights)["ref_area"].tolist()
    rows = scored.of_pillar(pillar)
    if rows["score"].isna().all():
        return t("regulation_scores.none")
    rows = _in_order(rows, order).rename(columns={"indicator": "part"})
    shares = scored.shares()
    told = rows.assign(
        part_label=[scored.title(t, str(part)) for part in rows["part"]],
        chosen=False,
        weight=[shares[str(part)] for part in rows["part"]],
        known=rows["score"].notna().astype(int),
        items=1,
    )
    parts = rows["part"].nunique()
    told = told.assign(
        column=[
            lines(str(part), name.removeprefix(f"{part} "), parts)
            for part, name in zip(told["part"], told["part_label"], strict=True)
        ]
    )
    mean = rows.groupby("part")["score"].mean()
    open_parts = int((mean == 0).sum())
    most = str(mean.idxmax())
    return Card(
        key="scores-indicators",
        variant=pillar,
        title=t("regulation_scores.indicators.title", pillar=known.group_name(t, "rdtii", pillar)),
        unit=t("regulation_scores.unit"),
        reading=t(
            "regulation_scores.indicators.reading",
            most=scored.title(t, most),
            score=t.number(mean[most], 2),
            open=t.number(open_parts),
            total=t.number(len(mean)),
        ),
        spec=build_score_heat(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(order),
            columns=parts,
            depth=depth_of(told["column"]),
        ),
        frame=_heat(t, told),
        table=_table(t, told, weight=False),
        datasets=scored.DATASETS,
        note=_shares_note(t, pillar),
    )


def _shares_note(t: Language, pillar: str) -> str:
    """Which share each indicator has in the pillar, and whether it was published."""
    about = loaders.rdtii_indicators()
    inside = about[(about["pillar"] == pillar) & (about["kind"] == "regulatory")]
    said = [
        t("regulation_scores.share_of", indicator=code, share=t.percent(scored.shares()[str(code)], 0))
        for code in (item.code for item in known.rules("rdtii").items if item.group == pillar)
    ]
    published = int(inside["weight"].notna().sum())
    key = "all" if published == len(inside) else "some" if published else "no"
    return (
        t("regulation_scores.shares", shares=t.listing(said)) + " " + t(f"regulation_scores.published.{key}")
    )


def _in_order(rows: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    place = {area: at for at, area in enumerate(order)}
    return rows.sort_values("ref_area", key=lambda column: column.map(place), kind="stable").reset_index(
        drop=True
    )


def _heat(t: Language, told: pd.DataFrame) -> pd.DataFrame:
    """What the heat map draws."""
    names = loaders.country_names(t.code)
    return pd.DataFrame(
        {
            "row": [f"{area} {names[area]}" for area in told["ref_area"]],
            "column": told["column"],
            "part": told["part"],
            "score": told["score"],
            "score_text": [t.number(score, 2) for score in told["score"]],
            "country_label": [names[area] for area in told["ref_area"]],
            "part_label": told["part_label"],
            "known_text": [
                t("regulation_scores.known_of", known=t.number(known_), items=t.number(items))
                for known_, items in zip(told["known"], told["items"], strict=True)
            ],
            "chosen": told["chosen"],
        }
    )


def _table(t: Language, told: pd.DataFrame, *, weight: bool) -> Table:
    names = loaders.country_names(t.code)
    frame = told.assign(country=told["ref_area"].map(names))
    kind, title = ("number", "regulation_scores.weight") if weight else ("percent", "regulation_scores.share")
    return Table(
        frame,
        (
            Column("ref_area", t("columns.ref_area")),
            Column("country", t("columns.country")),
            Column("part_label", t("charts.part")),
            Column("score", t("charts.score"), "decimal"),
            Column("weight", t(title), "decimal" if weight else kind),
        ),
    )
