"""What the reader of the page of processes chose, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components import loaders, state
from components.views.processes import known
from data.analysis.processes.what_if import read_all
from data.catalog.process import AS_IS, VARIANTS
from data.catalog.reader_change import ReaderChange

SECTIONS = ("process", "time", "papers", "change", "what_if", "routes", "own")
# The study that opens first, if it is there.
USUAL = "per_chl_jersey"


@dataclass(frozen=True)
class Choice:
    """process and variant: which study and which state of it; step: the chosen one, or empty.

    changes: what the reader supposes, in the order of the address.
    """

    process: str
    variant: str
    step: str
    changes: tuple[ReaderChange, ...] = ()

    @property
    def plain(self) -> Choice:
        """The choice without what the reader supposes, so that what all share is kept once."""
        return replace(self, changes=())


def read() -> Choice:
    """The choice that the URL holds; what it does not know is noted and left out. There must be a study."""
    names = list(loaders.studies().found)
    process = state.one("process", names, USUAL if USUAL in names else names[0])
    variant = state.one("variant", VARIANTS, AS_IS)
    steps = dict.fromkeys(step for one in VARIANTS for step in known.steps(process, one))
    changes, wrong = read_all(state.given("change"))
    for text in wrong:
        state.ignore("change", text)
    return Choice(process, variant, state.one("step", ["", *steps], ""), changes)
