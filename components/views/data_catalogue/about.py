"""What a dataset is: description, grain, origin, terms, caveats, status codes and how to cite it."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import streamlit as st

from components import loaders
from components.export.described import citations_of, limit_words, may_leave, words_of
from components.i18n import Language
from components.markup import plain
from components.views.data_catalogue.addresses import page_address
from data.analysis.offer import Offer


def draw_about(t: Language, dataset: str) -> None:
    """Draw the section: facts beside what to mind, then the citation."""
    doors = loaders.doors()
    offer = doors.offer(dataset)
    st.markdown(plain(t(offer.dataset.description_key)))
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("\n".join(f"- **{name}:** {fact}" for name, fact in _facts(t, offer)))
    with right:
        st.markdown(f"#### {t('data_catalogue.caveats')}")
        caveats = [t(key) for key in offer.dataset.caveat_keys] or [t("data_catalogue.no_caveats")]
        st.markdown("\n".join(f"- {plain(said)}" for said in caveats))
        if offer.dataset.obs_status:
            st.markdown(f"#### {t('data_catalogue.status')}")
            keys = offer.dataset.obs_status_keys.items()
            st.markdown("\n".join(f"- **{code}**: {plain(t(key))}" for code, key in keys))
    _citation(t, offer)


def _facts(t: Language, offer: Offer) -> list[tuple[str, str]]:
    """Pairs (name, fact as Markdown)."""
    dataset, doors = offer.dataset, loaders.doors()
    record = doors.manifest()["files"].get(dataset.file, {}).get("rows", {})
    licence = plain(words_of(t, dataset, "licence", dataset.licence.name))
    if dataset.licence.url:
        licence = f"[{licence}]({dataset.licence.url})"
    tier = dataset.licence.tier
    terms = f"{t(f'licences.tier.{tier}.name')}: {t(f'licences.tier.{tier}.meaning')}"
    if may_leave(dataset, doors.catalog):
        terms += f" {limit_words(t, offer)}"
    grain = t.listing(plain(t(dataset.columns[name].title_key)) for name in dataset.grain)
    register = doors.sources()
    sources = [plain(str(register["title"].get(name, name))) for name in dataset.origin.sources]
    facts = {
        "grain": grain,
        "rows": t.number(record[dataset.id]) if dataset.id in record else "",
        "vintage": t.day(dataset.vintage),
        "published": t.day(dataset.origin.date_published),
        "accessed": t.day(dataset.origin.date_accessed) if dataset.origin.date_accessed else "",
        "producer": plain(words_of(t, dataset, "producer", dataset.origin.producer)),
        "licence": licence,
        "terms": plain(terms),
        "sources": "; ".join(sources),
    }
    return [(t(f"data_catalogue.facts.{name}"), fact) for name, fact in facts.items() if fact]


def _citation(t: Language, offer: Offer) -> None:
    sentence, entry = citations_of(t, offer.dataset, page_address(offer.dataset.id), datetime.now(UTC).date())
    st.markdown(f"#### {t('data_catalogue.citation')}")
    st.caption(t("data_catalogue.apa"))
    st.code(sentence, language=None, wrap_lines=True)
    st.caption(t("data_catalogue.bibtex"))
    st.code(entry, language=None, wrap_lines=True)


def draw_addresses(links: tuple[str, ...]) -> None:
    """Addresses of producers as links named after their host."""
    for link in links:
        st.link_button(urlsplit(link).netloc or link, link, icon=":material/open_in_new:", type="tertiary")
