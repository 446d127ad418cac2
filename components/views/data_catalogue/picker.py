"""What the reader picks of a dataset, kept in the URL under the keys that the addresses for programs use."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from components import loaders, state
from components.export.described import column_words
from components.export.requested import allowed_values
from components.i18n import Language
from components.kept import kept
from data.analysis.extract import Wanted, extract
from data.analysis.offer import AREA, INDICATOR, MARKETPLACE, PERIOD, Offer

_SHAPES = ("cross_section", "time_series")


@dataclass(frozen=True)
class Pick:
    """What is wanted, the same as parameters of an address, and the periods in which there is any of it."""

    wanted: Wanted
    query: tuple[tuple[str, str], ...]
    periods: tuple[str, ...]


def read_pick(dataset: str) -> Pick:
    """What the URL says, values that the dataset does not know left out with a notice."""
    offer = loaders.doors().offer(dataset)
    allowed = allowed_values(offer, loaders.catalog(), loaders.leaving(dataset))
    chosen = {
        name: state.many(name, allowed[name])
        for name in ("country", "indicator", "marketplace")
        if name in allowed
    }
    query: list[tuple[str, str]] = [(name, code) for name, codes in chosen.items() for code in codes]
    some = Wanted(
        countries=chosen.get("country", ()),
        indicators=chosen.get("indicator", ()),
        marketplaces=chosen.get("marketplace", ()),
    )
    known = _periods(dataset, some)
    period = _period(known)
    if period:
        query.append(("period", period[0] if period[0] == period[1] else ":".join(period)))
    return Pick(replace(some, period=period), tuple(query), known)


def draw_picker(t: Language, dataset: str, pick: Pick) -> None:
    """Draw the controls that this dataset has."""
    offer = loaders.doors().offer(dataset)
    if pick.periods:
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
            _draw_period(t, offer, pick)
    left, right = st.columns(2, gap="medium")
    if offer.has_area:
        with left:
            _draw_countries(t, offer, pick)
    with right:
        if offer.has_indicators:
            words = column_words(t, offer.columns[INDICATOR], loaders.doors())
            _draw_many(t, "indicator", "indicators", words, pick.wanted.indicators)
        elif len(offer.measures) > 1:
            words = {name: t(offer.columns[name].title_key) for name in offer.measures}
            _draw_many(t, "indicator", "measures", words, pick.wanted.indicators)
    if offer.has_marketplaces:
        _draw_marketplaces(t, pick)


@kept
def _periods(dataset: str, some: Wanted) -> tuple[str, ...]:
    """The periods of what is chosen, in order."""
    offer = loaders.doors().offer(dataset)
    if not offer.period:
        return ()
    rows = extract(loaders.leaving(dataset), offer, some)
    return tuple(sorted(set(rows[PERIOD].astype(str))))


def _period(known: tuple[str, ...]) -> tuple[str, str] | None:
    """One period or a span; without any in the URL the newest."""
    if not known:
        return None
    if ":" in state.words("period"):
        return state.span("period", known, (known[-1], known[-1]))
    one = state.one("period", known, known[-1])
    return one, one


def _draw_period(t: Language, offer: Offer, pick: Pick) -> None:
    known = pick.periods
    start, end = pick.wanted.period or (known[-1], known[-1])
    shape = _SHAPES[start != end]
    st.segmented_control(
        t("data_catalogue.picker.shape"),
        _SHAPES,
        format_func=lambda code: t(f"data_catalogue.picker.{code}"),
        required=True,
        **state.tie(
            "url.period.shape",
            "period",
            shape,
            lambda code: None if code == _SHAPES[0] else f"{known[0]}:{known[-1]}",
        ),
    )
    if shape == _SHAPES[0]:
        st.selectbox(
            t("data_catalogue.picker.period"),
            known[::-1],
            format_func=t.period,
            width=220,
            **state.tie(f"url.period.one.{offer.dataset.id}", "period", end, str),
        )
    else:
        st.select_slider(
            t("data_catalogue.picker.span"),
            known,
            value=(start, end),
            format_func=t.period,
            **state.tie(
                f"url.period.span.{offer.dataset.id}",
                "period",
                (start, end),
                lambda both: ":".join(both),  # type: ignore[arg-type]
            ),
        )


def _draw_countries(t: Language, offer: Offer, pick: Pick) -> None:
    held = set(loaders.leaving(offer.dataset.id)[AREA].dropna().astype(str))
    names = loaders.country_names(t.code)
    words = {area: names.get(area) or t.code_label("area", area) for area in held if len(area) == 3}
    known = {area: words[area] for area in sorted(words, key=words.__getitem__)}
    known |= {area: names[area] for area in pick.wanted.countries if area not in known and area in names}
    st.multiselect(
        t("data_catalogue.picker.countries"),
        list(known),
        format_func=lambda area: known.get(area, area),
        placeholder=t("data_catalogue.picker.all_countries"),
        **state.bound("country", [area for area in pick.wanted.countries if area in known]),
    )


def _draw_many(t: Language, key: str, name: str, words: dict[str, str], chosen: tuple[str, ...]) -> None:
    st.multiselect(
        t(f"data_catalogue.picker.{name}"),
        list(words),
        format_func=lambda code: words.get(code, code),
        placeholder=t("data_catalogue.picker.all"),
        **state.bound(key, list(chosen)),
    )


def _draw_marketplaces(t: Language, pick: Pick) -> None:
    """Those of the countries chosen, and whatever is chosen already."""
    shops = loaders.storefronts()
    if pick.wanted.countries:
        chosen = shops[MARKETPLACE].isin(pick.wanted.marketplaces)
        shops = shops[shops[AREA].isin(pick.wanted.countries) | chosen]
    names = loaders.country_names(t.code)
    words = {
        str(row.marketplace_id): t("ranking.named", name=row.name, country=names.get(str(row.ref_area), ""))
        for row in shops[[MARKETPLACE, "name", AREA]].itertuples(index=False)
    }
    st.multiselect(
        t("data_catalogue.picker.marketplaces"),
        sorted(words, key=lambda code: words[code].casefold()),
        format_func=lambda code: words.get(code, code),
        placeholder=t("data_catalogue.picker.all_marketplaces"),
        **state.bound("marketplace", [code for code in pick.wanted.marketplaces if code in words]),
    )
