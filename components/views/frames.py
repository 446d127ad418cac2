"""The computed frames behind a Marketplace Explorer, kept per choice."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.kept import kept
from components.views.choice import Choice
from data.analysis import characteristics, key_figures, landscape, origins, ranking, traffic
from data.analysis.periods import last_complete_months
from data.analysis.selection import Selection, excluded_as_unknown, select_storefronts


@kept
def selected(selection: Selection) -> pd.DataFrame:
    """The storefronts of a selection."""
    return select_storefronts(loaders.storefronts(), selection)


@kept
def hidden_by_ignorance(selection: Selection) -> int:
    """How many storefronts fall out only because what is filtered is not known of them."""
    return sum(excluded_as_unknown(loaders.storefronts(), selection).values())


@kept
def last_year() -> list[str]:
    """The last twelve complete months."""
    return last_complete_months(loaders.monthly())


@kept
def figures(selection: Selection) -> key_figures.KeyFigures:
    """Key figures of a selection."""
    return key_figures.key_figures(
        loaders.monthly(), loaders.origin(), loaders.people(), selected(selection), loaders.region_of()
    )


@kept
def series(choice: Choice, by: traffic.By, of_region: bool = False) -> pd.DataFrame:
    """The chosen metric per period by country or marketplace; `of_region` leaves the country filter out."""
    features = choice.everything
    if of_region:
        features = Selection(**{**features.__dict__, "countries": loaders.members(choice.region)})
    stores = selected(features)
    visits = traffic.visits_by(loaders.monthly(), stores, by=by, freq=choice.freq)
    valued = traffic.apply_metric(
        visits,
        choice.metric,
        by=by,
        internet_users=loaders.internet_users() if choice.metric == "per_user" else None,
        storefronts=loaders.storefronts(),
    )
    return traffic.time_series(valued, by=by, start=choice.start, end=choice.end)


def latest_complete(frame: pd.DataFrame) -> str | None:
    """The newest period of a series in which every month is known; None when there is none."""
    whole = frame.loc[frame["complete"] & frame["value"].notna(), "time_period"]
    return None if whole.empty else str(whole.astype(str).max())


@kept
def visits_last_year(selection: Selection) -> pd.DataFrame:
    """Visits of each selected storefront in the last twelve complete months."""
    return traffic.visits_in(loaders.monthly(), selected(selection), last_year())


@kept
def ranked(selection: Selection) -> pd.DataFrame:
    """The ranking of the selected storefronts with everything the register knows of them."""
    return ranking.ranking(loaders.monthly(), selected(selection), loaders.evidence())


@kept
def origin_groups(selection: Selection) -> pd.DataFrame:
    """Visitors by group of origin, per year."""
    return origins.origin_groups(loaders.origin(), selected(selection), loaders.region_of())


@kept
def top_origins(selection: Selection, year: str, limit: int = 12) -> pd.DataFrame:
    """The countries abroad that send most visitors in a year."""
    return origins.top_origins(loaders.origin(), selected(selection), year=year, limit=limit)


@kept
def origin_matrix(selection: Selection, year: str) -> pd.DataFrame:
    """Origin x destination of the selected storefronts in a year."""
    return origins.origin_matrix(loaders.origin(), selected(selection), year=year)


@kept
def feature_shares(selection: Selection, feature: str, by: str | None) -> pd.DataFrame:
    """Storefronts and visits by the value of a feature."""
    return characteristics.feature_shares(
        selected(selection), visits_last_year(selection), feature, by=by, region_of=loaders.region_of()
    )


@kept
def placed(selection: Selection) -> pd.DataFrame:
    """Storefronts by age and visits."""
    year = int(last_year()[-1][:4])
    return landscape.landscape(selected(selection), visits_last_year(selection), year)


@kept
def anchored_share(selection: Selection) -> float:
    """Share of the last year's visits at marketplaces whose level rests on a published figure (class A)."""
    visits = visits_last_year(selection)
    classes = loaders.evidence().set_index("marketplace_id")["evidence_class"].astype(str)
    anchored = visits["marketplace_id"].astype(str).map(classes.to_dict()) == "A"
    total = visits["visits"].sum()
    return float(visits.loc[anchored, "visits"].sum() / total) if total > 0 else float("nan")


@kept
def years() -> list[str]:
    """Years with known origins of visitors, oldest first."""
    return sorted(loaders.origin()["time_period"].astype(str).unique())
