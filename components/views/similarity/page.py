"""The page of regulatory similarity: key figures, then one section at a time."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.i18n import Language
from components.kept import kept
from components.views.cards import Metric, draw_metrics
from components.views.sections import draw_sections
from components.views.similarity import (
    board,
    convergence,
    frames,
    joint,
    matrix,
    nearest,
    network,
    over_time,
    regions,
    words,
)
from components.views.similarity import choice as choices
from components.views.similarity.choice import SECTIONS, Choice
from components.views.similarity.controls import draw_filters
from data.analysis.regulation.similarity import Mean, regional_means


def draw_similarity(t: Language) -> None:
    """Draw the page: question, what similarity is not, filters, key figures, sections."""
    st.title(t("similarity.title"))
    st.markdown(t("similarity.lead"))
    choice = choices.read()
    draw_filters(t, choice)
    draw_metrics(t, list(_figures(t, choice.plain)), key="similarity")
    titles = {name: t(f"similarity.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _SECTIONS[name](t, choice))


@kept
def _figures(t: Language, choice: Choice) -> tuple[Metric, ...]:
    """Means within and between the regions, and of how many members anything is known."""
    members = frames.members()
    means = regional_means(frames.pairs(choice), members)
    (east, west), gone = members, len(frames.missing(choice))
    total = sum(len(areas) for areas in members.values())
    inside = {region: len(areas) * (len(areas) - 1) // 2 for region, areas in members.items()}
    across = len(members[east]) * len(members[west])
    return (
        *(
            _mean(
                t,
                means[region, region],
                inside[region],
                t("similarity.figures.within", region=t.code_label("region", region)),
            )
            for region in (east, west)
        ),
        _mean(t, means[east, west], across, t("similarity.figures.between")),
        Metric(
            t("similarity.figures.countries"),
            t.number(total - gone),
            note=t("similarity.figures.missing", count=t.number(gone)),
            help=t("similarity.figures.missing_help"),
        ),
    )


def _mean(t: Language, mean: Mean, pairs: int, label: str) -> Metric:
    """A mean with the number of pairs behind it, out of all pairs of members."""
    return Metric(
        label,
        words.share(t, mean.value),
        note=t("similarity.figures.pairs", known=t.number(mean.known), pairs=t.number(pairs)),
        help=t("similarity.figures.mean_help"),
    )


_SECTIONS: dict[str, Callable[[Language, Choice], None]] = {
    "matrix": matrix.draw_matrix,
    "network": network.draw_network,
    "nearest": nearest.draw_nearest,
    "time": over_time.draw_over_time,
    "reforms": convergence.draw_convergence,
    "joint": joint.draw_joint,
    "board": board.draw_board,
    "regions": regions.draw_regions,
}
