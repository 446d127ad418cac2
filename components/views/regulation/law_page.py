"""One entry of the law database: what it says, since when, where it stands, and what that rests on."""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from components import loaders
from components.export.template import write_template
from components.i18n import Language
from components.markup import link_to, plain
from components.views import labels
from components.views.cards import Column, Table, draw_table, source_line
from components.views.processes.touched import draw_touched
from components.views.register import Register, Row, choose
from components.views.regulation import law_words
from components.views.regulation.known import said
from data.analysis.regulation.entries import LAW, MEASURE, TRACKER, TREATY

Fact = tuple[str, str]


def draw_entry(t: Language, register: Register, entry: str) -> None:
    """Draw the entry whose key is `entry`."""
    place = register.index.keys.index(entry)
    row: Row = register.rows.iloc[[place]].to_dict("records")[0]  # type: ignore[assignment]
    title = str(row[f"title_{t.code}"])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(plain(title), width="stretch", anchor=False)
        st.badge(plain(t(f"laws.kinds.{row['kind']}")), color="gray")
        st.badge(plain(t.code_label("verification", row["verification"])), color="gray")
    original = row["title_local"]
    if original and original != title:
        st.markdown(f"*{plain(str(original))}*")
    provision = row[f"provision_{t.code}"]
    if provision:
        st.markdown(plain(str(provision)))
    _draw_facts(t, [fact for fact in _FACTS[str(row["kind"])](t, row) if fact[1]])
    if row["kind"] == TREATY:
        _draw_members(t, entry)
    _draw_links(t, row)
    _draw_ways(t, row)
    if row["kind"] == LAW:
        _draw_template(t, entry)
    if row["kind"] in (LAW, TREATY):
        draw_touched(t, "rule", entry)
    st.caption(t("laws.no_advice"))
    datasets = ("treaty", "treaty_status") if row["kind"] == TREATY else (str(row["dataset"]),)
    st.caption(source_line(t, datasets))


def _law_facts(t: Language, row: Row) -> list[Fact]:
    measure, rule = row["numeric_measure"], row["rule_class"]
    amount = law_words.amount(t, row)
    return [
        (t("columns.country"), labels.area_name(t, str(row["ref_area"]))),
        (t("datasets.columns.topic"), law_words.topics_label(t, row["topic"])),
        (t("datasets.columns.law_status"), t.code_label("law_status", row["status"])),
        (t("datasets.columns.citation_number"), said(row["number"])),
        (t("datasets.columns.instrument_type"), law_words.type_label(t, row["type"]) if row["type"] else ""),
        (t("datasets.columns.body"), said(row["body"])),
        (t("datasets.columns.year_enacted"), _year(row["year_enacted"])),
        (t("datasets.columns.year_in_force"), _year(row["year"])),
        (t("datasets.columns.year_amended"), _year(row["year_amended"])),
        (t("datasets.columns.year_repealed"), _year(row["year_repealed"])),
        (t("datasets.columns.law_coverage"), _code(t, "law_coverage", row["coverage"])),
        (_code(t, "numeric_measure", measure), amount),
        (t("datasets.columns.rule_class"), _code(t, "rule_class", rule)),
        (t("datasets.columns.as_of"), t.day(str(row["as_of"])) if said(row["as_of"]) else ""),
        (t("datasets.columns.checked_on"), t.day(str(row["checked_on"])) if said(row["checked_on"]) else ""),
    ]


def _treaty_facts(t: Language, row: Row) -> list[Fact]:
    treaties = loaders.treaties().set_index("treaty")
    about = treaties.loc[str(row["entry"])]
    return [
        (t("datasets.columns.treaty_kind"), law_words.type_label(t, str(row["type"]))),
        (t("datasets.columns.depositary"), said(row["body"])),
        (t("datasets.columns.year_opened"), _year(about["year_opened"])),
        (t("datasets.columns.year_in_force"), _year(about["year_in_force"])),
        (t("datasets.columns.topics"), law_words.topics_label(t, row["topic"])),
        (t("datasets.columns.open_to"), t(f"laws.open_to.{about['open_to']}")),
    ]


def _measure_facts(t: Language, row: Row) -> list[Fact]:
    measures = loaders.rdtii_measures().set_index("measure_id")
    about = measures.loc[str(row["entry"])]
    return [
        (t("columns.country"), labels.area_name(t, str(row["ref_area"]))),
        (t("datasets.columns.pillar"), law_words.pillar_label(t, str(row["pillar"]))),
        (t("datasets.columns.rdtii_indicator"), f"{row['number']} {row[f'provision_{t.code}']}"),
        (t("datasets.columns.raw_score"), t("laws.score", score=t.number(float(str(about["raw_score"])), 2))),
        (t("datasets.columns.measure_coverage"), said(about["coverage"])),
        (t("datasets.columns.timeframe"), said(about["timeframe"])),
    ]


def _tracker_facts(t: Language, row: Row) -> list[Fact]:
    return [
        (t("columns.country"), labels.area_name(t, str(row["ref_area"]))),
        (t("datasets.columns.topic"), law_words.topics_label(t, row["topic"])),
    ]


_FACTS = {LAW: _law_facts, TREATY: _treaty_facts, MEASURE: _measure_facts, TRACKER: _tracker_facts}


def _draw_facts(t: Language, facts: list[Fact]) -> None:
    frame = pd.DataFrame([(plain(name), plain(value)) for name, value in facts], columns=["name", "value"])
    columns = (Column("name", t("laws.fact")), Column("value", t("columns.value")))
    draw_table(t, Table(frame, columns), t("laws.facts"))


def _draw_members(t: Language, treaty: str) -> None:
    """Where every member stands towards the treaty, those inside first."""
    status = loaders.treaty_status()
    places = {
        code: place for place, code in enumerate(("in_force", "enacted", "signed", "not_party", "unknown"))
    }
    names = loaders.country_names(t.code)
    frame = status[status["treaty"] == treaty]
    frame = frame.assign(
        country=frame["ref_area"].map(names),
        place=frame["status"].map(places),
        said=[t.code_label("treaty_status", code) for code in frame["status"]],
        trust=[t.code_label("verification", code) for code in frame["verification"]],
        page=[link_to(said(url), urlsplit(said(url)).netloc) for url in frame["source_url"]],
    ).sort_values(["place", "country"])
    columns = (
        Column("country", t("columns.country")),
        Column("said", t("datasets.columns.treaty_status")),
        Column("year", t("datasets.columns.treaty_year"), "year"),
        Column("trust", t("columns.trust")),
        Column("page", t("columns.source")),
    )
    st.markdown(f"#### {plain(t('laws.standing'))}")
    draw_table(t, Table(frame, columns), t("laws.standing"))


def _draw_links(t: Language, row: Row) -> None:
    # The measures of RDTII cite several pages in one cell.
    cited = [("source", url) for url in said(row["source_url"]).split(";")]
    found = [("official", said(row["official_url"])), *cited]
    safe = [(part, url) for part, url in found if urlsplit(url).scheme in ("http", "https")]
    shown = {url: part for part, url in reversed(safe)}
    with st.container(horizontal=True, gap="small", key="law-links"):
        for number, (url, part) in enumerate(reversed(shown.items())):
            st.link_button(
                plain(t(f"laws.links.{part}", host=urlsplit(url).netloc)),
                url,
                type="tertiary",
                icon=":material/open_in_new:",
                key=f"law.link.{number}",
            )


def _draw_ways(t: Language, row: Row) -> None:
    """Where to go from here: the country's other entries, and the topic elsewhere."""
    topics = str(row["topic"] or "").split(";")
    with st.container(horizontal=True, gap="small", key="law-ways"):
        if row["kind"] != TREATY:
            area = str(row["ref_area"])
            _way(t, "country", labels.area_name(t, area), country=area, topic=None)
        if topics[0] and len(topics) == 1:
            _way(t, "topic", law_words.topic_label(t, topics[0]), topic=topics[0], country=None)


def _draw_template(t: Language, entry: str) -> None:
    """The row of the register to correct; `python -m data.build --propose` checks what comes back."""
    laws = loaders.laws()
    st.download_button(
        t("laws.template"),
        lambda: write_template(list(laws.columns), dict(laws[laws["law_id"] == entry].iloc[0].items())),  # type: ignore[arg-type]
        file_name=f"{entry}.csv",
        mime="text/csv",
        icon=":material/edit_note:",
        help=t("laws.template_help"),
        type="tertiary",
        on_click="ignore",
        key="law.template",
    )


def _way(t: Language, name: str, label: str, **query: str | None) -> None:
    st.button(
        plain(t(f"laws.ways.{name}", name=label)),
        icon=":material/arrow_forward:",
        on_click=choose,
        kwargs={"law": None, "q": None, **query},
        key=f"law.way.{name}",
    )


def _year(value: object) -> str:
    return str(int(float(shown))) if (shown := said(value)) else ""


def _code(t: Language, codes: str, code: object) -> str:
    return t.code_label(codes, code) if said(code) else ""
