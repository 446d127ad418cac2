"""Memory of the server: idle, with its data loaded, and with readers who stay."""

from __future__ import annotations

import asyncio

import psutil

from benchmarks.figures import Table
from benchmarks.protocol import Reader
from benchmarks.scenarios import EXPLORER, Scenario

READERS = 20
CHANGES = 6
PAUSE = 2.0  # seconds, for the allocator to give back what the first runs needed


def measure(url: str, pid: int) -> Table:
    """A table with the resident memory of the server process, in MB; the server must be fresh."""
    idle = _resident(pid)
    seen, staying = asyncio.run(_visits(url, pid))
    return Table(
        "Memory of the server process (MB)",
        ("state", "resident"),
        [
            ("started, nobody there", idle),
            ("every page seen and left again", seen),
            (f"{READERS} readers who stay", staying),
            ("each reader", (staying - seen) / READERS),
        ],
        note=f"Each reader has opened a page and changed a filter {CHANGES} times.",
    )


def _resident(pid: int) -> float:
    return float(psutil.Process(pid).memory_info().rss / 1e6)


async def _visits(url: str, pid: int) -> tuple[float, float]:
    for scenario in EXPLORER:
        await (await _reader(url, scenario)).close()
    await asyncio.sleep(PAUSE)
    seen = _resident(pid)
    with_filter = [scenario for scenario in EXPLORER if scenario.widget]
    readers = []
    try:
        for number in range(READERS):
            readers.append(await _reader(url, with_filter[number % len(with_filter)]))
        await asyncio.sleep(PAUSE)
        return seen, _resident(pid)
    finally:
        for reader in readers:
            await reader.close()


async def _reader(url: str, scenario: Scenario) -> Reader:
    """A reader who has opened the page and changed its filter."""
    reader = Reader(url, scenario)
    await reader.open()
    for _ in range(CHANGES if scenario.widget else 0):
        await reader.change()
    return reader
