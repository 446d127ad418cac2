"""Key figures of the register: how much it holds, how sure it is, and how much of it reaches abroad."""

from __future__ import annotations

from components import loaders
from components.i18n import Language
from components.views.cards import Metric, draw_metrics


def draw_figures(t: Language) -> None:
    """Draw the row."""
    rows = loaders.policies()
    per_country = rows.groupby("ref_area").size()
    sourced = (rows["verification"] == "sourced").mean()
    after = rows[rows["pandemic"] == "yes"]
    figures = {
        "measures": (t.number(len(rows)), ""),
        "countries": (
            t.number(per_country.size),
            t("policies.figures.least", count=t.number(int(per_country.min()))),
        ),
        "sourced": (t.percent(sourced, 0), ""),
        "in_place": (t.percent((rows["phase"] == "in_place").mean(), 0), ""),
        "abroad": (t.percent(rows["abroad"].mean(), 0), ""),
        "pandemic": (
            t.number(len(after)),
            t("policies.figures.survived", count=t.number(int((after["status"] == "running").sum()))),
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
