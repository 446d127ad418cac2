"""Words and numbers that all sections of the page share: names, times, amounts, ranges."""

from __future__ import annotations

from components import loaders
from components.i18n import Language
from components.views.processes import known
from data.catalog.indicator import Names
from data.catalog.process_step import Range, Step

_HOURS_OF_DAY = 24
# Shorter times than this are told in hours.
_LONGEST_IN_HOURS = 48
_SHARES = ("cost_share", "burden_share", "automatic_share", "manual_share")
TIMES = ("elapsed_hours", "delivery_hours", "work_hours")
MONEY = ("cost_usd", "tax_usd")


def said(t: Language, names: Names | None) -> str:
    """A text of a study in the reader's language."""
    return "" if names is None else str(getattr(names, t.code))


def title(t: Language, process: str) -> str:
    """The title of a study."""
    return said(t, known.study(process).title)


def route(t: Language, process: str) -> str:
    """From where to where."""
    names, one = loaders.country_names(t.code), known.study(process)
    return t("processes.route", exporter=names[one.exporter], importer=names[one.importer])


def about(t: Language, process: str, variant: str) -> str:
    """The study and its variant, for titles of cards."""
    return t("processes.about", title=title(t, process), variant=t.code_label("process_variant", variant))


def step(t: Language, process: str, variant: str, name: str) -> str:
    """A step as `3 Pack the parcel`."""
    number = known.numbers(process, variant)[name]
    return f"{number} {said(t, known.steps(process, variant)[name].name)}"


def actor(t: Language, process: str, name: str) -> str:
    """The name of an actor."""
    return said(t, known.study(process).actors[name].name)


def duration(t: Language, hours: float) -> str:
    """A time in hours, or in days from two on."""
    if hours < _LONGEST_IN_HOURS:
        digits = 0 if hours >= 10 or hours == round(hours) else 1 if hours >= 1 else 2
        key = "processes.hour" if hours == 1 else "processes.hours"
        return t(key, value=t.number(hours, digits))
    return t("processes.days", value=t.number(hours / _HOURS_OF_DAY, 1))


def days(hours: float) -> float:
    """Hours as days."""
    return hours / _HOURS_OF_DAY


def money(t: Language, usd: float) -> str:
    """An amount in United States dollars."""
    return t("processes.usd", value=t.number(usd, 0 if usd == round(usd) else 2))


def spread(t: Language, low: str, typical: str, high: str) -> str:
    """The usual value with the least and the most; one value where all are the same."""
    if low == high:
        return typical
    return t("processes.spread", low=low, typical=typical, high=high)


def time_of(t: Language, one: Step) -> str:
    """How long a step takes."""
    return spread(t, *(duration(t, getattr(one.hours, case)) for case in ("min", "typical", "max")))


def cost_of(t: Language, one: Step) -> str:
    """What a step costs, taxes included."""
    parts: list[Range] = [one.cost_usd, *([one.tax_usd] if one.tax_usd else [])]
    ends = (sum(getattr(part, case) for part in parts) for case in ("min", "typical", "max"))
    return spread(t, *(money(t, amount) for amount in ends))


def measure(t: Language, name: str, value: float) -> str:
    """A value of a measure (codes of process_measure) with its unit."""
    if name in TIMES:
        return duration(t, value)
    if name in MONEY:
        return money(t, value)
    return t.percent(value, 0) if name in _SHARES else t.number(value)


def areas(t: Language) -> tuple[tuple[str, str], ...]:
    """Buy, ship, pay with their words."""
    return tuple(
        (code, t.code_label("process_area", code)) for code in loaders.catalog().codes["process_area"]
    )
