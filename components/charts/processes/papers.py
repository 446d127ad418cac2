"""The matrix of documents and steps: where each is taken in, made, or both, and in which form."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import code_key
from components.charts.processes.marks import NARROW, picked
from components.charts.sealing import chart_builder
from components.charts.theme import palette

FORMS = ("paper", "both", "electronic")
_ROW = 30


@chart_builder("process_step", "process_document", "process_role", "process_form")
def build_papers_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, forms: tuple[tuple[str, str], ...]
) -> alt.TopLevelMixin:
    """A cell per document and step; a click marks param `picked` (step).

    Frame columns: document, named (number and name of the step), role (in, out, in_out), sign, form, chosen,
    step, label, role_text, form_text; rows of role `none` only keep the place of a step. `forms`: codes in
    use with their words.
    """
    c = palette(theme)
    colors = dict(zip(FORMS, (c.latin_america, c.both, c.east_asia), strict=True))
    used = [code for code, _ in forms]
    x = alt.X(
        "named:N",
        sort=None,
        axis=alt.Axis(
            title=None, orient="top", ticks=False, domain=False, labelOverlap=False, labelPadding=4,
            labelAngle=alt.ExprRef("narrow?0:-50"), labelLimit=alt.ExprRef("narrow?30:190"),
            labelAlign=alt.ExprRef("narrow?'center':'left'"), labelFontSize=alt.ExprRef("narrow?8.5:11"),
            labelExpr="narrow?split(datum.label,' ')[0]:datum.label",
        ),
    )  # fmt: skip
    y = alt.Y(
        "document:N",
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False, labelPadding=4,
            labelLimit=alt.ExprRef("narrow?120:260"), labelFontSize=alt.ExprRef("narrow?10:12"),
        ),
    )  # fmt: skip
    base = alt.Chart()
    ground = (
        base.mark_rect(stroke=c.grid, tooltip=None, aria=False)
        .encode(x=x, y=y, fill=alt.condition("datum.chosen", alt.value(c.grid), alt.value(c.background)))
    )  # fmt: skip
    held = base.transform_filter("datum.role!=='none'")
    cells = (
        held.mark_rect(cursor="pointer", stroke=c.background, strokeWidth=1.5)
        .encode(
            x=x, y=y, description="label:N",
            fill=alt.Fill(
                "form:N",
                scale=alt.Scale(domain=used, range=[colors[code] for code in used]),
                legend=code_key(dict(forms), narrow=1),
            ),
            fillOpacity=alt.condition("datum.role==='in'", alt.value(0.45), alt.value(1)),
            tooltip=[
                alt.Tooltip("document:N", title=labels["process_document"]),
                alt.Tooltip("label:N", title=labels["process_step"]),
                alt.Tooltip("role_text:N", title=labels["process_role"]),
                alt.Tooltip("form_text:N", title=labels["process_form"]),
            ],
        )
        .add_params(picked())
    )  # fmt: skip
    signs = held.mark_text(
        baseline="middle", tooltip=None, aria=False, cursor="pointer", fontWeight=600,
        fontSize=alt.ExprRef("narrow?9:13"),
    ).encode(
        x=x, y=y, text="sign:N",
        color=alt.condition("datum.role==='in'", alt.value(c.text), alt.value(c.background)),
    )  # fmt: skip
    return (
        alt.layer(ground, cells, signs)
        .add_params(
            alt.param(name="narrow", expr=NARROW),
            alt.param(name="height", expr=f"{_ROW * rows}"),
        )
        .properties(height=_ROW * rows, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    )
