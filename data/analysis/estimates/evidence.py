"""What is known about the level of each storefront: figures, size class, top-100 presence, or nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd

# The four metrics that count visits to a web site (METHODS 1); no other metric is ever converted.
VISIT_METRICS = ("avg_monthly_web_visits", "monthly_visits", "annual_web_visits", "web_visits_in_period")
PERIOD_TOTALS = ("annual_web_visits", "web_visits_in_period")
# Second levels below a country that are part of the ending, not a name: `co.jp`, `com.br`.
SECOND_LEVELS = ("ac", "co", "com", "edu", "gob", "gov", "net", "org")
# The source page itself leaves open which period the figure covers.
DOUBTFUL = r"may be a (?:quarter total|monthly average)|alternates between visits"

# The page gives a figure but not the month it was measured in: good for the level, not for a month.
MONTH_UNSTATED = r"measured month not stated|month not stated"


def host_of(domain: pd.Series) -> pd.Series:
    """Host name without path: `temu.com/br` -> `temu.com`."""
    return domain.str.split("/").str[0].str.lower()


def is_registrable(host: pd.Series) -> pd.Series:
    """True for a domain that can be registered, False for a sub-domain: `zozo.jp`, `rakuten.co.jp` against
    `shopping.yahoo.co.jp`. A second level like `co` below a country counts as part of the ending.
    """
    labels = host.fillna("").str.split(".")
    return labels.map(lambda parts: len(parts) == (3 if _has_two_part_ending(parts) else 2)).astype(bool)


def _has_two_part_ending(labels: list[str]) -> bool:
    return len(labels) > 1 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVELS


def brand_of(marketplace_id: pd.Series) -> pd.Series:
    """Brand stem of an id: `mercado-libre-arg` -> `mercado-libre`."""
    return marketplace_id.str.rsplit("-", n=1).str[0]


def match_figures(published: pd.DataFrame, storefronts: pd.DataFrame) -> pd.DataFrame:
    """Add marketplace_id (by domain and country) and usable_as_visits to published figures.

    published: domain, ref_area, metric, value, note, ...; storefronts: marketplace_id, domain, ref_area.
    A figure of a domain that has sub-domains per country (`pt.aliexpress.com`) is matched by its brand.
    """
    keys = storefronts.dropna(subset=["domain"])[["marketplace_id", "domain", "ref_area"]]
    keys = keys.assign(host=host_of(keys["domain"]))
    keys = keys.assign(parent=_own_parent(keys))
    exact = keys.drop_duplicates(["host", "ref_area"]).set_index(["host", "ref_area"])["marketplace_id"]
    parent = keys.drop_duplicates(["parent", "ref_area"]).set_index(["parent", "ref_area"])["marketplace_id"]
    host = host_of(published["domain"].astype("string"))
    index = pd.MultiIndex.from_arrays([host, published["ref_area"]])
    matched = pd.Series(exact.reindex(index).to_numpy(), index=published.index, dtype="object")
    matched = matched.fillna(pd.Series(parent.reindex(index).to_numpy(), index=published.index))
    note = published["note"].fillna("").astype(str)
    usable = (
        published["metric"].isin(VISIT_METRICS)
        & matched.notna()
        & published["value"].gt(0)
        & published["period_start"].notna()
        & ~note.str.contains(DOUBTFUL, regex=True)
    )
    return published.assign(marketplace_id=matched.where(matched.notna(), None), usable_as_visits=usable)


def visits_per_month(figures: pd.DataFrame) -> pd.DataFrame:
    """Usable figures as visits per month: adds first, last (months), months, visits, when, month_stated,
    unverified.

    A figure that nobody has verified (the page does not say who measured) states no month either: it may set
    a level, never stand for a measured month.
    """
    usable = figures[figures["usable_as_visits"]].copy()
    usable["first"] = pd.PeriodIndex(usable["period_start"].astype(str).str[:7], freq="M")
    usable["last"] = pd.PeriodIndex(usable["period_end"].astype(str).str[:7], freq="M")
    first, last = (pd.PeriodIndex(usable[name]) for name in ("first", "last"))
    usable["months"] = np.asarray(last.year - first.year) * 12 + np.asarray(last.month - first.month) + 1
    totals = usable["metric"].isin(PERIOD_TOTALS)
    usable["visits"] = usable["value"].astype(float) / usable["months"].where(totals, 1)
    middle = np.asarray(first.year) + (np.asarray(first.month) - 1 + usable["months"].to_numpy() / 2) / 12
    loose = usable["note"].fillna("").astype(str).str.contains(MONTH_UNSTATED, regex=True)
    unverified = usable["verification"].eq("unverified").astype(bool)
    frame = usable.assign(when=middle, month_stated=~loose.astype(bool) & ~unverified, unverified=unverified)
    return frame.sort_values(["marketplace_id", "when", "figure_id"]).reset_index(drop=True)


def domain_figures(published: pd.DataFrame) -> pd.DataFrame:
    """Figures of a whole domain, all countries together: domain, visits (per month), when; newest only."""
    whole = published["ref_area"].eq("WLD") | published["ref_area"].str.startswith("REG_")
    named = published["domain"].fillna("").ne("")
    usable = published["metric"].isin(VISIT_METRICS) & published["period_start"].notna()
    newest = visits_per_month(published.assign(usable_as_visits=whole & named & usable, marketplace_id=""))
    newest = newest.assign(domain=host_of(newest["domain"])).sort_values(["domain", "when", "figure_id"])
    return newest.drop_duplicates("domain", keep="last")[["domain", "visits", "when", "figure_id"]]


def classify(
    storefronts: pd.DataFrame,
    figures: pd.DataFrame,
    whole: pd.DataFrame,
    buckets: pd.DataFrame,
    top100: pd.DataFrame,
) -> pd.DataFrame:
    """Evidence of each storefront and its class A-D.

    figures: usable figures by marketplace_id; whole: domain, visits, when (figures of whole domains);
    buckets: domain, rank_bucket (NaN: looked up, not in the list); top100: domain, ref_area, rank (median).
    Adds to storefronts: evidence_domain, rank_bucket, absent, country_rank, domain_visits, domain_when,
    class_without_figure, evidence_class. A whole-domain figure counts as class B: it is no figure of the
    storefront until it has been split.
    """
    frame = storefronts.reset_index(drop=True).copy()
    listed, totals = buckets.set_index("domain")["rank_bucket"], whole.set_index("domain")
    host, parent = host_of(frame["domain"]), _own_parent(frame)
    known = set(listed.index) | set(totals.index)
    frame["evidence_domain"] = host.where(host.isin(known), parent.where(parent.isin(known)))
    closed = frame["closed_year"].notna()
    bucket = frame["evidence_domain"].map(listed)
    # A site that closed before the list was made is absent for that reason: it says nothing on its size.
    # Nor does it hold sub-domains: looking one of them up in vain says nothing either.
    frame["absent"] = (
        frame["evidence_domain"].isin(listed.index)
        & bucket.isna()
        & ~closed
        & is_registrable(frame["evidence_domain"])
    )
    frame["rank_bucket"] = bucket.where(~closed)
    frame["domain_visits"] = frame["evidence_domain"].map(totals["visits"])
    frame["domain_when"] = frame["evidence_domain"].map(totals["when"])
    ranks = top100.set_index(["domain", "ref_area"])["rank"]
    country_rank = ranks.reindex(pd.MultiIndex.from_arrays([host, frame["ref_area"]])).to_numpy()
    parent_rank = ranks.reindex(pd.MultiIndex.from_arrays([parent, frame["ref_area"]])).to_numpy()
    # Look-ups of world-wide domains come from devices and apps too: presence counts for one-country sites.
    frame["country_rank"] = (
        pd.Series(country_rank, index=frame.index)
        .fillna(pd.Series(parent_rank, index=frame.index))
        .where(frame["domain_scope"] == "country")
    )
    has_class = frame["rank_bucket"].notna() | frame["domain_visits"].notna()
    frame["class_without_figure"] = np.where(
        has_class, "B", np.where(frame["country_rank"].notna(), "C", "D")
    )
    has_figure = frame["marketplace_id"].isin(figures["marketplace_id"])
    frame["evidence_class"] = np.where(has_figure, "A", frame["class_without_figure"])
    return frame


def _own_parent(frame: pd.DataFrame) -> pd.Series:
    """Parent domain of a country sub-domain when it bears the brand's name, else missing.

    `br.shein.com` of `shein-bra` -> `shein.com`; `shopping.yahoo.co.jp` of `yahoo-shopping-jp` -> missing,
    because the parent is a whole portal, not the marketplace.
    """
    host = frame["host"] if "host" in frame else host_of(frame["domain"])
    label = host.str.split(".", n=1).str[1]
    brand = brand_of(frame["marketplace_id"]).str.replace("-", "", regex=False)
    own = label.str.split(".").str[0].str.replace("-", "", regex=False) == brand
    return label.where(own.fillna(False) & label.str.contains(".", regex=False).fillna(False))
