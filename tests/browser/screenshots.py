"""Pictures of pages for people to look at.

    python -m tests.browser.screenshots --out build/pictures --pages overview east_asia \
        --widths 1440 390 --themes light dark --langs en es

Without `--pages`, all of config/app.yml; `--query` adds state, e.g. `--query country=VNM`.
"""

from __future__ import annotations

import argparse
import sys
from itertools import product
from pathlib import Path
from urllib.parse import parse_qsl

from tests.browser.chromium import chromium_browser
from tests.browser.journey import DESK, PHONE, faults, sideways, visitor
from tests.browser.server import ROOT, running
from tests.pages import page_names


def main() -> int:
    """Take the pictures and say what looks broken; 1 when anything does."""
    parser = argparse.ArgumentParser(description="Take pictures of pages.")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "pictures")
    parser.add_argument("--pages", nargs="+", default=None)
    parser.add_argument("--widths", nargs="+", type=int, default=[DESK, PHONE])
    parser.add_argument("--themes", nargs="+", choices=["light", "dark"], default=["light", "dark"])
    parser.add_argument("--langs", nargs="+", default=["en"])
    parser.add_argument("--query", default="", help="state of the page, e.g. country=VNM&freq=Q")
    parser.add_argument("--url", default="", help="a server that runs already; else one is started")
    parser.add_argument(
        "--screen-only", action="store_true", help="what fits the screen instead of the whole page"
    )
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)

    if wanted.url:
        return take(wanted, wanted.url.rstrip("/"))
    with running(log=wanted.out / "server.log") as server:
        return take(wanted, server.url)


def take(wanted: argparse.Namespace, url: str) -> int:
    """One picture per page, width, theme and language."""
    broken = 0
    with chromium_browser() as browser:
        pages = wanted.pages or page_names()
        for name, width, theme, lang in product(pages, wanted.widths, wanted.themes, wanted.langs):
            reader = visitor(browser, url, theme=theme, width=width)
            page = reader.open(name, **{**dict(parse_qsl(wanted.query)), "lang": lang})
            if not wanted.screen_only:
                # Streamlit scrolls inside the page: a window as tall as its content shows all of it.
                tall = page.locator("[data-testid='stMain']").evaluate("node => node.scrollHeight")
                page.set_viewport_size({"width": width, "height": min(int(tall) + 80, 12_000)})
                page.wait_for_timeout(600)
            picture = wanted.out / f"{name}-{width}-{theme}-{lang}.png"
            page.screenshot(path=picture)
            wrong = faults(page) + [f"asked {address}" for address in reader.network.refused]
            wrong += [f"scrolls {sideways(page)} px sideways"] if sideways(page) else []
            print(picture, *wrong, sep="\n    ")
            broken += bool(wrong)
            reader.context.close()
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
