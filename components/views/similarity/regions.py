"""Between the regions: what most of one has and most of the other lacks."""

from __future__ import annotations

import pandas as pd

from components.charts.similarity.regions import build_regions_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.regulation import known
from components.views.similarity import frames, words
from components.views.similarity.choice import Choice
from data.analysis.regulation.contrast import HAS, contrast, one_has_other_lacks


def draw_regions(t: Language, choice: Choice) -> None:
    """Draw the section."""
    draw_card(t, regions_card(t, choice.plain, labels.theme()))


@kept
def regions_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The card of the two regions, or why there is none."""
    found = contrast(frames.panel(choice), frames.members(), has=HAS[choice.layer])
    both = found.dropna(subset=["difference"])
    if both.empty:
        return t("similarity.regions.none")
    regions = list(frames.members())
    frame = both.assign(
        label=[known.item_name(t, choice.layer, item) for item in both["item"]],
        region_text=[t.code_label("region", region) for region in both["region"]],
        share_text=[t.percent(share, 0) for share in both["share"]],
        known_text=[
            t("similarity.of_items", known=t.number(int(one)), items=t.number(int(all_of)))
            for one, all_of in zip(both["known"], both["members"], strict=True)
        ],
    ).sort_values(["difference", "item"], ascending=[False, True], kind="stable")
    return Card(
        key="similarity-regions",
        title=t("similarity.regions.title", what=words.about(t, choice)),
        unit=words.warned(t, t(f"similarity.regions.unit.{choice.layer}")),
        reading=" ".join(_says(t, choice, found, region, frame) for region in regions),
        spec=build_regions_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=frame["item"].nunique()
        ),
        frame=frame[["label", "region", "region_text", "share", "share_text", "known_text"]],
        table=_table(t, frame),
        datasets=words.datasets(choice),
        note=words.notes(t, choice, *_unknown(t, choice, found)),
    )


def _says(t: Language, choice: Choice, found: pd.DataFrame, region: str, frame: pd.DataFrame) -> str:
    """What this region mostly has and the other mostly lacks."""
    other = next(name for name in frames.members() if name != region)
    names = {"region": t.code_label("region", region), "other": t.code_label("region", other)}
    items = one_has_other_lacks(found, region)
    if not items:
        return t("similarity.regions.nothing", **names)
    said = t.listing(known.item_name(t, choice.layer, item) for item in items)
    return t("similarity.regions.has", **names, items=said)


def _unknown(t: Language, choice: Choice, found: pd.DataFrame) -> tuple[str, ...]:
    """Items of which too little is known in a region, said instead of drawn."""
    gone = found.loc[found["difference"].isna(), "item"].drop_duplicates()
    if gone.empty:
        return ()
    said = t.listing(known.item_name(t, choice.layer, item) for item in gone)
    return (t("similarity.regions.unknown", items=said),)


def _table(t: Language, frame: pd.DataFrame) -> Table:
    return Table(
        frame.assign(ref_area=frame["region"]),
        (
            Column("label", t("charts.item")),
            Column("region_text", t("charts.region")),
            Column("share", t("charts.share_having"), "percent"),
            Column("having", t("similarity.regions.having"), "number"),
            Column("known", t("charts.answers_known"), "number"),
            Column("members", t("similarity.regions.members"), "number"),
            Column("difference", t("similarity.regions.difference"), "change"),
        ),
    )
