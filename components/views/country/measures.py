"""Support for MSMEs in a country: how much is known, its gaps against the peers, and who fills them."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import loaders
from components.export.country_words import item_name, measure_title, own_note
from components.i18n import Language
from components.kept import kept
from components.links import draw_link
from components.markup import plain
from components.views.cards import Column, Table, draw_table, source_line
from components.views.country import known
from components.views.country.choice import Choice
from data.analysis.country.gaps import MEASURES
from data.analysis.policies.counts import certainty, matrix

_SHOWN = 5
_ARROW = ":material/arrow_forward:"


def draw_measures(t: Language, choice: Choice) -> None:
    """Draw the counts, measures by instrument, and the gaps with their donors."""
    rows = loaders.policies()
    own = rows[rows["ref_area"] == choice.area]
    held = certainty(own)
    st.markdown(
        t(
            "country.measures.counts",
            total=t.number(len(own)),
            sourced=t.number(int((own["verification"] == "sourced").sum())),
            running=t.number(held.running),
            unknown=t.number(held.unknown),
            abroad=t.number(int(own["abroad"].sum())),
        )
    )
    left, right = st.columns([2, 3], gap="medium")
    with left:
        st.markdown(f"#### {t('country.measures.by')}")
        draw_table(t, _by_instrument(t, choice.area), t("country.measures.by"))
        inventory = {"section": "inventory", "country": choice.area}
        draw_link(t, "msme_policies", t("country.measures.inventory"), inventory, icon=_ARROW)
    with right:
        if known.summary(choice).weights["measures"] == "full":
            _gaps(t, choice)
        else:
            st.caption(t("country.short.measures"))
    st.caption(" ".join([t("policies.not_absent"), source_line(t, ("policy",))]))


@kept
def _by_instrument(t: Language, area: str) -> Table:
    codes = loaders.catalog().codes["instrument"]
    held = matrix(loaders.policies(), "instrument", [area], codes)
    held = held[held["measures"] > 0].sort_values("measures", ascending=False, kind="stable")
    return Table(
        held.assign(label=[t.code_label("instrument", code) for code in held["code"]]),
        (
            Column("label", t("datasets.columns.instrument")),
            Column("measures", t("country.coverage.layers.measures"), "number"),
            Column("sourced", t("country.coverage.sourced"), "number"),
        ),
    )


def _gaps(t: Language, choice: Choice) -> None:
    held = known.summary(choice)
    st.markdown(f"#### {t('country.measures.gaps')}")
    if held.gaps.empty:
        st.caption(t("country.measures.no_gaps"))
    for gap in held.gaps.head(_SHOWN).to_dict("records"):
        _gap(t, gap)  # type: ignore[arg-type]
    if len(held.gaps) > _SHOWN:
        st.caption(t("country.measures.shown", shown=t.number(_SHOWN), total=t.number(len(held.gaps))))
    query: dict[str, Any] = {"section": "benchmark", "country": choice.area, "peers": held.kind}
    if choice.by_hand:
        query["partner"] = list(choice.by_hand)
    draw_link(t, "msme_policies", t("country.measures.more"), query, icon=_ARROW)


def _gap(t: Language, gap: dict[str, Any]) -> None:
    desk = known.desk()
    code = f"{gap['instrument']}.{gap['target_group']}"
    with st.container(border=True, gap=None, key=f"country-gap-{code}"):
        st.markdown(f"**{plain(item_name(t, desk, MEASURES, code))}**")
        having = t("country.measures.gap", having=t.number(gap["having"]), peers=t.number(gap["peers"]))
        note = own_note(t, desk, gap["own"], gap["own_ids"])
        st.caption(plain(" ".join(filter(None, (having, note)))))
        if gap["donor_id"]:
            country = loaders.country_names(t.code)[gap["donor_area"]]
            name = measure_title(t, desk, gap["donor_id"])
            label = plain(t("country.measures.donor", country=country, name=name))
            draw_link(t, "msme_policies", label, {"policy": gap["donor_id"]}, icon=_ARROW)
