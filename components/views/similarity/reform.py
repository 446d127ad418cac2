"""One reform in detail: whom it brings closer, who is there already by which law, what would lock it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.links import draw_link
from components.markup import link_to, plain
from components.views.regulation import known
from components.views.similarity import frames, words
from components.views.similarity.choice import Choice
from data.analysis.regulation.convergence import Reform
from data.analysis.regulation.lock_in import locks, topics_of

# The peers whose rules are shown: those most like the country.
_PEERS = 3
_PARTY = ("in_force", "enacted")


def draw_reform(t: Language, choice: Choice, found: tuple[Reform, ...]) -> None:
    """The picker of a reform and what is known of it."""
    codes = {f"{reform.item}:{reform.new}": reform for reform in found}
    first = next(iter(codes))
    current = state.one("reform", tuple(codes), first)
    with st.container(border=True, key="reform-detail"):
        st.selectbox(
            t("similarity.reform.title"),
            list(codes),
            format_func=lambda code: _name(t, choice, codes[code]),
            **state.bound("reform", current, lambda code: None if code == first else str(code)),
        )
        reform = codes[current]
        st.markdown(
            plain(
                t(
                    "similarity.reform.effect",
                    gain=words.points(t, reform.gain),
                    level=words.step(t, reform.level),
                )
            )
        )
        left, right = st.columns(2)
        left.markdown(
            f"**{t('charts.helped')}** ({len(reform.helped)})  \n{plain(words.names(t, reform.helped))}"
        )
        right.markdown(f"**{t('charts.hurt')}** ({len(reform.hurt)})  \n{plain(words.names(t, reform.hurt))}")
        _draw_peers(t, choice, reform)
        _draw_locks(t, choice, reform)


def _name(t: Language, choice: Choice, reform: Reform) -> str:
    return t(
        "similarity.reform.name",
        item=known.item_name(t, choice.layer, reform.item),
        way=words.way(t, choice.layer, reform.old, reform.new),
        gain=words.points(t, reform.gain),
    )


def _draw_peers(t: Language, choice: Choice, reform: Reform) -> None:
    """The nearest partners that have the answer, with the rules it rests on."""
    found, names = frames.pairs(choice.plain), loaders.country_names(t.code)
    row = found.areas.index(reform.area)
    near = sorted(reform.peers, key=lambda area: -found.similarity[row, found.areas.index(area)])
    st.markdown(f"**{t('similarity.reform.peers', count=t.number(len(near)))}**")
    cells = known.answers(choice.layer, choice.year, choice.trust)
    rows = {str(row["ref_area"]): row for row in cells[cells["item"] == reform.item].to_dict("records")}
    for area in near[:_PEERS]:
        said = _evidence(t, choice, str(rows[area]["evidence"]), area, reform.item)
        since = rows[area]["valid_from"]
        year = "" if pd.isna(since) else f" ({int(since)})"
        st.markdown(f"- **{plain(names[area])}**{year}: {said}")
    rest = tuple(near[_PEERS:])
    if rest:
        st.caption(plain(t("similarity.reform.also", countries=words.names(t, rest))))
    draw_link(
        t,
        "regulatory_matrix",
        t("similarity.reform.to_matrix"),
        {"layer": choice.layer, "cell": f"{near[0]}:{reform.item}", "trust": choice.trust},
        icon=":material/grid_on:",
    )


def _evidence(t: Language, choice: Choice, ids: str, area: str, item: str) -> str:
    """The rules behind an answer as links, or where they are told when they have no address."""
    if choice.layer == known.TREATIES:
        rows = loaders.treaty_status()
        row = rows[(rows["ref_area"] == area) & (rows["treaty"] == item)].iloc[0]
        return _link(row["source_url"], t.code_label("treaty", item))
    if choice.layer == known.RDTII:
        measures = loaders.rdtii_measures()
        found = measures[measures["measure_id"].isin(ids.split(";"))].to_dict("records")
        links = [_link(str(row["urls"]).split(";")[0], str(row["act"])) for row in found]
        return "; ".join(dict.fromkeys(links)) or t("similarity.reform.no_measure")
    laws = loaders.laws()
    found = laws[laws["law_id"].isin(ids.split(";"))].to_dict("records")
    links = [_link(row["official_url"] or row["source_url"], _title(row), row["source_url"]) for row in found]
    if links:
        return "; ".join(links)
    titles = loaders.cyberlaw_laws()
    own = titles[(titles["ref_area"] == area) & (titles["area"] == item.removeprefix("tracker_"))]
    links = [_link(url, str(title)) for title, url in zip(own["title"], own["url"], strict=True)]
    return "; ".join(links[:_PEERS]) or t("similarity.reform.tracker_only")


def _title(row: Mapping[Any, Any]) -> str:
    """The law's title in English or, without one, in its own language."""
    for name in ("instrument_en", "instrument_local", "citation_number", "law_id"):
        if isinstance(row.get(name), str) and row[name]:
            return str(row[name])
    return ""


def _link(url: object, said: str, other: object = None) -> str:
    address = next((str(one) for one in (url, other) if isinstance(one, str) and one.startswith("http")), "")
    return link_to(address, said)


def _draw_locks(t: Language, choice: Choice, reform: Reform) -> None:
    """The treaties that would bind the country to the reform."""
    status = loaders.treaty_status()
    own = status[(status["ref_area"] == reform.area) & status["status"].isin(_PARTY)]
    pillars = loaders.catalog().regulation.rdtii.topics
    topics = topics_of(choice.layer, reform.item, reform.group, pillars)
    found = locks(loaders.treaties(), topics, reform.area, frames.may_join(), set(own["treaty"]))
    if choice.layer == known.TREATIES:
        st.caption(t("similarity.reform.itself"))
    elif found:
        names = t.listing(t.code_label("treaty", treaty) for treaty in found)
        st.markdown(f"**{t('similarity.reform.locks')}**  \n{plain(names)}")
        st.caption(t("similarity.reform.locks_help"))
    else:
        st.caption(t("similarity.reform.no_lock"))
