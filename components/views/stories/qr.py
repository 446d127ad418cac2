"""The address of a view as a QR code, drawn here: no address leaves the machine to become a picture."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

import segno
import streamlit as st

from components.i18n import Language
from data.catalog.story import View


def address_of(t: Language, view: View) -> str:
    """The full address of the view on its own page, as the audience's phone opens it."""
    base = str(st.context.url or "").split("?")[0].rpartition("/")[0]
    query = urlencode({"lang": t.code, **view.values}, doseq=True)
    return f"{base}/{view.page}?{query}"


@lru_cache(maxsize=64)
def qr_address(address: str) -> str:
    """The code as an address of a picture (a `data:` address with an SVG), dark on white in any theme."""
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_data_uri(border=4, dark="#000", light="#fff", omitsize=True, nl=False))
