"""Many readers at once on one server process, each changing a filter every few seconds."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

from benchmarks.figures import Table, percentile
from benchmarks.protocol import Reader
from benchmarks.scenarios import HEAVIEST, Scenario

INTERVAL = 5.0  # seconds between two changes of one reader
ARRIVALS = 10  # readers who open the page in each second at the start


@dataclass
class Crowd:
    """What a crowd of readers met: seconds per change, and the errors."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def measure(url: str, sizes: tuple[int, ...], changes: int) -> Table:
    """A table with one row per size of the crowd."""
    table = Table(
        "Many readers on one process",
        ("readers", "changes", "median ms", "p95 ms", "longest ms", "errors"),
        note=f"Page {HEAVIEST.name}; each reader changes a filter every {INTERVAL:.0f} s. Times count from "
        "the moment a change was due, so a server that falls behind shows it.",
    )
    for size in sizes:
        crowd = asyncio.run(_crowd(url, HEAVIEST, size, changes))
        ms = [second * 1000 for second in crowd.seconds]
        half, most = (percentile(ms, 0.5), percentile(ms, 0.95)) if ms else (None, None)
        table.rows.append((size, len(ms), half, most, max(ms, default=None), len(crowd.errors)))
        for error in sorted(set(crowd.errors))[:3]:
            print(f"  {size} readers: {error}")
    return table


async def _crowd(url: str, scenario: Scenario, size: int, changes: int) -> Crowd:
    crowd, chance = Crowd(), random.Random(size)
    start = time.perf_counter()
    # All have arrived before anybody's changes count.
    due = start + size / ARRIVALS + 2
    await asyncio.gather(
        *(
            _reader(
                url, scenario, start + number / ARRIVALS, due + chance.random() * INTERVAL, changes, crowd
            )
            for number in range(size)
        )
    )
    return crowd


async def _reader(url: str, scenario: Scenario, start: float, due: float, changes: int, crowd: Crowd) -> None:
    reader = Reader(url, scenario)
    try:
        await _until(start)
        await reader.open()
        for number in range(changes):
            planned = due + number * INTERVAL
            await _until(planned)
            await reader.change()
            crowd.seconds.append(time.perf_counter() - planned)
    except Exception as error:  # one reader's trouble is a result, not the end of the measurement
        crowd.errors.append(f"{type(error).__name__}: {error}")
    finally:
        await reader.close()


async def _until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.perf_counter()))
