"""The pages that the navigation offers, read from config/app.yml without the app's own code."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]


def page_names() -> list[str]:
    """The pages that are built, in the order of the navigation; a name is the file's stem and the URL."""
    app = yaml.safe_load((ROOT / "config" / "app.yml").read_text(encoding="utf-8"))
    return [page["file"] for group in app["navigation"] for page in group["pages"] if page["built"]]
