"""`python -m benchmarks`: measures everything, prints the tables, writes benchmarks/RESULTS.md.

python -m benchmarks --quick               fewer tries; nothing is written
python -m benchmarks --only rerun memory   some parts; nothing is written
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import (
    browser_timing,
    build_time,
    coefficients,
    downloads,
    load,
    machine,
    memory,
    queries,
    rerun,
    searching,
    similarity,
    soak,
)
from benchmarks.figures import Table
from benchmarks.scenarios import BLANK_SCRIPT
from tests.browser.chromium import chromium_browser
from tests.browser.server import ROOT, Server, running

RESULTS = Path(__file__).with_name("RESULTS.md")
LOGS = ROOT / "build" / "bench"


@contextmanager
def explorer() -> Iterator[Server]:
    """A fresh explorer, served as `make run` serves it."""
    with running(log=LOGS / "explorer.log") as server:
        yield server


@contextmanager
def blank() -> Iterator[Server]:
    """A fresh server of the blank page."""
    with running(BLANK_SCRIPT, log=LOGS / "blank.log") as server:
        yield server


def in_chromium(tries: int) -> list[Table]:
    """Times and bytes in the browser."""
    with blank() as base, explorer() as server, chromium_browser() as browser:
        return list(browser_timing.measure(browser, base.url, server.url, tries))


def reruns(tries: int) -> list[Table]:
    """Server time and payload of a rerun."""
    with blank() as base, explorer() as server:
        return [rerun.measure(base.url, server.url, tries * 4)]


def crowds(tries: int) -> list[Table]:
    """Many readers at once."""
    with explorer() as server:
        return [load.measure(server.url, (20, 150) if tries > 3 else (20,), tries)]


def soaked(tries: int) -> list[Table]:
    """Memory of the server while readers come and go."""
    with explorer() as server:
        return [soak.measure(server.url, server.pid, tries * 40)]


def fetched(tries: int) -> list[Table]:
    """Files by address, many at once."""
    with explorer() as server:
        return [downloads.measure(server.url)]


def resident(tries: int) -> list[Table]:
    """Memory of the server."""
    with explorer() as server:
        return [memory.measure(server.url, server.pid)]


# In this order: the build reports the peak memory of all children so far, so it comes first.
PARTS: dict[str, Callable[[int], list[Table]]] = {
    "build": lambda tries: [build_time.measure()],
    "queries": lambda tries: [
        queries.measure(),
        searching.measure(),
        coefficients.measure(),
        similarity.measure(),
    ],
    "rerun": reruns,
    "memory": resident,
    "soak": soaked,
    "load": crowds,
    "downloads": fetched,
    "browser": in_chromium,
}


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the explorer.")
    parser.add_argument("--only", nargs="+", choices=list(PARTS), help="measure these parts only")
    parser.add_argument("--quick", action="store_true", help="three tries instead of ten")
    wanted = parser.parse_args()

    tables = []
    for name in wanted.only or PARTS:
        print(f"measuring: {name}", flush=True)
        made = PARTS[name](3 if wanted.quick else 10)
        for table in made:
            print(table.plain(), flush=True)
        tables += made
    if wanted.only or wanted.quick:
        return 0
    head = f"# Results of `make bench`\n\n{machine.describe()}\n\n"
    fresh = RESULTS.with_suffix(".tmp")
    fresh.write_text(head + "\n".join(table.markdown() for table in tables), encoding="utf-8")
    os.replace(fresh, RESULTS)
    print(f"wrote {RESULTS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
