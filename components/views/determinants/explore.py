"""Explore: one outcome against one determinant, with coefficients, the rules that fired, and the scatter."""

from __future__ import annotations

import math
from dataclasses import replace

from components import loaders
from components.i18n import Language
from components.views import labels
from components.views.cards import Metric, draw_card, draw_empty, draw_metrics
from components.views.determinants import frames
from components.views.determinants.choice import Choice
from components.views.determinants.controls import draw_frame, draw_pair
from components.views.determinants.scatter import scatter_card
from components.views.determinants.words import between, coefficient, draw_notices, notice
from data.analysis.correlation.coefficients import METHODS
from data.analysis.correlation.pairs import Pairs


def draw_explore(t: Language, choice: Choice) -> None:
    """Draw the section."""
    draw_pair(t, choice)
    draw_frame(t, choice)
    draw_pair_result(t, choice)


def draw_pair_result(t: Language, choice: Choice) -> None:
    """Coefficients, notices and the scatter of the chosen pair; a refused pair is told and not drawn."""
    fired = frames.pair(choice).notices[0]
    refused = [one for one in fired if one.refuses]
    if refused:
        draw_empty(t, " ".join(notice(t, one) for one in refused), t("determinants.refused_advice"))
        return
    _coefficients(t, choice)
    draw_notices(t, fired)
    draw_card(t, scatter_card(t, choice, labels.theme()))


def _coefficients(t: Language, choice: Choice) -> None:
    found = {method: frames.pair(replace(choice, method=method)) for method in METHODS}
    known = found[choice.method]
    if math.isnan(known.coefficients.value[0]):
        return
    metrics = [
        Metric(
            t(f"determinants.methods.{method}"),
            coefficient(t, pairs.coefficients.value[0]),
            note=between(t, pairs.coefficients.low[0], pairs.coefficients.high[0]),
            help=t(f"determinants.help.{method}"),
        )
        for method, pairs in found.items()
    ]
    partial = known.partial
    metrics += [
        Metric(
            t("determinants.partial"),
            coefficient(t, partial.value[0]),
            note=between(t, partial.low[0], partial.high[0]),
            help=t("determinants.help.partial"),
        ),
        Metric(
            t("determinants.without_one"),
            between(t, known.coefficients.without_low[0], known.coefficients.without_high[0]),
            note=_most_telling(t, known),
            help=t("determinants.help.without_one"),
        ),
        Metric(t("determinants.n"), t.number(int(known.coefficients.n[0]))),
    ]
    draw_metrics(t, metrics, key="coefficients")


def _most_telling(t: Language, known: Pairs) -> str:
    """The country whose absence changes the coefficient most."""
    c = known.coefficients
    ends = ((c.without_low, c.without_low_at), (c.without_high, c.without_high_at))
    _, row = max((abs(float(end[0]) - float(c.value[0])), int(at[0])) for end, at in ends)
    names = loaders.country_names(t.code)
    return t("determinants.most_telling", country=names[known.areas[row]]) if row >= 0 else ""
