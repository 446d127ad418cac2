"""What the numbers are: what is counted, how an estimate is made, what it rests on, its limits."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.i18n import Language
from components.views.cards import Column, Metric, Table, draw_metrics, draw_table, source_line
from components.views.methods import known
from components.views.methods.section_link import draw_section_link

_STEPS = ("level", "split", "time", "season", "origin", "people")
_PER_ROW = 3


def draw_numbers(t: Language) -> None:
    """Draw the section."""
    _facts(t)
    span = loaders.catalog().app.data_span
    scope = {
        "members": t.number(len(loaders.countries())),
        "start": t.period(span.start),
        "end": t.period(span.end),
    }
    _side_by_side(
        f"### {t('methods.numbers.counted_title')}\n{t('methods.numbers.counted', **scope)}",
        f"### {t('methods.numbers.not_counted_title')}\n{t('methods.numbers.not_counted')}",
    )
    _steps(t)
    _classes(t)
    held = {
        "count": t.number(known.part("A").storefronts),
        "list": t.number(known.largest_provider()),
    }
    _side_by_side(
        *(
            f"#### {t(f'methods.numbers.{part}_title')}\n{t(f'methods.numbers.{part}', **held)}"
            for part in ("interval", "stands", "limits")
        )
    )
    draw_section_link(t("methods.numbers.to_quality"), "quality", key="quality")


def _facts(t: Language) -> None:
    anchored = known.part("A")
    values = {
        "storefronts": t.number(len(loaders.storefronts())),
        "figures": t.number(len(loaders.published())),
        "anchored": t.number(anchored.storefronts),
        "share": t.percent(anchored.share, 0),
    }
    draw_metrics(
        t,
        [
            Metric(
                t(f"methods.numbers.facts.{name}.label"), value, help=t(f"methods.numbers.facts.{name}.help")
            )
            for name, value in values.items()
        ],
        key="methods",
    )


def _side_by_side(*texts: str) -> None:
    for column, said in zip(st.columns(len(texts), gap="large"), texts, strict=True):
        column.markdown(said)


def _steps(t: Language) -> None:
    st.markdown(f"### {t('methods.numbers.how_title')}\n{t('methods.numbers.how_lead')}")
    for first in range(0, len(_STEPS), _PER_ROW):
        row = _STEPS[first : first + _PER_ROW]
        for column, name in zip(st.columns(_PER_ROW, gap="small"), row, strict=True):
            column.container(border=True, height="stretch").markdown(t(f"methods.numbers.steps.{name}"))


def _classes(t: Language) -> None:
    mix = known.mix()
    shown = mix.assign(
        label=[t.code_label("evidence_class", code) for code in mix.index],
        rests_on=[t(f"methods.numbers.rests.{code}") for code in mix.index],
    )
    st.markdown(f"### {t('methods.numbers.classes_title')}")
    columns = (
        Column("label", t("columns.evidence")),
        Column("rests_on", t("methods.numbers.rests_on")),
        Column("storefronts", t("columns.storefronts"), "number"),
        Column("share", t("columns.share_visits"), "percent"),
    )
    draw_table(t, Table(shown, columns), t("methods.numbers.classes_title"))
    published, compared = known.part("A"), known.part("D")
    by_region = known.published_by_region()
    st.markdown(
        t(
            "methods.numbers.classes_reading",
            count=t.number(published.storefronts),
            total=t.number(mix["storefronts"].sum()),
            share=t.percent(published.share, 0),
            none=t.number(compared.storefronts),
            share_none=t.percent(compared.share, 0),
            **{region: t.number(count) for region, count in by_region.items()},
        )
    )
    st.caption(source_line(t, ("traffic_evidence", "visits_monthly")))
