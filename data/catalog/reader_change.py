"""A change that a reader asks for, as it stands in an address: `remove:pack`, `shorten:pack:0.5`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.catalog.indicator import Names
from data.catalog.process import Change

_FORM = re.compile(
    r"(remove|digitise|parallelise|shorten):([a-z][a-z0-9_]*)(?::(0|1|0?\.\d{1,4}))?", re.ASCII
)


@dataclass(frozen=True)
class ReaderChange:
    """kind: remove, digitise, parallelise, shorten; hours_kept: share of time kept, else as configured."""

    kind: str
    step: str
    hours_kept: float | None = None

    @property
    def text(self) -> str:
        """As it stands in an address; read_change makes the same change of it."""
        kept = "" if self.hours_kept is None else f":{round(self.hours_kept, 4):g}"
        return f"{self.kind}:{self.step}{kept}"


def read_change(text: str) -> ReaderChange | None:
    """The change that `text` asks for, or None when it asks for none; a share counts for two kinds only."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    kind, step, kept = match.groups()
    if kept is not None and kind not in ("shorten", "digitise"):
        return None
    return ReaderChange(kind, step, None if kept is None else float(kept))


def as_change(change: ReaderChange) -> Change:
    """The change as a study would write it; nobody gave a reason, so it has none to show."""
    return Change.model_construct(
        kind=change.kind,
        step=change.step,
        hours_kept=change.hours_kept,
        reason=Names.model_construct(en="", es="", pt=""),
    )
