"""Memory of the server: idle, with its data loaded, and with readers who stay."""

from __future__ import annotations

import asyncio

import psutil

from benchmarks.figures import Table
from benchmarks.protocol import Reader
from benchmarks.scenarios import EXPLORER

READERS = 20
CHANGES = 6


def measure(url: str, pid: int) -> Table:
    """A table with the resident memory of the server process, in MB; the server must be fresh."""
    idle = _resident(pid)
    one, many = asyncio.run(_stay(url, pid))
    return Table(
        "Memory of the server process (MB)",
        ("state", "resident"),
        [
            ("started, nobody there", idle),
            ("one reader, every page seen", one),
            (f"{READERS} readers who stay", many),
            ("each further reader", (many - one) / (READERS - 1)),
        ],
        note=f"Each reader has opened a page and changed a filter {CHANGES} times.",
    )


def _resident(pid: int) -> float:
    return float(psutil.Process(pid).memory_info().rss / 1e6)


async def _stay(url: str, pid: int) -> tuple[float, float]:
    readers: list[Reader] = []
    try:
        for scenario in EXPLORER:
            visitor = Reader(url, scenario)
            await visitor.open()
            await visitor.close()
        with_filter = [scenario for scenario in EXPLORER if scenario.widget]
        one = 0.0
        for number in range(READERS):
            reader = Reader(url, with_filter[number % len(with_filter)])
            readers.append(reader)
            await reader.open()
            for _ in range(CHANGES):
                await reader.change()
            one = one or _resident(pid)
        await asyncio.sleep(1)
        return one, _resident(pid)
    finally:
        for reader in readers:
            await reader.close()
