"""The records behind an answer: laws, titles of the tracker, status in a treaty, RDTII measures."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.markup import link_to, plain
from components.views.regulation import known, law_words
from components.views.regulation.laws import law_register
from data.analysis.regulation.entries import LAW


def draw_laws(t: Language, area: str, topic: str) -> None:
    """Every law of a country on a topic, the binding ones first."""
    rows = law_register().rows
    rows = rows[(rows["kind"] == LAW) & (rows["ref_area"] == area) & (rows["topic"] == topic)]
    order = {status: place for place, status in enumerate(loaders.catalog().codes["law_status"])}
    for row in sorted(rows.to_dict("records"), key=lambda row: order[row["status"]]):
        _draw_law(t, row)


def _draw_law(t: Language, row: dict[Any, Any]) -> None:
    """One law: title, status and trust, years, key provision, number, links."""
    st.markdown(f"##### {plain(row[f'title_{t.code}'])}")
    marks = [law_words.type_label(t, row["type"])] if known.said(row["type"]) else []
    marks += [t.code_label("law_status", row["status"]), known.trust_name(t, row["verification"])]
    marks += [str(row[name]) for name in ("number", "body") if known.said(row[name])]
    dates = {
        "year_enacted": "adopted",
        "year": "in_force",
        "year_amended": "amended",
        "year_repealed": "repealed",
    }
    marks += [
        t(f"regulation.dates.{said}", year=int(row[name]))
        for name, said in dates.items()
        if known.said(row[name])
    ]
    st.caption(plain(" · ".join(marks)))
    provision = row[f"provision_{t.code}"]
    st.markdown(plain(provision) if known.said(provision) else t("regulation.cell.unknown"))
    amount = law_words.amount(t, row)
    if amount:
        st.markdown(f"{plain(t.code_label('numeric_measure', row['numeric_measure']))}: **{plain(amount)}**")
    _links(
        t,
        [
            (t("regulation.cell.official"), row["official_url"]),
            (t("regulation.cell.source"), row["source_url"]),
        ],
        checked=row["checked_on"],
        as_of=row["as_of"],
    )


def draw_titles(t: Language, area: str, field: str) -> None:
    """The titles that the tracker lists for a country and an area of law."""
    laws = loaders.cyberlaw_laws()
    rows = laws[(laws["ref_area"] == area) & (laws["area"] == field)]
    if rows.empty:
        st.markdown(t("regulation.cell.no_titles"))
    for title, url in zip(rows["title"], rows["url"], strict=True):
        shown = str(title) if known.said(title) else str(url)
        st.markdown(f"- {link_to(str(url), shown)}")


def draw_treaty(t: Language, area: str, treaty: str) -> None:
    """Where a country stands towards a treaty, and what the treaty is."""
    about = loaders.treaties().set_index("treaty").loc[treaty]
    rows = loaders.treaty_status()
    row = rows[(rows["ref_area"] == area) & (rows["treaty"] == treaty)].iloc[0]
    st.markdown(f"##### {plain(str(about[f'title_{t.code}']))}")
    marks = [t.code_label("treaty_kind", about["kind"])]
    if known.said(about["depositary"]):
        marks.append(t("regulation.cell.depositary", name=str(about["depositary"])))
    marks.append(known.trust_name(t, row["verification"]))
    st.caption(plain(" · ".join(marks)))
    if pd.notna(row["year"]):
        year = str(int(row["year"]))
        trust = (
            ""
            if row["year_verification"] == "sourced"
            else f" ({t.code_label('verification', 'unverified')})"
        )
        st.markdown(f"{t('columns.year')}: {year}{trust}")
    if known.said(row["note"]):
        st.markdown(plain(str(row["note"])))
    _links(
        t,
        [
            (t("regulation.cell.official"), about["official_url"]),
            (t("regulation.cell.source"), row["source_url"]),
        ],
        checked=row["checked_on"],
        as_of=None,
    )


def draw_measures(t: Language, area: str, indicator: str, score: str) -> None:
    """The measures of an RDTII indicator with their raw scores, and how the score follows from them."""
    about = loaders.rdtii_indicators().set_index("indicator").loc[indicator]
    st.markdown(t(f"regulation.cell.rule.{_rule(indicator, bool(about['lack_of']))}", score=_score(t, score)))
    frame = loaders.rdtii_measures()
    rows = frame[(frame["ref_area"] == area) & (frame["indicator"] == indicator)]
    for row in rows.sort_values("raw_score", ascending=False).to_dict("records"):
        st.markdown(f"**{_score(t, str(row['raw_score']))}** · {plain(str(row['act']))}")
        marks = [str(row[name]) for name in ("coverage", "timeframe") if known.said(row[name])]
        st.caption(plain(" · ".join(marks)))
        urls = str(row["urls"]).split(";") if known.said(row["urls"]) else []
        _links(t, [(t("regulation.cell.link", number=at + 1), url) for at, url in enumerate(urls)])


def _rule(indicator: str, lack_of: bool) -> str:
    """Which count rule makes the score of an indicator."""
    rules = known.count_rules()
    if indicator in rules.halves_add_up:
        return "halves"
    if indicator in rules.quarters_add_up:
        return "quarters"
    return "lack_of" if lack_of else "highest"


def _score(t: Language, score: str) -> str:
    return known.answer_name(t, "rdtii", f"{float(score):g}")


def _links(
    t: Language, links: list[tuple[str, object]], *, checked: object = None, as_of: object = None
) -> None:
    """Addresses as links, each once, and when the page was read."""
    seen: dict[str, str] = {}
    for name, url in links:
        if known.said(url):
            seen.setdefault(str(url), name)
    said = [link_to(url, name) for url, name in seen.items()]
    if known.said(as_of):
        said.append(t("regulation.cell.as_of", date=t.day(str(as_of))))
    if known.said(checked):
        said.append(t("regulation.cell.checked", date=t.day(str(checked))))
    if said:
        st.caption(" · ".join(said))
