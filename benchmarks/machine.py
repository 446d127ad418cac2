"""On what the measurements were made: processor, memory, versions, date."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil

from tests.browser.chromium import find_chromium


def describe() -> str:
    """One paragraph on this machine."""
    chromium = find_chromium()
    browser = "no Chromium"
    if chromium:
        asked = subprocess.run(
            [str(chromium), "--version"], capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        browser = asked.stdout.strip() or chromium.name
    parts = [
        f"Measured on {datetime.now(UTC):%Y-%m-%d}",
        f"{os.cpu_count()} cores ({_processor()})",
        f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        f"{platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}",
        f"Streamlit {version('streamlit')}",
        browser,
    ]
    return ", ".join(parts) + "."


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"
