"""Short exercises for a workshop, each with links to the views it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.links import draw_link
from components.views.methods.section_link import draw_section_link
from data.analysis.coding import local_only

_EXERCISES = ("size", "sure", "border")
_PUBLISHED, _COMPARED = "A", "D"
_ARROW = ":material/arrow_forward:"


@dataclass(frozen=True)
class _View:
    """A link: text key below `methods.exercises.links`, page, and the query that makes the view."""

    name: str
    page: str
    query: dict[str, str]


@dataclass(frozen=True)
class _Example:
    """A marketplace to look at."""

    marketplace_id: str
    name: str
    ref_area: str
    region: str


_VIEWS: dict[str, tuple[_View, ...]] = {
    "size": (
        _View("visits", "latin_america", {"freq": "A"}),
        _View("per_user", "latin_america", {"metric": "per_user", "freq": "A"}),
        _View("visits", "east_asia", {"freq": "A"}),
        _View("per_user", "east_asia", {"metric": "per_user", "freq": "A"}),
    ),
    "border": (
        _View("visitors", "latin_america", {"section": "visitors"}),
        _View("visitors", "east_asia", {"section": "visitors"}),
        _View("foreign", "latin_america", {"section": "features", "feature": "foreign_sellers"}),
        _View("msme", "latin_america", {"section": "features", "feature": "has_msme_programme"}),
        _View("downloads", "latin_america", {"section": "downloads"}),
    ),
}


def draw_exercises(t: Language) -> None:
    """Draw the section."""
    st.markdown(t("methods.exercises.lead"))
    examples = _examples()
    named = [_named(t, example) for example in examples]
    said = dict(zip(("first", "second"), named, strict=False))
    for name in _EXERCISES:
        if name == "sure" and len(named) < 2:
            continue
        with st.container(border=True, key=f"exercise-{name}"):
            st.markdown(f"### {t(f'methods.exercises.{name}.title')}")
            st.markdown(t("methods.exercises.aim", aim=t(f"methods.exercises.{name}.aim")))
            st.markdown(t(f"methods.exercises.{name}.steps", **said))
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"views-{name}"):
                _views(t, _VIEWS.get(name, ()))
                if name == "sure":
                    _marketplaces(t, examples, named)
                    draw_section_link(t("methods.exercises.links.quality"), "quality", key=name)
            st.markdown(t("methods.exercises.discuss", discuss=t(f"methods.exercises.{name}.discuss")))


def _views(t: Language, views: Sequence[_View]) -> None:
    for view in views:
        region = t.code_label("region", view.page)
        draw_link(t, view.page, t(f"methods.exercises.links.{view.name}", region=region), view.query, _ARROW)


def _marketplaces(t: Language, examples: Sequence[_Example], named: Sequence[str]) -> None:
    for example, label in zip(examples, named, strict=True):
        query = {"section": "ranking", "marketplace": example.marketplace_id}
        draw_link(t, example.region, label, query, _ARROW)


def _named(t: Language, example: _Example) -> str:
    country = loaders.country_names(t.code)[example.ref_area]
    return t("methods.exercises.links.marketplace", name=example.name, country=country)


@kept
def _examples() -> tuple[_Example, ...]:
    """The largest open marketplace with published visits and the largest set by comparison, in that order.

    Fewer than two when a class is empty.
    """
    local = local_only(loaders.storefronts(), "name", "ref_area", "region", "closed_year")
    local = local[local["closed_year"].isna()]
    known = loaders.evidence()[["marketplace_id", "evidence_class", "anchor_visits"]]
    rows = local.merge(known.astype({"marketplace_id": str, "evidence_class": str}), on="marketplace_id")
    rows = rows.sort_values("anchor_visits", ascending=False)
    largest = pd.concat([rows[rows["evidence_class"] == name].head(1) for name in (_PUBLISHED, _COMPARED)])
    held = largest[["marketplace_id", "name", "ref_area", "region"]].astype(str)
    return tuple(_Example(*row) for row in held.itertuples(index=False, name=None))
