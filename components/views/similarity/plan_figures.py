"""What a plan does to similarity and to the level, before and after, as two figures side by side."""

from __future__ import annotations

from components.i18n import Language
from components.views.cards import Metric
from components.views.similarity import words
from components.views.similarity.choice import Choice
from data.analysis.regulation.convergence import Plan
from data.analysis.regulation.joint import JointPlan


def before_and_after(t: Language, choice: Choice, label: str, found: Plan | JointPlan) -> list[Metric]:
    """The figures of a plan; `label` names the similarity that it raises."""
    return [
        Metric(
            label,
            words.share(t, found.after),
            change=words.points(t, found.after - found.before),
            note=t("similarity.now", value=words.share(t, found.before)),
        ),
        Metric(
            t(f"similarity.level_of.{choice.layer}"),
            words.level(t, found.level_after),
            change=words.step(t, found.level_after - found.level_before),
            note=t("similarity.now", value=words.level(t, found.level_before)),
            help=t(f"similarity.level_note.{choice.layer}"),
        ),
    ]
