"""Two countries: the visits in both directions over the years and the marketplaces that carry them."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.charts.series import prepare_series
from components.charts.timeseries import build_timeseries_chart
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table, draw_card, draw_empty
from components.views.cross_region import known
from components.views.cross_region.choice import FlowChoice
from components.views.cross_region.corridors import carriers_card
from data.analysis import flows
from data.analysis.selection import Selection


def draw_pair(t: Language, choice: FlowChoice) -> None:
    """Draw two pickers, the lines of both directions, and what carries each."""
    with st.container(horizontal=True, gap="small", key="pair"):
        ends = [_pick(t, key, usual) for key, usual in zip(("country", "partner"), usual_pair(), strict=True)]
    one, other = ends
    if one == other:
        draw_empty(t, t("cross_region.pair.same"))
        return
    theme = labels.theme()
    with guarded(t):
        draw_card(t, pair_card(t, choice, one, other, theme))
    for column, pair in zip(st.columns(2, gap="medium"), ((one, other), (other, one)), strict=True):
        with column, guarded(t):
            draw_card(t, carriers_card(t, choice, *pair, theme))


@kept
def usual_pair() -> tuple[str, str]:
    """The two countries of the largest corridor between the regions, whatever is filtered."""
    years = frames.years()
    everything = FlowChoice(Selection(), year=years[-1], base=years[0], limit=1)
    first = known.ranked(everything, "between").astype(str).iloc[0]
    return str(first["counterpart_area"]), str(first["ref_area"])


def _pick(t: Language, key: str, usual: str) -> str:
    """Draw the list of members for one end of the pair; returns the country that the URL holds."""
    names = loaders.country_names(t.code)
    members = sorted(loaders.region_of(), key=names.__getitem__)
    current = state.one(key, members, usual)
    st.selectbox(
        t(f"cross_region.pair.{key}"),
        members,
        format_func=names.__getitem__,
        width=300,
        **state.bound(key, current, lambda area: None if area == usual else str(area)),
    )
    return current


@kept
def pair_card(t: Language, choice: FlowChoice, one: str, other: str, theme: str) -> Card | str:
    """The visits between two countries over the years, or why there are none."""
    both = flows.pair(known.known_flows(choice.selection), one, other)
    if both["visits"].sum() <= 0:
        return t("cross_region.none")
    names = loaders.country_names(t.code)
    regions = loaders.region_of()
    apart = regions[one] != regions[other]
    told = both.assign(
        # The colours of the regions tell the directions apart better than those of two countries.
        series_id=both["counterpart_area"].map(regions) if apart else both["counterpart_area"],
        label=[t("cross_region.pair.from", name=names[area]) for area in both["counterpart_area"]],
        corridor=[
            known.corridor(t, *ends) for ends in zip(both["counterpart_area"], both["ref_area"], strict=True)
        ],
        value=both["visits"],
        value_low=float("nan"),
        value_high=float("nan"),
        period_text=both["time_period"],
        status_text=labels.status(t, "E"),
        obs_status="E",
        complete=True,
        highlighted=False,
        kind="series",
        provider=None,
        href=None,
    )
    now = both[both["time_period"] == choice.year]["visits"].tolist()
    return Card(
        key="pair",
        title=t("cross_region.pair.title", one=names[one], other=names[other]),
        unit=t("cross_region.pair.unit"),
        reading=t(
            "cross_region.pair.reading",
            year=choice.year,
            there=known.corridor(t, one, other),
            back=known.corridor(t, other, one),
            visits_there=t.compact(now[0]),
            visits_back=t.compact(now[1]),
        ),
        spec=build_timeseries_chart(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            freq="A",
            band=False,
            published=False,
            height=300,
        ),
        frame=prepare_series(told, theme=theme, height=300).drop(columns=["corridor", "share", "visits"]),
        table=Table(
            told,
            (
                Column("time_period", t("columns.year")),
                Column("corridor", t("cross_region.corridor_column")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("cross_region.share_abroad"), "percent"),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=known.DATASETS,
        variant=f"{one}-{other}",
    )
