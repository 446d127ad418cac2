"""The section of an explorer that asks what may explain its visits, with the countries chosen there."""

from __future__ import annotations

from components.i18n import Language
from components.links import draw_link
from components.views.choice import Choice as ExplorerChoice
from components.views.determinants import choice as choices
from components.views.determinants.controls import draw_pair
from components.views.determinants.explore import draw_pair_result


def draw_determinants_section(t: Language, explorer: ExplorerChoice) -> None:
    """Draw the pair of the URL for the explorer's countries, and the way to the whole page."""
    choice = choices.read(explorer.countries)
    draw_pair(t, choice)
    draw_pair_result(t, choice)
    draw_link(
        t,
        "determinants",
        t("determinants.open"),
        {
            "outcome": choice.outcome,
            "indicator": choice.determinant.indicator,
            "country": list(explorer.countries),
        },
        icon=":material/arrow_forward:",
    )
