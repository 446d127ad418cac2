"""The Chromium that tests, screenshots and benchmarks drive: found, installed where missing, started.

`python -m tests.browser.chromium` prints its path; with `--install` a missing one is installed first.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A browser that phones home would spoil both the offline claim and the timings.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
)


class ChromiumMissing(RuntimeError):
    """No Chromium was found, and none could be installed."""


def find_chromium() -> Path | None:
    """Where a Chromium is: CHROMIUM_PATH, else on PATH, else Playwright's own; None when there is none.

    Raises ChromiumMissing when CHROMIUM_PATH is set and names no program.
    """
    named = os.environ.get("CHROMIUM_PATH")
    if named:
        if not os.access(named, os.X_OK):
            raise ChromiumMissing(f"CHROMIUM_PATH: expected a program, found nothing to run at '{named}'")
        return Path(named)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return _playwrights_own()


def install_chromium() -> Path:
    """Install a Chromium: Debian's package where we may, else Playwright's download; returns its path."""
    for attempt in (_install_debian, _install_playwright):
        attempt()
        found = find_chromium()
        if found:
            return found
    raise ChromiumMissing("no Chromium could be installed: install one and name it in CHROMIUM_PATH")


@contextmanager
def chromium_browser() -> Iterator[Browser]:
    """A headless Chromium, closed afterwards. Raises ChromiumMissing when there is none."""
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if path is None:
        raise ChromiumMissing("no Chromium was found: run `make test`, or name one in CHROMIUM_PATH")
    # Root may not use Chromium's sandbox, and containers give /dev/shm too little room.
    as_root = ("--no-sandbox", "--disable-dev-shm-usage") if os.geteuid() == 0 else ()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(path), args=[*QUIET, *as_root])
        try:
            yield browser
        finally:
            browser.close()


def _playwrights_own() -> Path | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as driver:
        path = Path(driver.chromium.executable_path)
    return path if path.exists() else None


def _install_debian() -> None:
    apt = shutil.which("apt-get")
    sudo = shutil.which("sudo")
    if not apt or (os.geteuid() != 0 and not sudo):
        return
    prefix = [] if os.geteuid() == 0 else [str(sudo), "-n"]  # -n: never stop to ask for a password
    quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    print("Installing Debian's Chromium", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]):
        done = subprocess.run(
            [*prefix, apt, *quiet, *step],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        if done.returncode:
            print(f"apt-get {step[0]} failed; trying Playwright's own Chromium", file=sys.stderr)
            return


def _install_playwright() -> None:
    print("Downloading Playwright's Chromium", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)


def main() -> int:
    """Print the path of a Chromium; 1 when there is none."""
    parser = argparse.ArgumentParser(description="Print the path of the Chromium that the tests drive.")
    parser.add_argument("--install", action="store_true", help="install one where it is missing")
    arguments = parser.parse_args()
    try:
        found = find_chromium() or (install_chromium() if arguments.install else None)
    except ChromiumMissing as error:
        print(error, file=sys.stderr)
        return 1
    if found:
        print(found)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
