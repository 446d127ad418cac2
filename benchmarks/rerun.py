"""Server time and payload of a rerun: one reader changes a filter, again and again, without a browser."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from benchmarks.figures import Table, median, percentile
from benchmarks.protocol import Answer, Reader
from benchmarks.scenarios import BLANK, EXPLORER, Scenario

WARM_UP = 6  # the first changes fill the caches that all later readers share
COLUMNS = (
    "page",
    "first run ms",
    "new choice ms",
    "known choice ms",
    "known, p95",
    "first run kB",
    "rerun kB",
)


@dataclass(frozen=True)
class Reruns:
    """Answers of one page: the first run of a later reader, changes to known choices, to new ones."""

    first: Answer
    known: list[Answer]
    new: list[Answer]


def measure(blank_url: str, explorer_url: str, changes: int) -> Table:
    """A table with one row per page; the explorer's server must be fresh for `new choice` to be new."""
    table = Table(
        "A rerun on the server (medians)",
        COLUMNS,
        note="From the request until the server says the script has ended, on the same machine. New choice: "
        "filters that nobody has combined before; known choice: its frames are in the shared cache.",
    )
    for url, scenario in [(blank_url, BLANK), *((explorer_url, s) for s in EXPLORER)]:
        got = asyncio.run(_reruns(url, scenario, changes))
        known = [answer.seconds * 1000 for answer in got.known]
        table.rows.append(
            (
                scenario.name,
                got.first.seconds * 1000,
                median([answer.seconds * 1000 for answer in got.new]) if got.new else None,
                median(known) if known else None,
                percentile(known, 0.95) if known else None,
                got.first.bytes / 1000,
                median([answer.bytes / 1000 for answer in got.known]) if known else None,
            )
        )
    return table


async def _reruns(url: str, scenario: Scenario, changes: int) -> Reruns:
    await _session(url, scenario, 0)  # fills the caches, so that the next first run is a later reader's
    if scenario.widget is None:
        return Reruns((await _session(url, scenario, 0))[0], [], [])
    first, *known = await _session(url, scenario, WARM_UP + changes)
    new = []
    for variant in scenario.variants[:changes]:
        _, changed = await _session(url, replace(scenario, query=variant), 1)
        new.append(changed)
    return Reruns(first, known[WARM_UP:], new)


async def _session(url: str, scenario: Scenario, changes: int) -> list[Answer]:
    """The answers to one reader's first run and changes."""
    reader = Reader(url, scenario)
    try:
        return [await reader.open(), *[await reader.change() for _ in range(changes)]]
    finally:
        await reader.close()
