"""The banner that says how much of what is shown is measured and how much is estimated."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from components.links import draw_link
from components.views import frames
from components.views.choice import Choice


def draw_estimate_note(t: Language, choice: Choice) -> None:
    """One line: experimental estimates, the published part, what ignorance hides, the way to the method."""
    said = [t("explorer.estimate", anchored=t.percent(frames.anchored_share(choice.everything), 0))]
    hidden = frames.hidden_by_ignorance(choice.everything)
    if hidden:
        said.append(t("explorer.hidden", count=t.number(hidden)))
    draw_estimate_banner(t, " ".join(said))


def draw_estimate_banner(t: Language, said: str) -> None:
    """The mark of an experimental estimate, what is said of it, and the way to the method."""
    with st.container(horizontal=True, vertical_alignment="center", key="estimate", gap="small"):
        st.badge(t("cards.estimated"), color="orange", icon=":material/experiment:")
        st.caption(said, width="stretch")
        draw_link(t, "methods", t("frame.to_methods"))
