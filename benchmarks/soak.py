"""Memory of the server while readers come, change filters and go: it must level off."""

from __future__ import annotations

import asyncio

import psutil

from benchmarks.figures import Table
from benchmarks.protocol import Reader
from benchmarks.scenarios import EXPLORER

CHANGES = 5
SAMPLES = 5


def measure(url: str, pid: int, readers: int) -> Table:
    """A table with the resident memory after each fifth of `readers`, in MB."""
    process = psutil.Process(pid)
    table = Table(
        "Memory while readers come and go (MB)",
        ("readers so far", "reruns so far", "resident"),
        note=f"One after the other; each opens a page, changes a filter {CHANGES} times and leaves.",
    )
    per_sample = max(1, readers // SAMPLES)
    reruns = 0
    for sample in range(SAMPLES):
        reruns += asyncio.run(_come_and_go(url, per_sample))
        table.rows.append(((sample + 1) * per_sample, reruns, process.memory_info().rss / 1e6))
    return table


async def _come_and_go(url: str, readers: int) -> int:
    """How many times pages ran."""
    runs = 0
    for number in range(readers):
        scenario = EXPLORER[number % len(EXPLORER)]
        reader = Reader(url, scenario)
        await reader.open()
        changes = CHANGES if scenario.widget else 0
        for _ in range(changes):
            await reader.change()
        await reader.close()
        runs += 1 + changes
    return runs
