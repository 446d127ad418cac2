"""How processes are questioned: what a change does, what may be changed, and how chance is drawn."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from data.catalog.entry import Entry, one_of

Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=1)]


class Kept(Entry):
    """Shares of a step's time and cost that stay after a change, and the page that says so (if one does)."""

    hours: Share
    cost_usd: Share
    source_url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None


class WhatIf(Entry):
    """open_to: changes that make sense by what a step handles; kept: what stays of time and cost."""

    open_to: dict[str, tuple[Annotated[str, one_of("what_if")], ...]]
    kept: dict[str, Kept]


class Chances(Entry):
    """Draws of the simulation: how many, from which seed, in which shape, and the percentiles shown."""

    runs: Count
    most_runs: Count
    seed: Annotated[int, Field(ge=0)]
    shape: Literal["pert", "triangular"]
    percentiles: tuple[Annotated[int, Field(ge=0, le=100)], ...]


class ProcessRules(Entry):
    """Everything of config/process_rules.yml."""

    what_if: WhatIf
    chances: Chances
