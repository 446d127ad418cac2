"""The card of one step: who, with what, under which rules, how long, how dear, and how that is known."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import streamlit as st

from components import loaders
from components.i18n import Language
from components.links import draw_link
from components.markup import link_to, plain
from components.views.processes import known, words
from components.views.processes.choice import Choice
from data.catalog.process import Change, Item, Process
from data.catalog.process_step import Evidence, Range, Rekeyed, Step

_FIELDS = ("hours", "cost_usd", "tax_usd", "rekeyed")


def draw_step(t: Language, choice: Choice) -> None:
    """Draw the card of the chosen step; a step that this variant does not have says so."""
    process, steps = known.study(choice.process), known.steps(choice.process, choice.variant)
    with st.container(border=True, key="step-card"):
        if choice.step not in steps:
            st.markdown(f"**{plain(t('processes.card.gone'))}**")
            _draw_changes(t, process, choice.step)
            return
        one = steps[choice.step]
        st.markdown(f"#### {plain(words.step(t, choice.process, choice.variant, choice.step))}")
        timing = known.timed(choice.process, choice.variant).to_dict("index")[choice.step]
        with st.container(horizontal=True, gap="small"):
            st.badge(t.code_label("process_area", one.area), color="gray")
            st.badge(t.code_label("step_mode", one.mode), color="gray")
            if timing["critical"]:
                st.badge(t("processes.card.critical"), color="orange")
            else:
                slack = words.duration(t, float(timing["slack"]))
                st.badge(t("processes.card.slack", time=slack), color="gray")
        _draw_facts(t, choice, process, one)
        _draw_values(t, process, one)
        if one.note:
            st.caption(plain(words.said(t, one.note)))
        _draw_links(t, process, one)
        _draw_changes(t, process, choice.step)


def _draw_facts(t: Language, choice: Choice, process: Process, one: Step) -> None:
    items = known.items(choice.process, choice.variant)
    facts = [
        ("actor", words.actor(t, choice.process, one.actor)),
        ("others", t.listing(words.actor(t, choice.process, name) for name in one.others)),
        ("inputs", _items(t, items, one.inputs)),
        ("outputs", _items(t, items, one.outputs)),
        ("entry", words.said(t, one.entry)),
        ("exit", words.said(t, one.exit)),
    ]
    said = [f"**{plain(t(f'processes.card.{name}'))}:** {plain(text)}" for name, text in facts if text]
    st.markdown("  \n".join(said))


def _items(t: Language, items: dict[str, Item], names: Iterable[str]) -> str:
    """Names of items, documents with their form."""
    said = []
    for name in names:
        item = items[name]
        called = words.said(t, item.name)
        if item.form:
            form = t.code_label("document_form", item.form).lower()
            called = t("processes.card.with_form", name=called, form=form)
        said.append(called)
    return t.listing(said)


def _draw_values(t: Language, process: Process, one: Step) -> None:
    """Each value with its range, how it is known, and the pages it rests on."""
    for field in _FIELDS:
        value: Evidence | None = getattr(one, field)
        if value is None:
            continue
        said = f"**{plain(t(f'processes.fields.{field}'))}:** {plain(_value(t, field, value))}"
        known_by = plain(t.code_label("process_evidence", value.evidence))
        pages = [
            link_to(source.url, source.title) if source.url else plain(source.title)
            for source in (process.sources[name] for name in value.sources)
        ]
        st.markdown(said)
        st.caption(" · ".join([known_by, *pages]))
        if value.note:
            st.caption(plain(words.said(t, value.note)))


def _value(t: Language, field: str, value: Evidence) -> str:
    if isinstance(value, Rekeyed):
        return t.number(value.elements)
    if not isinstance(value, Range):
        raise TypeError(f"expected a range or a count, got {type(value).__name__}")
    written = words.duration if field == "hours" else words.money
    return words.spread(t, *(written(t, getattr(value, case)) for case in ("min", "typical", "max")))


def _draw_links(t: Language, process: Process, one: Step) -> None:
    """Rules, policies and marketplaces as links to their own pages."""
    if one.rules:
        st.markdown(f"**{plain(t('processes.card.rules'))}**")
        draw_rules(t, process, one.rules)
    if one.policies:
        st.markdown(f"**{plain(t('processes.card.policies'))}**")
        draw_policies(t, one.policies)
    register = loaders.storefronts().drop_duplicates("marketplace_id").set_index("marketplace_id")
    shown = [name for name in one.marketplaces if name in register.index]
    if shown:
        st.markdown(f"**{plain(t('processes.card.marketplaces'))}**")
        for name in shown:
            page = str(register.at[name, "region"])
            draw_link(
                t, page, plain(str(register.at[name, "name"])), {"section": "ranking", "marketplace": name}
            )


def draw_rules(t: Language, process: Process, rules: Iterable[str]) -> None:
    """Rules of the registers as links to the law database; rules of the study with their own pages."""
    laws = loaders.laws().set_index("law_id").fillna({"instrument_local": ""})
    treaties = loaders.treaties().set_index("treaty")
    for name in rules:
        if name in process.rules:
            own = process.rules[name]
            pages = [process.sources[one] for one in own.sources]
            said = [link_to(page.url, page.publisher) for page in pages if page.url]
            st.markdown(" · ".join([plain(words.said(t, own.name)), *said]))
            continue
        if name in treaties.index:
            called = str(treaties.at[name, f"title_{t.code}"])
        elif name in laws.index:
            called = _law_name(t, laws.loc[name].to_dict())
        else:
            continue
        draw_link(t, "regulatory_matrix", plain(called), {"section": "laws", "law": name})


def _law_name(t: Language, law: dict[Hashable, Any]) -> str:
    """A law with its country and topic: by its local title where the country speaks the reader's language."""
    area, local = str(law["ref_area"]), law["instrument_local"]
    spoken = t.code in str(loaders.countries().at[area, "languages"]).split(";")
    return t(
        "processes.card.law",
        name=local if spoken and isinstance(local, str) and local else law["instrument_en"],
        country=loaders.country_names(t.code)[area],
        topic=t.code_label("law_topic", law["topic"]),
    )


def draw_policies(t: Language, policies: Iterable[str]) -> None:
    """Support measures as links to their page."""
    measures = loaders.policies().set_index("policy_id")
    for name in policies:
        if name in measures.index:
            called = str(measures.at[name, f"name_{t.code}"] or measures.at[name, "name_en"])
            draw_link(t, "msme_policies", plain(called), {"policy": name})


def _draw_changes(t: Language, process: Process, step: str) -> None:
    """What the study would change in this step, and what would bring it about."""
    changes: list[Change] = [one for one in process.changes.values() if one.step == step]
    if not changes:
        return
    st.markdown(f"**{plain(t('processes.card.changes'))}**")
    for one in changes:
        kind = t.code_label("process_change", one.kind)
        st.markdown(plain(t("processes.card.change", kind=kind, reason=words.said(t, one.reason))))
        draw_rules(t, process, one.rules)
        draw_policies(t, one.policies)
