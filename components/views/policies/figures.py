"""Key figures of the register: how much it holds, how sure it is, and how much of it reaches abroad."""

from __future__ import annotations

from components import loaders
from components.i18n import Language
from components.views.cards import Metric, draw_metrics
from data.analysis.policies.counts import certainty


def draw_figures(t: Language) -> None:
    """Draw the row."""
    rows = loaders.policies()
    per_country = rows.groupby("ref_area").size()
    sourced = (rows["verification"] == "sourced").mean()
    every, after = certainty(rows), certainty(rows[rows["pandemic"] == "yes"])
    figures = {
        "measures": (
            t.number(every.entries),
            t("policies.figures.different", count=t.number(every.different)),
        ),
        "countries": (
            t.number(per_country.size),
            t("policies.figures.least", count=t.number(int(per_country.min()))),
        ),
        "sourced": (t.percent(sourced, 0), ""),
        "running": (
            t.percent(every.running / every.entries, 0),
            t("policies.figures.not_known", share=t.percent(every.unknown / every.entries, 0)),
        ),
        "abroad": (t.percent(rows["abroad"].mean(), 0), ""),
        "pandemic": (
            t.number(after.entries),
            t(
                "policies.figures.survived",
                different=t.number(after.different),
                count=t.number(after.running),
            ),
        ),
    }
    draw_metrics(
        t,
        [
            Metric(
                t(f"policies.figures.{name}.label"),
                value,
                note=note,
                help=t(f"policies.figures.{name}.help"),
            )
            for name, (value, note) in figures.items()
        ],
        key="policies",
    )
