"""Visits, origin, age and sex of the visitors of sites from a Similarweb licence: JSON replies and batch CSV.

Layouts: REST API `total-traffic-and-engagement/visits`, `geo/traffic-by-country`, `demographics/age` and
`.../gender`; Batch API v4, vtable traffic_and_engagement, response_format csv. A licence is needed;
nothing of this provider ships with the project.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from data.importers.areas import WORLD, iso3_by_iso2, iso3_by_number
from data.importers.json_reply import field, read_json
from data.importers.problem import ImportProblem
from data.importers.tabular import Column, read_table

PROVIDER = "similarweb"
WORLD_CODES = {"world", "ww", "999"}
AGES = {
    "age_18_to_24": "Y18T24",
    "age_25_to_34": "Y25T34",
    "age_35_to_44": "Y35T44",
    "age_45_to_54": "Y45T54",
    "age_55_to_64": "Y55T64",
    "age_65_plus": "Y_GE65",
}
SEXES = {"male": "M", "female": "F"}
ROUNDING = 0.02  # shares are published rounded; their sum may miss 1 by this much
VISITS = ["domain", "counterpart_area", "time_period", "visits", "obs_status", "provider"]
ORIGIN = ["domain", "counterpart_area", "period_start", "period_end", "share", "visits", "provider"]
PEOPLE = ["domain", "counterpart_area", "period_start", "period_end", "sex", "age", "share", "provider"]


def read_visits(path: Path) -> pd.DataFrame:
    """Monthly visits of one site, columns VISITS; counterpart_area is the visitors' country or WLD.

    Daily and weekly replies are refused: a month made of them need not be complete. Raises ImportProblem.
    """
    reply = _accepted(path)
    granularity = str(field(path, reply, "meta.request.granularity", str)).lower()
    if granularity != "monthly":
        raise ImportProblem(path, column="meta.request.granularity", expected="monthly", found=granularity)
    rows = []
    for number, item in enumerate(field(path, reply, "visits", list), start=1):
        day = str(field(path, item, "date", str, row=number))
        visits = field(path, item, "visits", float, row=number)
        if visits < 0:
            raise ImportProblem(path, column="visits", row=number, expected="0 or more", found=repr(visits))
        rows.append((_month(path, day, number), visits))
    frame = pd.DataFrame(rows, columns=["time_period", "visits"])
    frame = frame.assign(
        domain=_domain(path, reply), counterpart_area=_area(path, reply), obs_status="A", provider=PROVIDER
    )
    return frame[VISITS].sort_values("time_period", ignore_index=True)


def read_geography(path: Path) -> pd.DataFrame:
    """Visits by country of the visitors over the months asked for, columns ORIGIN; share is 0 to 1."""
    reply = _accepted(path)
    start, end = _span(path, reply)
    rows = []
    for number, item in enumerate(field(path, reply, "records", list), start=1):
        code = field(path, item, "country", int, row=number)
        area = iso3_by_number().get(code)
        if area is None:
            raise ImportProblem(
                path, column="country", row=number, expected="an ISO 3166-1 numeric code", found=str(code)
            )
        share = field(path, item, "share", float, row=number)
        rows.append((area, share, field(path, item, "visits", float, row=number)))
    frame = pd.DataFrame(rows, columns=["counterpart_area", "share", "visits"])
    if frame["share"].sum() > 1 + ROUNDING:
        raise ImportProblem(
            path,
            column="share",
            expected="shares that add up to at most 1",
            found=f"{frame['share'].sum():.3f}",
        )
    frame = frame.assign(domain=_domain(path, reply), period_start=start, period_end=end, provider=PROVIDER)
    return frame[ORIGIN].sort_values("counterpart_area", ignore_index=True)


def read_demographics(path: Path) -> pd.DataFrame:
    """Visitors by age or by sex, whichever the reply has, columns PEOPLE; shares are 0 to 1 of the visitors.

    A reply by age has sex `_T`, a reply by sex has age `_T`. Raises ImportProblem.
    """
    reply = _accepted(path)
    start, end = _span(path, reply)
    by_age = "age_18_to_24" in reply
    names = AGES if by_age else SEXES
    shares = {code: field(path, reply, name, float) for name, code in names.items()}
    if abs(sum(shares.values()) - 1) > ROUNDING:
        raise ImportProblem(
            path,
            column=", ".join(names),
            expected="shares that add up to 1",
            found=f"{sum(shares.values()):.3f}",
        )
    frame = pd.DataFrame({"code": list(shares), "share": list(shares.values())})
    frame = frame.assign(sex="_T" if by_age else frame["code"], age=frame["code"] if by_age else "_T")
    frame = frame.assign(
        domain=_domain(path, reply),
        counterpart_area=_area(path, reply),
        period_start=start,
        period_end=end,
        provider=PROVIDER,
    )
    return frame[PEOPLE].sort_values(["sex", "age"], ignore_index=True)


def read_batch(path: Path) -> pd.DataFrame:
    """Monthly visits of many sites, columns VISITS, from domain, country, date and all_traffic_visits.

    A blank cell of visits means that the panel is too thin there: the row is kept with obs_status O.
    """
    codes = {*iso3_by_iso2(), *(code.lower() for code in iso3_by_iso2()), "WW", "ww"}
    table = read_table(
        path,
        {
            "domain": Column(),
            "country": Column(codes=codes),
            "date": Column(),
            "all_traffic_visits": Column("number", blank=True),
        },
    )
    area = table["country"].str.upper().map({**iso3_by_iso2(), "WW": WORLD})
    frame = pd.DataFrame(
        {
            "domain": table["domain"].str.lower(),
            "counterpart_area": area,
            "time_period": [_month(path, day, row) for row, day in enumerate(table["date"], start=2)],
            "visits": table["all_traffic_visits"],
            "obs_status": table["all_traffic_visits"].isna().map({True: "O", False: "A"}),
            "provider": PROVIDER,
        }
    )
    twice = frame.duplicated(VISITS[:3])
    if twice.any():
        raise ImportProblem(
            path,
            row=int(frame.index[twice][0]) + 2,
            found="a second one",
            expected="one row per domain, country and month",
        )
    return frame[VISITS].sort_values(VISITS[:3], ignore_index=True)


def _accepted(path: Path) -> dict[str, Any]:
    reply = read_json(path)
    status = str(field(path, reply, "meta.status", str))
    if status.lower() != "success":
        reason = reply["meta"].get("error_message", "no reason given")
        raise ImportProblem(path, column="meta.status", expected="Success", found=f"{status}: {reason}")
    return reply


def _domain(path: Path, reply: dict[str, Any]) -> str:
    return str(field(path, reply, "meta.request.domain", str)).lower()


def _area(path: Path, reply: dict[str, Any]) -> str:
    code = str(field(path, reply, "meta.request.country", str)).lower()
    if code in WORLD_CODES:
        return WORLD
    if code.upper() not in iso3_by_iso2():
        raise ImportProblem(
            path, column="meta.request.country", expected="world or an ISO alpha-2 code", found=code
        )
    return iso3_by_iso2()[code.upper()]


def _span(path: Path, reply: dict[str, Any]) -> tuple[str, str]:
    """First and last month; the service answers with the first and last day."""
    months = []
    for name in ("meta.request.start_date", "meta.request.end_date"):
        day = str(field(path, reply, name, str))
        if pd.isna(pd.to_datetime(day, format="ISO8601", errors="coerce")):
            raise ImportProblem(path, column=name, expected="a date", found=f"'{day}'")
        months.append(day[:7])
    return months[0], months[1]


def _month(path: Path, day: str, row: int | None) -> str:
    month = pd.to_datetime(day[:7], format="%Y-%m", errors="coerce")
    if pd.isna(month) or (len(day) > 7 and day[7:] != "-01"):
        raise ImportProblem(
            path, column="date", row=row, expected="a month like 2024-07 or 2024-07-01", found=f"'{day}'"
        )
    return day[:7]
