"""What the reader of a Marketplace Explorer chose, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass

from components import loaders, state
from data.analysis.periods import Freq, months_between
from data.analysis.selection import Selection
from data.analysis.traffic import METRICS, Metric

OFFERINGS = ("goods", "services")
MARKETS = ("B2C", "C2C")
ANSWERS = ("yes", "no")
FREQUENCIES: tuple[Freq, ...] = ("M", "Q", "A")
BREAKDOWNS = ("country", "marketplace")
SECTIONS = ("development", "ranking", "visitors", "features", "landscape", "determinants", "downloads")


@dataclass(frozen=True)
class Choice:
    """Everything that decides what an explorer shows; hashable, so it can key a cache."""

    region: str
    selection: Selection
    metric: Metric
    freq: Freq
    start: str
    end: str

    @property
    def countries(self) -> tuple[str, ...]:
        """The chosen countries, or all of the region when none is chosen."""
        return self.selection.countries or loaders.members(self.region)

    @property
    def everything(self) -> Selection:
        """The same features, with the region's countries always named."""
        return Selection(**{**self.selection.__dict__, "countries": self.countries})


def months() -> list[str]:
    """All months of the data's span."""
    span = loaders.catalog().app.data_span
    return months_between(span.start, span.end)


def read(region: str) -> Choice:
    """The choice that the URL holds; what it does not know is noted and left out."""
    span = loaders.catalog().app.data_span
    start, end = state.span("period", months(), (span.start, span.end))
    return Choice(
        region=region,
        selection=Selection(
            countries=state.many("country", loaders.members(region)),
            offering=_single("offering", OFFERINGS),
            market=_single("market", MARKETS),
            category=state.many("category", categories()),
            transactional=_single("transactional", ANSWERS),
            foreign_sellers=_single("foreign", ANSWERS),
        ),
        metric=state.one("metric", METRICS, METRICS[0]),  # type: ignore[arg-type]
        freq=state.one("freq", FREQUENCIES, "Q"),  # type: ignore[arg-type]
        start=start,
        end=end,
    )


def categories() -> tuple[str, ...]:
    """Category codes that the register uses, in alphabetical order."""
    return tuple(sorted(loaders.storefronts()["category"].dropna().unique()))


def _single(key: str, options: tuple[str, ...]) -> tuple[str, ...]:
    value = state.one(key, ("", *options), "")
    return (value,) if value else ()
