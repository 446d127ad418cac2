"""The law database: laws, titles of the tracker, treaties and measures, searched and narrowed together."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.i18n import Language, language
from components.kept import kept
from components.views import labels
from components.views.register import FacetView, Order, Register, draw_back, draw_register, opened
from components.views.regulation import law_words
from components.views.regulation.known import LAYERS
from components.views.regulation.law_page import draw_entry
from data.analysis.facets import Facet, FacetedRows
from data.analysis.regulation.entries import (
    LANGUAGES,
    LAW,
    MEASURE,
    TRACKER,
    TREATY,
    entries,
    entry_of_tracker,
)
from data.store.search import SearchIndex

# A word of the title says more of a law than one of its provision, and that more than its country's name.
_WEIGHTS = {f"title_{code}": 6.0 for code in LANGUAGES} | {"title_local": 6.0, "number": 6.0}
_WEIGHTS |= {f"provision_{code}": 2.0 for code in LANGUAGES}
_FIELDS = (*_WEIGHTS, "body", "words")
# Our own entries say more than a bare title, so they come first among those that fit alike.
_BOOSTS = {LAW: 1.0, TREATY: 1.0, MEASURE: 0.8, TRACKER: 0.6}
# What the card of an entry shows or the files hold, beside what is searched.
_DETAILS = (
    "year_enacted", "year_amended", "year_repealed", "coverage", "numeric_measure", "numeric_value",
    "numeric_unit", "numeric_scope", "rule_class", "official_url", "source_url", "as_of", "checked_on",
)  # fmt: skip
_FACETS = (
    FacetView(Facet("country", "ref_area"), "register.facets.country", labels.area_name, place="bar"),
    FacetView(Facet("topic", "topic"), "register.facets.topic", law_words.topic_label, place="bar"),
    FacetView(
        Facet("layer", "layer"),
        "laws.facets.layer",
        lambda t, code: t(f"regulation.layers.{code}"),
        codes=LAYERS,
    ),
    FacetView(
        Facet("region", "region"), "register.facets.region", lambda t, code: t.code_label("region", code)
    ),
    FacetView(
        Facet("status", "status"),
        "register.facets.status",
        lambda t, code: t.code_label("law_status", code),
        codes=("in_force", "partially_in_force", "draft", "none", "unknown"),
    ),
    FacetView(Facet("type", "type"), "laws.facets.type", law_words.type_label),
    FacetView(
        Facet("pillar", "pillar"),
        "laws.facets.pillar",
        law_words.pillar_label,
        codes=tuple(str(number) for number in range(1, 13)),
    ),
    FacetView(
        Facet("verification", "verification"),
        "register.facets.verification",
        lambda t, code: t.code_label("verification", code),
    ),
    FacetView(Facet("years", "year", "years"), "register.facets.years"),
)
_ORDERS = (
    Order("country", "register.orders.country", ("country_{language}", "kind", "topic", "entry")),
    Order("newest", "register.orders.newest", ("year", "entry"), descending=("year",)),
    Order("oldest", "register.orders.oldest", ("year", "entry")),
    Order("name", "register.orders.name", ("title_{language}", "entry")),
)


def draw_laws(t: Language) -> None:
    """Draw the entry that the URL opens, else search, facets and results."""
    register = law_register()
    entry = opened(register)
    if entry:
        draw_back(t, register)
        draw_entry(t, register, entry)
    else:
        draw_register(t, register)


@kept
def law_register() -> Register:
    """All entries with their index and facets, made once."""
    rows = _rows()
    return Register(
        name="laws",
        record="law",
        key="entry",
        rows=rows,
        index=SearchIndex(rows, key="entry", fields=_FIELDS, weights=_WEIGHTS, boost="boost"),
        faceted=FacetedRows(rows, [view.facet for view in _FACETS]),
        facets=_FACETS,
        orders=_ORDERS,
        result=law_words.result,
        table=law_words.table,
        title="laws.table_title",
        unit="laws.table_unit",
        quoted={
            "title_local": "datasets.columns.instrument_local",
            "title_en": "datasets.columns.instrument_en",
            "title_es": "datasets.columns.title_es",
            "title_pt": "datasets.columns.title_pt",
            "number": "datasets.columns.citation_number",
            "body": "datasets.columns.body",
            "provision_en": "datasets.columns.key_provision_en",
            "provision_es": "datasets.columns.key_provision_es",
            "provision_pt": "datasets.columns.key_provision_pt",
        },
        file=law_words.file_table,
    )


def _rows() -> pd.DataFrame:
    countries = loaders.countries()
    spoken = {
        str(area): frozenset(str(codes).split(";"))
        for area, codes in zip(countries["ref_area"], countries["languages"], strict=True)
    }
    rows = entries(
        loaders.laws(),
        loaders.cyberlaw_laws(),
        loaders.treaties(),
        loaders.treaty_status(),
        loaders.rdtii_indicators(),
        loaders.rdtii_measures(),
        region_of=loaders.region_of(),
        languages_of=spoken,
    )
    rows = rows.join(_details(), on="entry").assign(boost=rows["kind"].map(_BOOSTS).astype(float))
    tongues = [language(code) for code in LANGUAGES]
    for t in tongues:
        names = loaders.country_names(t.code)
        rows[f"country_{t.code}"] = rows["ref_area"].map(names)
        rows[f"title_{t.code}"] = [
            title or t(f"laws.no_instrument.{status}", topic=law_words.topics_label(t, topic))
            for title, status, topic in zip(
                rows[f"title_{t.code}"], rows["status"], rows["topic"], strict=True
            )
        ]
    rows["words"] = [
        " ".join(_words(t, areas, topics, pillar) for t in tongues)
        for areas, topics, pillar in zip(rows["ref_area"], rows["topic"], rows["pillar"], strict=True)
    ]
    return rows


def _details() -> pd.DataFrame:
    """What only some registers have, by entry; the addresses behind an entry are its sources."""
    laws = loaders.laws().set_index("law_id").reindex(columns=_DETAILS)
    treaties = loaders.treaties().set_index("treaty").reindex(columns=_DETAILS)
    titles = loaders.cyberlaw_laws().copy()
    named = zip(titles["ref_area"], titles["area"], titles["position"], strict=True)
    titles.index = pd.Index([entry_of_tracker(str(area), str(about), int(at)) for area, about, at in named])
    measures = loaders.rdtii_measures().set_index("measure_id")
    cited = [
        titles[["url"]].set_axis(["source_url"], axis=1),
        measures[["urls"]].set_axis(["source_url"], axis=1),
    ]
    together = pd.concat([part.astype(object) for part in (laws, treaties, *cited)])
    return together.join(measures[["raw_score"]], how="left")


def _words(t: Language, areas: object, topics: object, pillar: object) -> str:
    """What an entry can also be found by: its countries and its subject, in one language."""
    named = [labels.area_name(t, area) for area in str(areas or "").split(";") if area]
    subjects = [law_words.topics_label(t, topics), law_words.pillar_label(t, str(pillar)) if pillar else ""]
    return " ".join([*named, *subjects])
