"""A country profile as a file to take home: what it says first, key figures, pictures, tables, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from components.export.brief import Brief, KeyFigure, Rows, Section
from components.export.brief_facts import brief_facts, brief_notes
from components.export.country_brief import CountryBrief, country_brief
from components.export.country_pictures import (
    support_picture,
    support_reading,
    top_picture,
    top_reading,
    top_rows,
)
from components.export.described import words_of
from components.export.printed import PrintedPart
from components.i18n import Language
from data.analysis.country.desk import Desk
from data.analysis.country.summary import CountrySummary
from data.catalog import Catalog

PAGE = "country_profile"
# What each part of a brief rests on, and the section of the page that shows it.
_RULES = ("law", "cyberlaw_status", "treaty_status")
_BEHIND: Mapping[str, tuple[tuple[str, ...], str]] = {
    "groups": (("visits_monthly", "marketplace"), "marketplaces"),
    "likeness": (_RULES, "rules"),
    "in": (("visits_annual_origin",), "marketplaces"),
    "out": (("visits_annual_origin",), "marketplaces"),
    "reforms": (_RULES, "rules"),
    "gaps": (("policy",), "measures"),
}
_COVERAGE = ("marketplace", "traffic_evidence", "indicators", "law", "treaty_status", "policy")
_SHOPS = ("visits_monthly", "marketplace")
# Parts whose sentence is a finding; the sentences of the others are remarks on how to read them.
_SAID = frozenset({"in", "out"})
_NARROW = frozenset({"groups", "likeness", "in", "out"})
_ESTIMATES = frozenset({"visits_monthly", "visits_annual_origin"})
# Columns of the key figures: name, value, place among all, place in the region, remark.
_ALL, _REGION, _REMARK = 2, 3, 4


def view_address(site: str, page: str, language: str, query: Mapping[str, str]) -> str:
    """The address of a view; without a `site` (https://...) only the part that every site shares."""
    told = urlencode({"lang": language, **query})
    return f"{site.rstrip('/')}/{page}?{told}" if site else f"{page}?{told}"


def country_file(
    t: Language, desk: Desk, known: CountrySummary, *, created: str, site: str = "", url: str = ""
) -> Brief:
    """The brief of a country; `created`: ISO date; `site`: where the explorer is served.

    `url`: the view it was taken from, when it was taken from one. A part whose data may not leave is said.
    """
    said = country_brief(t, desk, known)
    address = url or view_address(site, PAGE, t.code, {"country": known.area})
    return Brief(
        title=said.title,
        subtitle=said.facts,
        language=t.code,
        created=created,
        url=address,
        labels=dict(t.section("takeaway")),
        lead=(
            *(t("country.said", title=one.title, text=one.text) for one in said.sentences),
            said.peers,
            said.estimate,
        ),
        figures=_figures(t, said),
        sections=tuple(_sections(t, desk, known, said, site)),
        facts=brief_facts(
            t, desk.catalog, said.datasets, title=said.question, url=address, created=created, maps=False
        ),
    )


def _figures(t: Language, said: CountryBrief) -> tuple[KeyFigure, ...]:
    """The key figures that are known, with places and the mark of estimates."""
    missing = t("cards.missing_mark")
    head = said.figures.head
    made = []
    for row in said.figures.rows:
        label, value = row[:_ALL]
        if value == missing:
            continue
        places = [
            t("country.said", title=head[at], text=row[at]) for at in (_ALL, _REGION) if row[at] != missing
        ]
        remark = (row[_REMARK],) if row[_REMARK] else ()
        made.append(KeyFigure(label, value, " · ".join((*places, *remark))))
    return tuple(made)


def _sections(
    t: Language, desk: Desk, known: CountrySummary, said: CountryBrief, site: str
) -> Iterator[Section]:
    def address(section: str = "") -> str:
        query = {"country": known.area} | ({"section": section} if section else {})
        return view_address(site, PAGE, t.code, query)

    shops = top_rows(t, known)
    if known.weights["marketplaces"] == "full" and len(shops):
        title = t("country.marketplaces.top", country=said.title)
        drawn = Section(
            title,
            t("country.marketplaces.unit"),
            sentences=(top_reading(t, shops),),
            picture=top_picture(t, known, shops, title),
            narrow=True,
            url=address("marketplaces"),
        )
        yield _told(t, desk, drawn, _SHOPS)
    drawn = Section(
        said.coverage.title,
        t("country.coverage.unit"),
        sentences=(support_reading(t, known),),
        remarks=said.coverage.sentences,
        picture=support_picture(t, known),
        narrow=True,
        url=address(),
    )
    yield _told(t, desk, drawn, _COVERAGE)
    # On paper two narrow ones share a line: those of alike height side by side.
    for part in sorted(said.parts, key=lambda part: list(_BEHIND).index(part.key)):
        datasets, section = _BEHIND[part.key]
        table = Section(
            part.title,
            sentences=part.sentences if part.key in _SAID else (),
            remarks=part.sentences if part.key not in _SAID else (),
            table=_filled(part),
            narrow=part.key in _NARROW,
            url=address(section),
        )
        yield _told(t, desk, table, datasets)


def _filled(part: PrintedPart) -> Rows:
    """The table without columns in which nothing is said."""
    used = [at for at in range(len(part.head)) if any(row[at] for row in part.rows)]
    rows = tuple(tuple(row[at] for at in used) for row in part.rows)
    return Rows(tuple(part.head[at] for at in used), rows)


def _told(t: Language, desk: Desk, section: Section, datasets: tuple[str, ...]) -> Section:
    """The section with its source, mark and notes; without its content where a source forbids that."""
    catalog = desk.catalog
    estimated = bool(_ESTIMATES & set(datasets))
    source = source_sentence(t, catalog, datasets)
    notes = brief_notes(t, catalog, datasets, estimated)
    if any(catalog.tiers[catalog.datasets[name].licence.tier].download == "none" for name in datasets):
        why = t("takeaway.withheld", why=t("export.refused.not_downloadable"))
        return Section(section.title, source=source, url=section.url, withheld=why)
    mark = t("cards.estimated") if estimated else ""
    return replace(section, mark=mark, source=source, notes=notes)


def source_sentence(t: Language, catalog: Catalog, datasets: tuple[str, ...]) -> str:
    """One sentence naming producer, vintage and licence of each dataset, as under a chart of the app."""
    parts = []
    for name in datasets:
        one = catalog.datasets[name]
        parts.append(
            t(
                "cards.source_of",
                producer=words_of(t, one, "producer", one.origin.producer),
                title=t(one.title_key),
                vintage=t.day(one.vintage),
                licence=words_of(t, one, "licence", one.licence.name),
            )
        )
    return t("cards.sources", sources="; ".join(dict.fromkeys(parts)))
