"""The laws that a measure or an enterprise meets: those of its country on its topics, with their pages."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.links import draw_link
from components.markup import plain
from components.views.policies import known

# Where laws are looked up, if that page has been built.
_PAGE = "regulatory_matrix"
_BINDING = ("in_force", "partially_in_force")


def laws_on(area: str, topics: Sequence[str]) -> pd.DataFrame:
    """Laws in force in a country on these topics, in the order of the topics, those with a page first."""
    rows = loaders.laws()
    held = rows[(rows["ref_area"] == area) & rows["topic"].isin(list(topics)) & rows["status"].isin(_BINDING)]
    place = {topic: at for at, topic in enumerate(topics)}
    return held.assign(at=held["topic"].map(place), doubt=held["verification"] != "sourced").sort_values(
        ["at", "doubt", "law_id"], kind="stable", ignore_index=True
    )


def name_of(law: known.Row) -> str:
    """The law as its country calls it, else in English."""
    local = law["instrument_local"]
    return str(local if isinstance(local, str) and local else law["instrument_en"])


def address_of(law: known.Row) -> str:
    """The official page of a law, else the page that the register rests on; empty without a web address."""
    for name in ("official_url", "source_url"):
        url = law[name]
        if isinstance(url, str) and urlsplit(url).scheme in ("http", "https"):
            return url
    return ""


def draw_laws(t: Language, row: known.Row) -> None:
    """Draw the laws on a measure's topics; if it names none, on those of its instrument."""
    topics = tuple(code for code in str(row["topics"]).split(";") if code)
    if topics:
        st.markdown(f"#### {t('policies.measure.laws')}")
    else:
        topics = loaders.catalog().policies.touches.get(str(row["instrument"]), ())
        if not topics:
            return
        st.markdown(f"#### {t('policies.measure.laws_of_kind')}")
        st.caption(
            t(
                "policies.measure.laws_rule",
                instrument=t.code_label("instrument", str(row["instrument"])),
                topics=t.listing([t.code_label("law_topic", topic) for topic in topics]),
            )
        )
    draw_law_list(t, laws_on(str(row["ref_area"]), topics), "measure")
    draw_way_to_laws(t, str(row["ref_area"]), topics)


def draw_law_list(t: Language, laws: pd.DataFrame, place: str) -> None:
    """Draw each law with its topic as a link to its page, or as text where it has none."""
    if laws.empty:
        st.caption(t("policies.measure.no_laws"))
    for law in laws.to_dict("records"):
        said = t("policies.measure.law", topic=t.code_label("law_topic", law["topic"]), name=name_of(law))  # type: ignore[arg-type]
        url = address_of(law)  # type: ignore[arg-type]
        if url:
            key = f"law.{place}.{law['law_id']}"
            st.link_button(plain(said), url, type="tertiary", icon=":material/open_in_new:", key=key)
        else:
            st.markdown(plain(said))


def draw_way_to_laws(t: Language, area: str, topics: Sequence[str]) -> None:
    """A link to the page of rules for this country and these topics, once that page is there."""
    if _PAGE in {page.file for page in loaders.catalog().app.built_pages}:
        query = {"country": area, "topic": list(topics)}
        draw_link(t, _PAGE, t("policies.measure.to_laws"), query, icon=":material/arrow_forward:")
