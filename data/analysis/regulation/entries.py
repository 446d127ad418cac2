"""All that the law database lists, in one frame: laws, titles of the tracker, treaties and measures."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

LANGUAGES = ("en", "es", "pt")
LAW, TRACKER, TREATY, MEASURE = "law", "tracker_title", "treaty", "rdtii_measure"
TAKES_PART = ("in_force", "enacted", "signed")
# The tracker's area that is none of our topics, and the topic that it comes nearest to.
_TOPIC = {"indirect_taxation": "vat_digital_services"}
COLUMNS = (
    "entry", "kind", "layer", "dataset", "ref_area", "region", "topic", "pillar", "status", "type", "year",
    "verification", "title_en", "title_es", "title_pt", "title_local", "number", "body",
    "provision_en", "provision_es", "provision_pt",
)  # fmt: skip


def entries(
    laws: pd.DataFrame,
    tracker: pd.DataFrame,
    treaties: pd.DataFrame,
    treaty_status: pd.DataFrame,
    indicators: pd.DataFrame,
    measures: pd.DataFrame,
    *,
    region_of: Mapping[str, str],
    languages_of: Mapping[str, frozenset[str]],
) -> pd.DataFrame:
    """One row per law, tracker title, treaty and measure, in this order, with the columns COLUMNS.

    `ref_area` of a treaty are all members that take part (in force, enacted or signed), joined by ';', as are
    its regions and topics. `title_<language>`: the title for readers of that language: the local title where
    the country speaks it, else the English one; missing where no instrument is known. `year`: entry into
    force, else adoption; of a treaty entry into force, else opening; of a measure its first year.
    `languages_of`: ISO3 -> official languages of the country.
    """
    parts = [
        _laws(laws, languages_of),
        _tracker(tracker),
        _treaties(treaties, treaty_status),
        _measures(measures, indicators),
    ]
    made = pd.concat([part.reindex(columns=COLUMNS).astype(object) for part in parts], ignore_index=True)
    made["region"] = [
        ";".join(sorted({region_of[area] for area in str(areas).split(";") if area in region_of}))
        for areas in made["ref_area"]
    ]
    return made.assign(year=pd.to_numeric(made["year"]).astype("Int64")).where(
        lambda frame: frame.notna(), None
    )


def entry_of_tracker(ref_area: str, area: str, position: int) -> str:
    """The id of a title of the tracker, which has none of its own."""
    return f"{ref_area.lower()}-{area}-t{position}"


def _laws(laws: pd.DataFrame, languages_of: Mapping[str, frozenset[str]]) -> pd.DataFrame:
    titles = {}
    for language in LANGUAGES:
        own = [language in languages_of.get(str(area), ()) for area in laws["ref_area"]]
        local = laws["instrument_local"].where(pd.Series(own, index=laws.index))
        titles[f"title_{language}"] = local.fillna(laws["instrument_en"])
    titles["title_en"] = laws["instrument_en"]
    provisions = {
        f"provision_{language}": laws[f"key_provision_{language}"].fillna(laws["key_provision_en"])
        for language in LANGUAGES
    }
    return laws.assign(
        entry=laws["law_id"],
        kind=LAW,
        layer="framework",
        dataset="law",
        type=laws["instrument_type"],
        year=laws["year_in_force"].fillna(laws["year_enacted"]),
        title_local=laws["instrument_local"],
        number=laws["citation_number"],
        **titles,
        **provisions,
    )


def _tracker(listed: pd.DataFrame) -> pd.DataFrame:
    # An address without a title says nothing that could be listed.
    tracker = listed[listed["title"].notna()]
    # A few titles carry the line break of the web page that they were on.
    title = tracker["title"].str.replace(r"\s*<br\s*/?>\s*", "; ", regex=True)
    named = zip(tracker["ref_area"], tracker["area"], tracker["position"], strict=True)
    return tracker.assign(
        entry=[entry_of_tracker(str(area), str(about), int(place)) for area, about, place in named],
        kind=TRACKER,
        layer="framework",
        dataset="cyberlaw_law",
        type=TRACKER,
        topic=tracker["area"].replace(_TOPIC),
        # The tracker is the page behind its own titles.
        verification="sourced",
        **{f"title_{language}": title for language in LANGUAGES},
    )


def _treaties(treaties: pd.DataFrame, status: pd.DataFrame) -> pd.DataFrame:
    inside = status[status["status"].isin(TAKES_PART)]
    members = inside.groupby("treaty")["ref_area"].agg(lambda areas: ";".join(sorted(map(str, areas))))
    return treaties.assign(
        entry=treaties["treaty"],
        kind=TREATY,
        layer="treaties",
        dataset="treaty",
        ref_area=treaties["treaty"].map(members),
        topic=treaties["topics"],
        type=treaties["kind"],
        year=treaties["year_in_force"].fillna(treaties["year_opened"]),
        body=treaties["depositary"],
    )


def _measures(measures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    known = indicators.set_index("indicator")
    return measures.assign(
        entry=measures["measure_id"],
        kind=MEASURE,
        layer="rdtii",
        dataset="rdtii_measure",
        type=MEASURE,
        pillar=measures["indicator"].map(known["pillar"]),
        year=measures["valid_from"],
        verification="sourced",
        number=measures["indicator"],
        **{f"title_{language}": measures["act"] for language in LANGUAGES},
        **{f"provision_{lang}": measures["indicator"].map(known[f"title_{lang}"]) for lang in LANGUAGES},
    )
