"""A full allowed cross-section fetched by many programs at once, each answer made anew or kept."""

from __future__ import annotations

import asyncio
import time
import urllib.request

from benchmarks.figures import Table, percentile

AT_ONCE = 20
# Largest that leave in one request; {month} and {year} differ per request, so that nothing kept is sent.
ADDRESSES = {
    "every marketplace, one month, CSV": "/data/visits_monthly.csv?period={month}",
    "every country and origin, one year, CSV": "/data/visits_annual_origin.csv?period={year}&{again}",
    "every marketplace, one month, SDMX-CSV": "/data/visits_monthly.sdmx.csv?period={month}",
    "every marketplace, one month, Data Package": "/data/visits_monthly.zip?period={month}",
}
_YEARS, _LANGUAGES = range(2019, 2026), ("en", "es", "pt")


def measure(url: str) -> Table:
    """A table with one row per file, made anew and sent again."""
    for address in ADDRESSES.values():  # the tables are read once per process
        _fetch(url + _filled(address, AT_ONCE))
    table = Table(
        f"A cross-section by address, {AT_ONCE} requests at once (ms)",
        ("file", "made anew: median", "p95", "sent again: median", "p95", "kB"),
        note="The largest files that leave in one request. First each request asks for another period or "
        "language; then all are asked for again.",
    )
    for name, address in ADDRESSES.items():
        asked = [url + _filled(address, number) for number in range(AT_ONCE)]
        first, again = asyncio.run(_all(asked)), asyncio.run(_all(asked))
        ms = [[seconds * 1000 for seconds, _ in answers] for answers in (first, again)]
        size = max(length for _, length in first) / 1000
        made, kept = ((percentile(times, 0.5), percentile(times, 0.95)) for times in ms)
        table.rows.append((name, *made, *kept, size))
    return table


def _filled(address: str, number: int) -> str:
    """The address of request `number`: no two are alike."""
    year = _YEARS[number % len(_YEARS)]
    month = f"{year}-{1 + number // len(_YEARS):02}"
    return address.format(month=month, year=year, again=f"lang={_LANGUAGES[number // len(_YEARS)]}")


async def _all(addresses: list[str]) -> list[tuple[float, int]]:
    return await asyncio.gather(*(asyncio.to_thread(_fetch, address) for address in addresses))


def _fetch(address: str) -> tuple[float, int]:
    """Seconds until the whole answer is here, and its length in bytes."""
    started = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:
        length = len(answer.read())
    return time.perf_counter() - started, length
