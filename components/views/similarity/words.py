"""Words and numbers that all sections of the page share."""

from __future__ import annotations

from components import loaders
from components.i18n import Language
from components.views.regulation import known
from components.views.regulation.choice import ALL
from components.views.similarity import frames
from components.views.similarity.choice import Choice

_MINUS = "\u2212"


def share(t: Language, value: float) -> str:
    """A similarity in per cent; the mark of a missing one when there is none."""
    return t("cards.missing_mark") if value != value else t.percent(value, 1)


def points(t: Language, value: float) -> str:
    """A change of similarity in percentage points, with its sign."""
    if value != value:
        return t("cards.missing_mark")
    shown = round(100 * value, 2)
    sign = "+" if shown > 0 else _MINUS if shown < 0 else ""
    return t("similarity.points", value=f"{sign}{t.number(abs(shown), 2)}")


def level(t: Language, value: float) -> str:
    """A mean score with two digits."""
    return t("cards.missing_mark") if value != value else t.number(value, 2)


def step(t: Language, value: float) -> str:
    """A change of a mean score, with its sign."""
    if value != value:
        return t("cards.missing_mark")
    shown = round(value, 3)
    sign = "+" if shown > 0 else _MINUS if shown < 0 else ""
    return f"{sign}{t.number(abs(shown), 3)}"


def way(t: Language, layer: str, old: str, new: str) -> str:
    """From one answer to another."""
    return t("similarity.way", old=known.answer_name(t, layer, old), new=known.answer_name(t, layer, new))


def names(t: Language, areas: tuple[str, ...]) -> str:
    """Countries as a list; a word for none."""
    called = loaders.country_names(t.code)
    return t.listing(called[area] for area in areas) if areas else t("similarity.nobody")


def about(t: Language, choice: Choice) -> str:
    """What is compared: layer, group and year, for titles."""
    said = t(f"regulation.layers.{choice.layer}")
    if choice.group != ALL:
        said = t("similarity.of_group", layer=said, group=known.group_name(t, choice.layer, choice.group))
    return said if choice.year is None else t("similarity.in_year", what=said, year=choice.year)


def unit(t: Language, choice: Choice) -> str:
    """How similarity is taken."""
    said = t(f"similarity.units.{choice.kind}")
    return t("similarity.units.own_weights", unit=said) if own_weights(choice) else said


def warned(t: Language, unit: str) -> str:
    """A unit with the sentence that similar is not better: under the title it goes along into every file."""
    return t("similarity.units.warned", unit=unit, warning=t("similarity.not_better"))


def own_weights(choice: Choice) -> bool:
    """Whether the reader's own weights bear on what is shown."""
    return choice.layer == known.RDTII and choice.weights.own and choice.group == ALL


def notes(t: Language, choice: Choice, *more: str) -> str:
    """What is said under every card: what is suppressed, who is missing."""
    said = list(more)
    missing = frames.missing(choice.plain)
    if choice.layer == known.RDTII:
        said.append(t("similarity.unscored", count=t.number(len(missing))))
    elif missing:
        said.append(t("similarity.missing", countries=names(t, missing)))
    return " ".join(said)


def datasets(choice: Choice) -> tuple[str, ...]:
    """The datasets behind a layer."""
    return known.DATASETS[choice.layer]
