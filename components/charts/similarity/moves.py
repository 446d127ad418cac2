"""Level and distance side by side: how high each country scores, how alike it is, how reforms move both."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.keys import ON_PHONE, code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color

_REGIONS = ("east_asia", "latin_america")
_SHAPES = ("circle", "diamond")

# A code takes this part of the picture; two nearer than that would overlap.
_CODE_WIDTH, _CODE_HEIGHT = 0.045, 0.045
# The word at an upright line takes about this part.
_WORD_WIDTH = 0.15


def prepare_moves(frame: pd.DataFrame, *, low: float, span: tuple[float, float]) -> pd.DataFrame:
    """`frame` with `named` (partners whose code has room above them, the most alike first) and `leftwards`.

    Needs columns kind, level and after; `low` is where the upright axis begins, `span` the ends
    of the level axis.
    """
    named = pd.Series(False, index=frame.index)
    taken: list[tuple[float, float]] = []
    partners = frame[frame["kind"] == "partner"].sort_values("after", ascending=False, kind="stable")
    for row, level, after in zip(partners.index, partners["level"], partners["after"], strict=True):
        place = (
            (float(level) - span[0]) / max(span[1] - span[0], 0.01),
            (float(after) - low) / max(1 - low, 0.01),
        )
        free = all(abs(place[0] - x) > _CODE_WIDTH or abs(place[1] - y) > _CODE_HEIGHT for x, y in taken)
        if free and place == place:
            named[row] = True
            taken.append(place)
    return frame.assign(named=named, leftwards=_leftwards(frame, span))


def _leftwards(frame: pd.DataFrame, span: tuple[float, float]) -> pd.Series:
    """Whether the word at an upright line stands to its left: away from the other one, in the picture."""
    ends = frame[frame["kind"] != "partner"]
    low, room = span[0], max(span[1] - span[0], 0.01)
    first = ends["level"].min()
    alike = ends["level"].max() - first < 1e-9
    place = (frame["level"] - low) / room
    inner = place > 0.5 if alike else frame["level"] == first
    return (inner & (place > _WORD_WIDTH)) | (place > 1 - _WORD_WIDTH)


@chart_builder("country", "level", "before", "after", *_REGIONS)
def build_moves_chart(
    *,
    language: str,
    theme: str,
    labels: Mapping[str, str],
    level_title: str,
    similarity_title: str,
    low: float,
    span: tuple[float, float],
    moved: bool,
    height: int = 420,
) -> alt.TopLevelMixin:
    """Level across, similarity to the country up; an upright line where the country itself stands.

    Frame columns: kind (partner, own, own_after), level, before, after (partners), label, ref_area, region,
    named, leftwards (from prepare_moves), level_text, before_text, after_text. `moved`: before and after
    differ, so the way between them is drawn, hollow where it begins. `low`: where the upright
    axis begins; `span`: ends of the level axis.
    """
    c = palette(theme)
    x = alt.X(
        "level:Q",
        scale=alt.Scale(domain=list(span), nice=False, padding=12),
        axis=alt.Axis(title=level_title, format=".1f", tickCount=5, titleLimit=_wide()),
    )
    # Room above the most alike for its code.
    scale = alt.Scale(domain=[low, 1 + 0.06 * (1 - low)], nice=False)
    axis = alt.Axis(title=similarity_title, format=".0%", tickCount=5, titleLimit=height - 20)
    y, before = alt.Y("after:Q", scale=scale, axis=axis), alt.Y("before:Q", scale=scale, axis=axis)
    regions = alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS])
    shapes = alt.Scale(domain=list(_REGIONS), range=list(_SHAPES))
    key = code_key({code: labels[code] for code in _REGIONS}, symbolType=alt.Undefined, symbolSize=90)
    color = alt.Color("region:N", scale=regions, legend=key)
    tooltip = [
        alt.Tooltip("label:N", title=labels["country"]),
        alt.Tooltip("level_text:N", title=labels["level"]),
        alt.Tooltip("before_text:N", title=labels["before"]),
        alt.Tooltip("after_text:N", title=labels["after"]),
    ]
    own = "datum.kind==='own'" if not moved else "datum.kind==='own'||datum.kind==='own_after'"
    line = (
        alt.Chart()
        .transform_filter(own)
        .mark_rule(color=c.text, strokeWidth=1.6, tooltip=None)
        .encode(
            x=x, strokeDash=alt.condition("datum.kind==='own_after'", alt.value([1, 0]), alt.value([4, 3]))
        )
    )
    word = (
        alt.Chart()
        .transform_filter(own)
        .mark_text(
            align=alt.ExprRef("datum.leftwards?'right':'left'"), dx=alt.ExprRef("datum.leftwards?-5:5"),
            color=c.muted, tooltip=None, baseline="top",
        )
        .encode(x=x, y=alt.value(alt.ExprRef("datum.kind==='own_after'?20:4")), text="label:N")
    )  # fmt: skip
    partners = alt.Chart().transform_filter("datum.kind==='partner'")
    dots = partners.mark_point(filled=True, size=85, opacity=0.95).encode(
        x=x, y=y, color=color, shape=alt.Shape("region:N", scale=shapes, legend=key), tooltip=tooltip
    )
    names = partners.transform_filter("datum.named").mark_text(
        dy=-11, color=c.text, fontSize=alt.ExprRef(f"{ON_PHONE}?9:11"), tooltip=None
    )
    layers = [line, word, dots, names.encode(x=x, y=y, text="ref_area:N")]
    if moved:
        ways = partners.mark_rule(strokeWidth=1.4, opacity=0.7, tooltip=None).encode(
            x=x, y=before, y2="after:Q", color="region:N"
        )
        # The scales of colour and shape are those of the points.
        start = partners.mark_point(
            size=55, strokeWidth=1.4, fill=c.background, opacity=1, tooltip=None
        ).encode(x=x, y=before, color="region:N", shape="region:N")
        layers[2:2] = [ways, start]
    return alt.layer(*layers).properties(height=height)


def _wide() -> alt.ExprRef:
    """A title may be as long as the picture is wide."""
    return alt.ExprRef("(containerSize()[0]||width)*0.85")
