"""No country chosen yet: the way to each of the 36, region by region."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.i18n import Language
from components.links import draw_link

_COLUMNS = 4


def draw_opening(t: Language) -> None:
    """Draw the question and a link to every member."""
    st.title(t("country.opening"))
    st.markdown(t("country.opening_lead"))
    names = loaders.country_names(t.code)
    for region in loaders.catalog().app.regions:
        st.subheader(t.code_label("region", region), anchor=False)
        areas = sorted(loaders.members(region), key=names.__getitem__)
        height = -(-len(areas) // _COLUMNS)
        for at, column in enumerate(st.columns(_COLUMNS, gap="small")):
            with column:
                for area in areas[at * height : (at + 1) * height]:
                    draw_link(t, "country_profile", names[area], {"country": area})
