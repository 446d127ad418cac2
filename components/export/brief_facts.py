"""What every slide deck and brief says about itself: sources, licences, version, date, how to cite."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from components.export.citation import Citation, cite
from components.export.described import licence_words
from components.i18n import Language
from data.catalog import Catalog, Dataset


def brief_facts(
    t: Language,
    catalog: Catalog,
    datasets: Iterable[str | Dataset],
    *,
    title: str,
    url: str,
    created: str,
    maps: bool = True,
) -> tuple[tuple[str, str], ...]:
    """Pairs of heading and text for files that rest on `datasets`, made on the day `created` (ISO).

    `maps`: whether the file may hold maps, whose names and borders need a word.
    """
    held = _described(catalog, datasets)
    made = Citation(
        producer=t("frame.title"),
        title=title,
        year=created[:4],
        url=url,
        accessed=date.fromisoformat(created),
        pattern=t("export.citation"),
    )
    sources = dict.fromkeys(one.origin.citation for one in held)
    licences: dict[str, list[str]] = {}
    for one in held:
        licences.setdefault(licence_words(t, one), []).append(t(one.title_key))
    version = catalog.app.version
    if held:
        vintage = max(one.vintage for one in held)
        version = t("takeaway.version_of", version=version, day=t.day(vintage))
    facts = [
        (t("takeaway.cite"), cite(made, t.day(created))),
        *((t("export.sources"), said) for said in sources),
        *((t("export.licence"), f"{said}: {'; '.join(titles)}") for said, titles in licences.items()),
        (
            t("takeaway.version"),
            t("takeaway.version_of", version=catalog.app.version, day=t.day(vintage)) if held else "",
        ),
        (t("export.created"), t.day(created)),
        (t("export.url"), url),
        (t("takeaway.maps"), t("frame.map_disclaimer") if maps else ""),
    ]
    return tuple((name, said) for name, said in facts if said)


def brief_notes(
    t: Language, catalog: Catalog, datasets: Iterable[str | Dataset], estimated: bool
) -> tuple[str, ...]:
    """What a speaker should know of figures from `datasets`: what an estimate is, the datasets' caveats."""
    said = [t("cards.estimated_help")] if estimated else []
    said += [t(key) for one in _described(catalog, datasets) for key in one.caveat_keys]
    return tuple(dict.fromkeys(said))


def _described(catalog: Catalog, datasets: Iterable[str | Dataset]) -> list[Dataset]:
    """Descriptions in the order given, each once; a dataset that the catalogue lacks brings its own."""
    held = [catalog.datasets[one] if isinstance(one, str) else one for one in datasets]
    return list({one.id: one for one in held}.values())
