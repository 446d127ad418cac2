"""What a country profile says, in the reader's language: values, places, and the three sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.i18n import Language
from data.analysis.country.desk import FRAMEWORK, RDTII, TREATIES, Desk
from data.analysis.country.figures import INDICATORS, SHARES
from data.analysis.country.gaps import DETERMINANTS, MEASURES, Example, Gap
from data.analysis.country.sentences import GOOD_PRACTICE, Sentences
from data.analysis.country.standing import Place, Standing
from data.analysis.regulation.answers import TRACKER

_EXPLORER = {"metric": "per_user", "freq": "A"}


@dataclass(frozen=True)
class Said:
    """A sentence, its heading, and the view that holds the rows behind it (page and query; none: empty)."""

    title: str
    text: str
    link: str
    page: str = ""
    query: Mapping[str, str] | None = None


def country_name(t: Language, desk: Desk, area: str) -> str:
    """The name of a member in UN usage."""
    return str(desk.countries.at[area, f"name_{t.code}"])


def indicator_value(t: Language, desk: Desk, indicator: str, value: float, year: int | None) -> str:
    """The value of an indicator with its unit and year."""
    when = "" if year is None else str(year)
    unit = desk.catalog.indicators[indicator].unit
    if unit.startswith("percent"):
        return t("country.value_year", value=t.percent(value / 100), year=when)
    size = abs(value)
    said = t.compact(value) if size >= 1e5 else t.number(value, 0 if size >= 1000 else 1 if size >= 10 else 2)
    return t("country.value_unit", value=said, unit=t.code_label("unit", unit), year=when)


def figure_value(t: Language, desk: Desk, name: str, value: float) -> str:
    """The value of a key figure, short, without unit or year."""
    if name in SHARES:
        return t.percent(value, 0 if name == "rules" else 1)
    if name in INDICATORS:
        if desk.catalog.indicators[name].unit == "percent":
            return t.percent(value / 100)
        return t.number(value, 0 if value >= 1000 else 1)
    return t.compact(value) if name == "visits" else t.number(value, 1 if name == "per_user" else 0)


def place_text(t: Language, place: Place) -> str:
    """A place among all, e.g. '3 of 36', and whether it is shared."""
    key = "country.place_tied" if place.ties else "country.place"
    return t(key, rank=t.number(place.rank), of=t.number(place.of))


def item_name(t: Language, desk: Desk, layer: str, item: str) -> str:
    """What a gap or reform is about: topic of law, treaty, RDTII indicator, indicator, kind of measure."""
    if layer == DETERMINANTS:
        return desk.catalog.indicators[item].name_in(t.code)
    if layer == MEASURES:
        instrument, _, group = item.partition(".")
        said = t.code_label("instrument", instrument), t.code_label("target_group", group)
        return t("policies.cell", instrument=said[0], group=said[1])
    if layer == TREATIES:
        return t.code_label("treaty", item)
    if layer == RDTII:
        rows = desk.rdtii_indicators
        return f"{item} {rows.loc[rows['indicator'] == item, f'title_{t.code}'].iloc[0]}"
    if item.startswith(TRACKER):
        area = t.code_label("cyberlaw_area", item.removeprefix(TRACKER))
        return t("regulation.tracker_item", area=area)
    return t.code_label("law_topic", item)


def said_sentences(t: Language, desk: Desk, area: str, held: Sentences, peers: str) -> tuple[Said, ...]:
    """The three sentences with their links; `peers`: how peers are chosen, as the address has it."""
    return (
        _stand(t, desk, area, held.stand),
        _gap(t, desk, area, held.gap, peers),
        _example(t, desk, held.example),
    )


def _stand(t: Language, desk: Desk, area: str, found: Standing | None) -> Said:
    title, link = t("country.stand.title"), t("country.stand.rows")
    if found is None or found.among_all is None:
        return Said(title, t("country.stand.none"), link)
    official = found.figure in desk.catalog.indicators
    if official:
        name = item_name(t, desk, DETERMINANTS, found.figure)
        value = indicator_value(t, desk, found.figure, found.value, found.year)
        theme = desk.catalog.indicators[found.figure].theme
        page, query = "determinants", {"section": "profile", "profile": area, "theme": theme}
    else:
        name, value = (
            t(f"country.figures.{found.figure}.label"),
            figure_value(t, desk, found.figure, found.value),
        )
        page, query = desk.region_of[area], {"country": area, **_EXPLORER}
    place = place_text(t, found.among_all)
    if found.in_region is None:
        said = [t("country.stand.all", figure=name, value=value, place=place)]
    else:
        said = [
            t(
                "country.stand.both",
                figure=name,
                value=value,
                place=place,
                region_place=place_text(t, found.in_region),
                region=t.code_label("region", desk.region_of[area]),
            )
        ]
    if found.years and found.years[0] != found.years[1]:
        said.append(t("country.stand.years", first=found.years[0], last=found.years[1]))
    if found.estimated:
        said.append(t("country.stand.estimate"))
    return Said(title, " ".join(said), link, page, query)


def _gap(t: Language, desk: Desk, area: str, gap: Gap | None, peers: str) -> Said:
    title, link = t("country.gap.title"), t("country.gap.rows")
    if gap is None:
        benchmark = {"section": "benchmark", "country": area, "peers": peers}
        return Said(title, t("country.gap.none"), link, "msme_policies", benchmark)
    words: dict[str, object] = {
        "item": item_name(t, desk, gap.layer, gap.item),
        "having": t.number(gap.having),
        "peers": t.number(gap.peers),
    }
    if gap.layer == DETERMINANTS and gap.value is not None:
        words["value"] = indicator_value(t, desk, gap.item, gap.value, gap.year)
    key = f"country.gap.{gap.layer}_{gap.own}" if gap.layer == FRAMEWORK else f"country.gap.{gap.layer}"
    page, query = _rows_of(desk, gap.layer, gap.item, area)
    if gap.layer == MEASURES:
        page, query = "msme_policies", {"section": "benchmark", "country": area, "peers": peers}
    return Said(title, t(key, **words), link, page, query)


def _rows_of(desk: Desk, layer: str, item: str, area: str) -> tuple[str, dict[str, str]]:
    """The view that shows what a country answers to an item."""
    if layer == DETERMINANTS:
        theme = desk.catalog.indicators[item].theme
        return "determinants", {"section": "profile", "profile": area, "theme": theme}
    return "regulatory_matrix", {"layer": layer, "cell": f"{area}:{item}", "country": area}


def _example(t: Language, desk: Desk, found: Example | None) -> Said:
    title, link = t("country.example.title"), t("country.example.rows")
    if found is None:
        return Said(title, t("country.example.none"), link)
    country = country_name(t, desk, found.area)
    if found.layer in (MEASURES, GOOD_PRACTICE):
        text = _measure(t, desk, found, country)
        return Said(title, text, link, "msme_policies", {"policy": found.evidence})
    page, query = _rows_of(desk, found.layer, found.item, found.area)
    item = item_name(t, desk, found.layer, found.item)
    if found.layer == DETERMINANTS and found.value is not None:
        value = indicator_value(t, desk, found.item, found.value, found.year)
        text = t("country.example.determinants", item=item, country=country, value=value)
    elif found.layer == TREATIES:
        text = _dated(t, "treaties", found.year, item=item, country=country)
    elif found.evidence.startswith(TRACKER):
        text = t("country.example.tracker", country=country, item=item)
    else:
        law = law_title(desk, found.evidence.split(";")[0])
        text = _dated(t, "framework", found.year, item=item, country=country, name=law)
    return Said(title, text, link, page, query)


def _dated(t: Language, layer: str, year: int | None, **words: object) -> str:
    if year is None:
        return t(f"country.example.undated.{layer}", **words)
    return t(f"country.example.since.{layer}", year=year, **words)


def _measure(t: Language, desk: Desk, found: Example, country: str) -> str:
    row = desk.policies.set_index("policy_id").loc[found.evidence]
    words = {"country": country, "name": measure_title(t, desk, found.evidence), "agency": row["agency"]}
    if found.layer == GOOD_PRACTICE:
        return t("country.example.good_practice", **words)
    item = item_name(t, desk, found.layer, found.item)
    return _dated(t, "measures", found.year, item=item, **words)


def measure_title(t: Language, desk: Desk, policy_id: str) -> str:
    """The name of a measure in the reader's language, else in English."""
    row = desk.policies.set_index("policy_id").loc[policy_id]
    return str(row[f"name_{t.code}"] or row["name_en"])


def own_note(t: Language, desk: Desk, own: str, own_ids: str) -> str:
    """Why a lack may be less than it seems (see policies.benchmark.compare); empty where nothing says so."""
    if own in ("", "none"):
        return ""
    names = [measure_title(t, desk, one) for one in own_ids.split(";") if one]
    return t(f"policies.benchmark.own.{own}", names=t.listing(names))


def law_title(desk: Desk, law_id: str) -> str:
    """The name of a law in its own language, else in English, with its number."""
    row = desk.laws.set_index("law_id").loc[law_id]
    names = [row[name] for name in ("instrument_local", "instrument_en") if isinstance(row[name], str)]
    named = next((name for name in names if name), law_id)
    number = row["citation_number"]
    return f"{named} ({number})" if isinstance(number, str) and number and number not in named else named
