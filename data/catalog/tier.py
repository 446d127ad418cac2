"""A licence tier: what the app may do with data of that tier (config/tiers.yml)."""

from __future__ import annotations

from typing import Annotated

from data.catalog.entry import Entry, one_of


class Tier(Entry):
    """`shown`: may appear on a page. `download`: how it may leave (a code of the list `download_right`)."""

    shown: bool
    download: Annotated[str, one_of("download_right")]
