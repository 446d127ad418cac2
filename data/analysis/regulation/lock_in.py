"""Treaties that a country may join, and those that would lock a reform in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from data.analysis.regulation.answers import TRACKER

_OF_BODY, _ALL = "members_of_body", "all"


def joinable(
    treaties: pd.DataFrame, region_of: Mapping[str, str], members_of_body: Mapping[str, Collection[str]]
) -> dict[str, tuple[str, ...]]:
    """Treaty -> countries that may join it, parties included.

    `treaties`: treaty, open_to (all, a region, members_of_body); `members_of_body`: treaty -> members of the
    body that it is open to. Where they are not given nobody is said to be able to join.
    """
    found = {}
    for name, open_to in zip(treaties["treaty"], treaties["open_to"], strict=True):
        inside = set(members_of_body.get(name, ())) if open_to == _OF_BODY else None
        found[name] = tuple(
            area
            for area, region in region_of.items()
            if (area in inside if inside is not None else open_to in (_ALL, region))
        )
    return found


def locks(
    treaties: pd.DataFrame, topics: Collection[str], area: str, open_to: Mapping[str, Sequence[str]],
    parties: Collection[str],
) -> tuple[str, ...]:  # fmt: skip
    """Treaties on any of these topics that the country may join and has not joined.

    `treaties`: treaty, topics (joined by ';'); `open_to`: from `joinable`; `parties`: treaties in which the
    country takes part already.
    """
    found = []
    for name, said in zip(treaties["treaty"], treaties["topics"], strict=True):
        about = set(said.split(";")) if isinstance(said, str) else set()
        if about & set(topics) and name not in parties and area in open_to.get(name, ()):
            found.append(name)
    return tuple(found)


def topics_of(layer: str, item: str, group: str, of_pillar: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The topics of law that an item is about: itself, the area of the tracker, or those of its pillar."""
    if layer == "rdtii":
        return tuple(of_pillar.get(group, ()))
    return (item.removeprefix(TRACKER),) if layer == "framework" else ()
