"""What is known of a country, computed once per choice and never changed, and the words for it."""

from __future__ import annotations

from components import loaders
from components.export.country_brief import CountryBrief, country_brief
from components.i18n import Language
from components.kept import kept
from components.views.country.choice import Choice
from data.analysis.country.desk import Desk
from data.analysis.country.figures import figures
from data.analysis.country.standing import Figure, Standing
from data.analysis.country.summary import CountrySummary, standings, summarise


@kept
def desk() -> Desk:
    """All tables of a profile."""
    return Desk(
        catalog=loaders.catalog(),
        countries=loaders.countries(),
        storefronts=loaders.storefronts(),
        monthly=loaders.monthly(),
        origin=loaders.origin(),
        people=loaders.people(),
        evidence=loaders.evidence(),
        indicators=loaders.indicators(),
        users=loaders.internet_users(),
        policies=loaders.policies(),
        good_practices=loaders.good_practices(),
        laws=loaders.laws(),
        treaties=loaders.treaties(),
        treaty_status=loaders.treaty_status(),
        cyberlaw_status=loaders.cyberlaw_status(),
        rdtii_indicators=loaders.rdtii_indicators(),
        rdtii_measures=loaders.rdtii_measures(),
    )


@kept
def all_figures() -> dict[str, Figure]:
    """The key figures of all members."""
    return figures(desk())


@kept
def summary(choice: Choice) -> CountrySummary:
    """Everything that the profile of a choice says."""
    return summarise(desk(), choice.area, kind=choice.kind, by_hand=choice.by_hand, known=all_figures())


@kept
def brief(t: Language, choice: Choice) -> CountryBrief:
    """The same in the reader's language."""
    return country_brief(t, desk(), summary(choice))


@kept
def standings_of(area: str) -> dict[str, Standing | None]:
    """The figures of any member with its places."""
    return standings(all_figures(), desk(), area)
