"""What the reader of the similarity page chose, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components import loaders, state
from components.kept import kept
from components.views.regulation import known
from components.views.regulation.choice import ALL, this_year, years
from components.views.regulation.scores_weights import Weights, pillars, read_weights
from components.views.similarity import partners
from data.analysis.regulation.facts import TRUSTS, Trust
from data.analysis.regulation.options import Direction
from data.analysis.regulation.panel import UNKNOWN, Change, Panel, panel_of
from data.analysis.regulation.scores import pillar_weights, possible_scores, score_code
from data.analysis.regulation.similarity import KINDS, Kind

SECTIONS = ("matrix", "network", "nearest", "time", "reforms", "joint", "board", "regions")
# How many reforms a plan may have.
COUNTS = tuple(str(count) for count in range(1, 11))
USUAL_COUNT = "3"


@dataclass(frozen=True)
class Choice:
    """Everything that decides what the page shows; hashable, so it can key a cache.

    year: None for today; partners: codes of countries and groups; changes: what the board supposes.
    """

    layer: str
    group: str
    kind: Kind
    trust: Trust
    year: int | None
    weights: Weights
    country: str
    partners: tuple[str, ...]
    count: int
    direction: Direction
    changes: tuple[Change, ...] = ()

    @property
    def plain(self) -> Choice:
        """The choice without what matters to one country alone, so that what all share is kept once."""
        return replace(self, country="", partners=(), count=0, direction="any", changes=())


def read() -> Choice:
    """The choice that the URL holds; what it does not know is noted and left out."""
    layer = state.one("layer", known.LAYERS, known.LAYERS[0])
    groups = tuple(dict.fromkeys(item.group for item in known.rules(layer).items))
    year = int(state.one("year", years(), years()[-1]))
    trust: Trust = "all" if state.one("trust", TRUSTS, TRUSTS[0]) == "all" else "sourced"
    when = None if year == this_year() else year
    return Choice(
        layer=layer,
        group=state.one("group", (ALL, *groups), ALL),
        kind="answer" if state.one("by", KINDS, KINDS[0]) == "answer" else "score",
        trust=trust,
        year=when,
        weights=read_weights() if layer == known.RDTII else equal(),
        country=_country(layer),
        partners=state.many("partner", partners.codes()),
        count=int(state.one("count", COUNTS, USUAL_COUNT)),
        direction=_direction(layer),
        changes=_changes(layer, when, trust),
    )


@kept
def equal() -> Weights:
    """The default: all pillars alike."""
    return Weights(tuple(pillar_weights(pillars()).items()))


def _country(layer: str) -> str:
    given = state.many("country", loaders.catalog().ref_areas)
    inside = [area for area in given if area in known.areas(layer)]
    return inside[0] if inside else known.areas(layer)[0]


def _direction(layer: str) -> Direction:
    """Up alone where the settings say so; else the reader's choice between both ways and towards open."""
    if loaders.catalog().regulation.layers[layer].direction == "up":
        return "up"
    return "down" if state.one("direction", ("any", "down"), "any") == "down" else "any"


@kept
def whole(layer: str, year: int | None, trust: Trust) -> Panel:
    """The answers of a layer as a table of numbers."""
    rules = known.rules(layer, year)
    return panel_of(known.answers(layer, year, trust), known.areas(layer), rules.items, rules.scores)


@kept
def allowed(layer: str) -> dict[str, tuple[str, ...]]:
    """The answers that each item of a layer can have."""
    rules = known.rules(layer)
    if layer != known.RDTII:
        answers = _told_apart(layer, tuple(rules.scores))
        return {item.code: answers.get(item.code, tuple(rules.scores)) for item in rules.items}
    frame = loaders.rdtii_indicators()
    said = dict(zip(frame["indicator"], frame["possible_scores"], strict=True))
    return {
        item.code: tuple(score_code(score) for score in possible_scores(said[item.code]))
        for item in rules.items
    }


def _told_apart(layer: str, answers: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Treaty -> its answers: a model law is enacted and never signed, a treaty in force and never enacted."""
    if layer != known.TREATIES:
        return {}
    treaties = loaders.treaties()
    model = set(treaties.loc[treaties["kind"] == "model_law", "treaty"])
    return {
        treaty: tuple(
            answer
            for answer in answers
            if answer not in (("in_force", "signed") if treaty in model else ("enacted",))
        )
        for treaty in treaties["treaty"]
    }


def _changes(layer: str, year: int | None, trust: Trust) -> tuple[Change, ...]:
    """What `set=PER:cross_border_data:in_force` supposes; the last one of a cell stands."""
    panel, answers = whole(layer, year, trust), allowed(layer)
    found: dict[tuple[str, str], Change] = {}
    for value in state.given("set"):
        area, _, rest = value.partition(":")
        item, _, answer = rest.partition(":")
        if (
            area not in panel.areas
            or item not in panel.item_codes
            or answer not in answers[item]
            or panel.codes[panel.row(area), panel.column(item)] == UNKNOWN
        ):
            state.ignore("set", value)
        elif panel.answer(area, item) != answer:
            found[area, item] = Change(area, item, answer)
    return tuple(found.values())


def to_set(changes: tuple[Change, ...]) -> list[str]:
    """Changes as the URL holds them."""
    return [":".join(change) for change in changes]
