"""How long rebuilding the data takes and how much memory it needs, in a copy of the project."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Table

ROOT = Path(__file__).resolve().parents[1]


def measure() -> Table:
    """A table with seconds and peak memory of `python -m data.build derive`; the project's own files stay."""
    with tempfile.TemporaryDirectory() as place:
        for folder in ("data", "config", "static"):
            shutil.copytree(ROOT / folder, Path(place) / folder, ignore=shutil.ignore_patterns("__pycache__"))
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "data.build", "derive"], cwd=place, capture_output=True, text=True
        )
        seconds = time.perf_counter() - started
    if done.returncode:
        raise RuntimeError(f"the build failed:\n{done.stderr[-2000:]}")
    # Peak over all finished children; the build is by far the largest when this runs first.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Table(
        "Rebuilding the data from base tables and registers",
        ("what", "value"),
        [("seconds", seconds), ("peak memory, MB", peak / 1e6)],
    )
