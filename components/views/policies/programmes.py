"""Which programmes can I use? Six questions; then programmes, marketplaces and rules, also to print."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.views import frames
from components.views.cards import Column, Table, draw_table, source_line
from components.views.policies import choice as choices
from components.views.policies import known
from components.views.policies.answers import draw_questions, read_enterprise, sentence
from components.views.policies.laws import draw_law_list, draw_way_to_laws, laws_on
from components.views.policies.printed import draw_printed
from components.views.policies.rows import draw_rows
from data.analysis import traffic
from data.analysis.policies.counts import certainty
from data.analysis.policies.fitting import Enterprise, fitting, places_to_sell, topics_of


def draw_programmes(t: Language) -> None:
    """Draw the section."""
    st.markdown(t("policies.programmes.lead"))
    enterprise, trust = read_enterprise(), choices.trust()
    draw_questions(t, enterprise, trust)
    fits = suited(enterprise, trust)
    st.markdown(sentence(t, enterprise))
    with guarded(t):
        draw_printed(t, enterprise, trust, fits, shops(enterprise), rules(enterprise))
    st.markdown(f"### {t('policies.programmes.programmes')}")
    with guarded(t):
        _programmes(t, fits, enterprise, trust)
    st.markdown(f"### {t('policies.programmes.marketplaces')}")
    with guarded(t):
        _marketplaces(t, enterprise)
    st.markdown(f"### {t('policies.programmes.rules')}")
    with guarded(t):
        st.caption(t("policies.programmes.rules_note"))
        draw_law_list(t, rules(enterprise), "programmes")
        draw_way_to_laws(t, enterprise.area, topics_of(enterprise, loaders.catalog().policies))
    st.caption(source_line(t, ("policy", "marketplace", "law")))


@kept
def suited(enterprise: Enterprise, trust: str) -> pd.DataFrame:
    """The measures of its country with fits, misfits and matched."""
    return fitting(known.counted(trust), enterprise, loaders.catalog().policies)


@kept
def shops(enterprise: Enterprise) -> pd.DataFrame:
    """The marketplaces that take its sellers, most visited first."""
    stores = loaders.storefronts()
    visits = traffic.visits_in(loaders.monthly(), stores, frames.last_year())
    of = pd.Series(visits["visits"].to_numpy(dtype=float), index=visits["marketplace_id"].astype(str))
    return places_to_sell(stores.astype({"ref_area": str}), of, enterprise)


@kept
def rules(enterprise: Enterprise) -> pd.DataFrame:
    """The laws in force of its country on the topics that apply to it."""
    return laws_on(enterprise.area, topics_of(enterprise, loaders.catalog().policies))


def _programmes(t: Language, fits: pd.DataFrame, enterprise: Enterprise, trust: str) -> None:
    good, others = fits[fits["fits"]], fits[~fits["fits"]]
    left_out = known.counted("all")
    unsure = int((left_out["ref_area"] == enterprise.area).sum()) - len(fits)
    said = [t("policies.programmes.count", fit=t.number(len(good)), total=t.number(len(fits)))]
    open_still = certainty(good).unknown
    if open_still:
        said.append(t("policies.programmes.ask", count=t.number(open_still)))
    if unsure:
        said.append(t("policies.programmes.unsure", count=t.number(unsure)))
    st.caption(" ".join([*said, t("policies.not_absent")]))
    draw_rows(
        t, good, "fit", {row["policy_id"]: _why(t, str(row["matched"])) for row in good.to_dict("records")}
    )
    if others.empty:
        return
    with st.expander(t("policies.programmes.others", count=t.number(len(others)))):
        told = known.flat(t, others).assign(
            why=[
                ", ".join(t(f"policies.programmes.misfits.{code}") for code in text.split(";"))
                for text in others["misfits"]
            ]
        )
        columns = (
            Column("title", t("columns.measure")),
            Column("target_groups_said", t("datasets.columns.target_groups")),
            Column("why", t("policies.programmes.why_not")),
        )
        draw_table(t, Table(told, columns), t("policies.programmes.why_not"))


def _why(t: Language, matched: str) -> str:
    groups = ", ".join(t.code_label("target_group", code) for code in matched.split(";"))
    return t("policies.programmes.matched", groups=groups)


def _marketplaces(t: Language, enterprise: Enterprise) -> None:
    most = loaders.catalog().policies.marketplaces
    table = shops(enterprise)
    st.caption(t("policies.programmes.marketplaces_note", shown=t.number(most)))
    for where in ("domestic", "cross_border"):
        rows = table[table["where"] == where]
        asked = enterprise.market in (where, "both")
        if not asked:
            continue
        st.markdown(f"**{t(f'policies.programmes.where.{where}', count=t.number(len(rows)))}**")
        if not rows.empty:
            draw_table(t, shop_table(t, rows.head(most)), t("policies.programmes.marketplaces"))


def shop_table(t: Language, rows: pd.DataFrame) -> Table:
    """Marketplaces in the reader's words."""
    names = loaders.country_names(t.code)
    told = rows.assign(
        country=rows["ref_area"].astype(str).map(names),
        sells=[t.code_label("offering", code) for code in rows["offering"]],
        kind=[t.code_label("category", code) for code in rows["category"]],
        trust=[t.code_label("verification", code) for code in rows["verification"]],
    )
    return Table(
        told,
        (
            Column("name", t("columns.marketplace")),
            Column("country", t("columns.country")),
            Column("kind", t("columns.category")),
            Column("sells", t("columns.offering")),
            Column("domain", t("columns.domain")),
            Column("trust", t("columns.trust")),
        ),
    )
