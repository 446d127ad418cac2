"""The six questions to an enterprise, their answers in the URL, and the answers as one sentence."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.views.policies import choice as choices
from components.views.policies.controls import draw_country, draw_trust, picked
from data.analysis.policies.fitting import Enterprise

OFFERINGS = ("both", "goods", "services")
MARKETS = ("both", "domestic", "cross_border")
# Room of the three questions of a row: so much that answers stand beside each other.
_ROOM = (14, 22, 18)


def read_enterprise() -> Enterprise:
    """The answers that the URL holds, else the usual ones."""
    answers = loaders.catalog().policies.answers
    return Enterprise(
        area=choices.area(),
        size=state.one("size", tuple(answers.size), next(iter(answers.size))),
        branch=state.one("branch", tuple(answers.branch), list(answers.branch)[-1]),
        offering=state.one("offering", OFFERINGS, OFFERINGS[0]),
        market=state.one("sell", MARKETS, MARKETS[0]),
        people=state.many("who", answers.people),
    )


def draw_questions(t: Language, enterprise: Enterprise, trust: str) -> None:
    """Draw them, two rows of three on a desk, one below the other on a phone."""
    answers = loaders.catalog().policies.answers
    with st.container(border=True, key="questions"):
        where, size, branch = st.columns(_ROOM, gap="medium")
        with where:
            draw_country(t, enterprise.area, "programmes")
        with size:
            _one(t, "size", tuple(answers.size), enterprise.size, next(iter(answers.size)))
        with branch:
            _one(t, "branch", tuple(answers.branch), enterprise.branch, list(answers.branch)[-1])
        offering, sell, people = st.columns(_ROOM, gap="medium")
        with offering:
            _one(t, "offering", OFFERINGS, enterprise.offering, OFFERINGS[0])
        with sell:
            _one(t, "sell", MARKETS, enterprise.market, MARKETS[0])
        with people:
            st.pills(
                t("policies.questions.who.title"),
                tuple(answers.people),
                selection_mode="multi",
                wrap=True,
                format_func=lambda code: t(f"policies.questions.who.{code}"),
                **state.bound("who", list(enterprise.people), picked),
            )
        draw_trust(t, trust, "programmes")


def _one(t: Language, key: str, options: tuple[str, ...], current: str, usual: str) -> None:
    st.segmented_control(
        t(f"policies.questions.{key}.title"),
        options,
        format_func=lambda code: t(f"policies.questions.{key}.{code}"),
        required=True,
        wrap=True,
        **state.tie(f"url.{key}.questions", key, current, lambda code: None if code == usual else str(code)),
    )


def sentence(t: Language, enterprise: Enterprise) -> str:
    """The answers in words."""
    people = [t(f"policies.questions.who.{code}") for code in enterprise.people]
    said = t(
        "policies.questions.sentence",
        country=loaders.country_names(t.code)[enterprise.area],
        size=t(f"policies.questions.size.{enterprise.size}"),
        branch=t(f"policies.questions.branch.{enterprise.branch}"),
        offering=t(f"policies.questions.offering.{enterprise.offering}"),
        market=t(f"policies.questions.sell.{enterprise.market}"),
    )
    return f"{said} {t('policies.questions.of', people=t.listing(people))}" if people else said
