"""Addresses of the explorer as the reader's browser knows them."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

_PAGE = "data_catalogue"


def base() -> str:
    """The address that all others begin with, ending in a slash."""
    here = str(st.context.url or "").split("?")[0].rstrip("/")
    return here.removesuffix(_PAGE).rstrip("/") + "/"


def file_address(dataset: str, ending: str, query: Sequence[tuple[str, str]] = ()) -> str:
    """The address of a file of a dataset; a colon stays as it is, for people who read it."""
    asked = urlencode(list(query), safe=":")
    return f"{base()}data/{dataset}.{ending}" + (f"?{asked}" if asked else "")


def page_address(dataset: str) -> str:
    """The address of the page that describes a dataset."""
    return f"{base()}{_PAGE}?dataset={dataset}"
