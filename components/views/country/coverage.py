"""How well a country is known, layer by layer, and what is missing."""

from __future__ import annotations

import pandas as pd

from components.charts.country import PARTS, build_support_chart
from components.export.country_brief import counted, lacking
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.country import known
from components.views.country.choice import Choice
from data.analysis.country.coverage import OPEN, Coverage

_DATASETS = ("marketplace", "traffic_evidence", "indicators", "law", "treaty_status", "policy")
# In the table the whole list of what is missing may be read.
_ALL = 400


def draw_coverage(t: Language, choice: Choice) -> None:
    """Draw the meter."""
    draw_card(t, coverage_card(t, choice, labels.theme()))


@kept
def coverage_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The meter of a country: what is supported, weaker and missing in each layer."""
    found = [one for one in known.summary(choice).coverage if one.total]
    # Of an open register nobody knows how much is missing: it is neither best nor worst.
    closed = [one for one in found if one.layer not in OPEN]
    ranked = sorted(closed, key=lambda one: -one.sourced / one.total)
    words = {f"support_{part}": t(f"country.coverage.{part}") for part in PARTS}
    words |= {
        "layer": t("country.brief.layer"),
        "support": t("country.coverage.support"),
        "entries": t("country.coverage.entries"),
    }
    return Card(
        key="country-coverage",
        title=t("country.coverage.title"),
        unit=t("country.coverage.unit"),
        reading=t("country.coverage.reading", best=_said(t, ranked[0]), worst=_said(t, ranked[-1])),
        spec=build_support_chart(
            language=t.code, theme=theme, labels={**labels.chart(t), **words}, rows=len(found)
        ),
        frame=_drawn(t, found),
        table=_table(t, found),
        datasets=_DATASETS,
        note=t("country.coverage.note"),
    )


def _name(t: Language, one: Coverage) -> str:
    return t(f"country.coverage.layers.{one.layer}")


def _said(t: Language, one: Coverage) -> str:
    return t("country.value_year", value=_name(t, one), year=counted(t, one))


def _drawn(t: Language, found: list[Coverage]) -> pd.DataFrame:
    rows = []
    for one in found:
        for part in PARTS:
            count = getattr(one, part)
            said = t("country.coverage.count", part=t.number(count), whole=t.number(one.total))
            rows.append(
                {
                    "label": _name(t, one),
                    "code": part,
                    "code_label": t(f"country.coverage.{part}"),
                    "share": count / one.total,
                    "share_text": t.number(count),
                    "count_text": said,
                }
            )
    return pd.DataFrame(rows)


def _table(t: Language, found: list[Coverage]) -> Table:
    desk = known.desk()
    frame = pd.DataFrame(
        {
            "layer": [_name(t, one) for one in found],
            **{part: [getattr(one, part) for one in found] for part in PARTS},
            "lacking": [lacking(t, desk, one, _ALL) for one in found],
        }
    )
    columns = [Column(part, t(f"country.coverage.{part}"), "number") for part in PARTS]
    return Table(
        frame,
        (
            Column("layer", t("country.brief.layer")),
            *columns,
            Column("lacking", t("country.coverage.lacking")),
        ),
    )
