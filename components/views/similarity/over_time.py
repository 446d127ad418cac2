"""Over time: similarity within and between the regions since 2000, and the levels beside it."""

from __future__ import annotations

import pandas as pd

from components.charts.similarity.trend import SERIES, build_trend_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.regulation import known
from components.views.regulation.choice import ALL, FIRST_YEAR, this_year
from components.views.similarity import frames, words
from components.views.similarity.choice import Choice, whole
from data.analysis.regulation.history import BETWEEN, levels_by_year, means_by_year
from data.analysis.regulation.panel import Panel


def draw_over_time(t: Language, choice: Choice) -> None:
    """Draw the section: similarity, then levels."""
    draw_card(t, time_card(t, choice.plain, labels.theme()))
    draw_card(t, level_card(t, choice.plain, labels.theme()))


@kept
def _panels(choice: Choice) -> dict[int, Panel]:
    """The table of every year, over the items whose past is known."""
    found = {}
    for year in range(FIRST_YEAR, this_year() + 1):
        table = whole(choice.layer, year, choice.trust)
        found[year] = table if choice.group == ALL else table.of_groups((choice.group,))
    return found


@kept
def _means(choice: Choice) -> pd.DataFrame:
    first = _first(choice)
    return means_by_year(_panels(choice), frames.members(), frames.measure(first))


@kept
def _levels(choice: Choice) -> pd.DataFrame:
    return levels_by_year(_panels(choice), frames.members(), frames.measure(_first(choice)))


def _first(choice: Choice) -> Choice:
    """The choice in a past year: its table has the items that every year has."""
    return Choice(**{**choice.__dict__, "year": FIRST_YEAR})


@kept
def time_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The card of similarity over time, or why there is none."""
    found = _means(choice)
    return _card(t, choice, theme, found, "time", percent=True)


@kept
def level_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The card of levels over time, or why there is none."""
    return _card(t, choice, theme, _levels(choice), "levels", percent=False)


def _card(
    t: Language, choice: Choice, theme: str, found: pd.DataFrame, name: str, *, percent: bool
) -> Card | str:
    shown = tuple(code for code in SERIES if found.loc[found["series"] == code, "value"].notna().any())
    if not shown:
        return t("similarity.time.none")
    say = words.share if percent else words.level
    frame = found[found["series"].isin(shown)]
    frame = frame.assign(
        series_text=[_series(t, code, pairs=percent) for code in frame["series"]],
        value_text=[say(t, value) for value in frame["value"]],
        count_text=[
            t("similarity.of_items", known=t.number(int(known_of)), items=t.number(int(all_of)))
            for known_of, all_of in zip(frame["pairs"], frame["of"], strict=True)
        ],
    )
    spoken = dict(labels.chart(t)) | {code: _series(t, code, pairs=percent) for code in SERIES}
    return Card(
        key=f"similarity-{name}",
        title=t(f"similarity.time.{name}", what=words.about(t, choice)),
        unit=words.warned(t, words.unit(t, choice) if percent else t(f"similarity.level_of.{choice.layer}")),
        reading=_reading(t, frame, shown, percent),
        spec=build_trend_chart(language=t.code, theme=theme, labels=spoken, series=shown, percent=percent),
        frame=frame.drop(columns=["pairs", "of"]),
        table=Table(
            frame.assign(ref_area=frame["series"]),
            (
                Column("year", t("charts.year"), "year"),
                Column("series_text", t("columns.series")),
                Column(
                    "value",
                    t("charts.similarity" if percent else "charts.level"),
                    "percent" if percent else "decimal",
                ),
                Column("pairs", t("charts.pairs" if percent else "similarity.countries"), "number"),
                Column("of", t("similarity.of_all"), "number"),
            ),
        ),
        datasets=words.datasets(choice),
        note=" ".join(
            (
                t("similarity.time.note"),
                t("regulation.matrix.past"),
                *((t("similarity.time.tracker"),) if choice.layer == known.FRAMEWORK else ()),
                *_gone(t, shown, percent),
            )
        ),
    )


def _series(t: Language, code: str, *, pairs: bool) -> str:
    return t(f"similarity.time.within.{code}") if pairs or code == BETWEEN else t.code_label("region", code)


def _gone(t: Language, shown: tuple[str, ...], percent: bool) -> tuple[str, ...]:
    """What cannot be drawn, said instead of left out."""
    gone = [code for code in SERIES if code not in shown and (percent or code != BETWEEN)]
    if not gone:
        return ()
    return (t("similarity.time.gone", series=t.listing(_series(t, code, pairs=percent) for code in gone)),)


def _reading(t: Language, frame: pd.DataFrame, shown: tuple[str, ...], percent: bool) -> str:
    say = words.share if percent else words.level
    said = []
    for code in shown:
        line = frame[frame["series"] == code].dropna(subset=["value"]).sort_values("year")
        first, last = line.iloc[0], line.iloc[-1]
        said.append(
            t(
                "similarity.time.line",
                series=first["series_text"],
                first=say(t, first["value"]),
                last=say(t, last["value"]),
                from_year=int(first["year"]),
                to_year=int(last["year"]),
            )
        )
    return " ".join(said)
