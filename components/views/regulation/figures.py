"""What the database holds, in four figures that say how far it can be trusted."""

from __future__ import annotations

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views.cards import Metric, draw_metrics


def draw_figures(t: Language) -> None:
    """Draw the row of figures."""
    draw_metrics(t, list(_figures(t)), key="regulation")


@kept
def _figures(t: Language) -> tuple[Metric, ...]:
    laws, treaties = loaders.laws(), loaders.treaty_status()
    found = laws[laws["status"] != "unknown"]
    sourced = (found["verification"] == "sourced").mean()
    known = treaties["status"] != "unknown"
    cells = laws[["ref_area", "topic"]].drop_duplicates()
    answered = found[["ref_area", "topic"]].drop_duplicates()
    return (
        Metric(
            t("regulation.figures.laws"),
            t.number(int((laws["status"].isin(["in_force", "partially_in_force"])).sum())),
            note=t("regulation.figures.laws_note", share=t.percent(float(sourced), 0)),
        ),
        Metric(
            t("regulation.figures.answered"),
            t.percent(len(answered) / len(cells), 0),
            note=t("regulation.figures.answered_note", count=t.number(len(cells))),
        ),
        Metric(
            t("regulation.figures.treaties"),
            t.percent(float((known & (treaties["verification"] == "sourced")).mean()), 0),
            note=t("regulation.figures.treaties_note", count=t.number(len(treaties))),
        ),
        Metric(
            t("regulation.figures.measures"),
            t.number(len(loaders.rdtii_measures())),
            note=t("regulation.figures.measures_note", count=loaders.rdtii_measures()["ref_area"].nunique()),
        ),
    )
