"""Reads stories: those of config/stories, which must be complete, and those of readers, view by view."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from data.catalog.entry import build_entry
from data.catalog.errors import CatalogError
from data.catalog.loading import PROJECT, load_catalog
from data.catalog.reading import read_yaml, read_yaml_text
from data.catalog.story import (
    LONGEST,
    MOST_VIEWS,
    REGION,
    Story,
    View,
    Words,
    page_codes,
    unknown_placeholder,
)

FOLDER, KEYS = "config/stories", "config/page_keys.yml"
LARGEST_FILE = 200_000  # bytes; a story of 40 views with long notes has half of it


@dataclass(frozen=True)
class Broken:
    """A view of a reader's story that cannot be shown: its title, if it has one, and what is wrong where."""

    title: str
    fault: CatalogError


@dataclass(frozen=True)
class OwnStory:
    """A story that a reader made; views that cannot be shown keep their place."""

    title: str
    views: tuple[View | Broken, ...]


def load_stories(root: Path | None = None) -> dict[str, Story]:
    """The stories of config/stories by id, in their order. Raises CatalogError."""
    return _load(Path(root or PROJECT))


def page_keys(root: Path | None = None) -> dict[str, tuple[str, ...]]:
    """The keys that the address of each page may hold, beside the language. Raises CatalogError."""
    return _page_keys(Path(root or PROJECT))


def read_own(text: str, file: str, root: Path | None = None) -> tuple[dict[str, Any], OwnStory]:
    """A reader's story from YAML, as plain content that can be worked on and as a story; errors name `file`.

    Raises CatalogError when it is no story at all; a fault in one view breaks that view alone.
    """
    if len(text) > LARGEST_FILE:
        raise CatalogError(file, "", f"expected at most {LARGEST_FILE} bytes, got {len(text)}")
    content = read_yaml_text(text, file, aliases=False)
    story = own_story(content, file, root)
    views = [
        _plain(view) if isinstance(view, View) else _kept(given)
        for view, given in zip(story.views, content["views"], strict=True)
    ]
    return {"title": story.title, "views": views}, story


def own_story(content: Mapping[str, Any], file: str, root: Path | None = None) -> OwnStory:
    """As read_own, from what the YAML holds."""
    codes = _codes(Path(root or PROJECT))
    views = content.get("views")
    if not isinstance(views, list) or not views:
        raise CatalogError(file, "views", f"expected a list of views, got {_brief(views)}")
    if len(views) > MOST_VIEWS:
        raise CatalogError(file, "views", f"expected at most {MOST_VIEWS} views, got {len(views)}")
    held = {key: value for key, value in content.items() if key != "views"}
    probe = {"page": load_catalog(root).app.built_pages[0].file, "title": ""}
    story = build_entry(Story, {"id": "own", "title": "", **held, "views": [probe]}, file=file, codes=codes)
    return OwnStory(
        title=story.title.said("en"),
        views=tuple(_own_view(view, f"views.{at}", file, codes) for at, view in enumerate(views)),
    )


def _own_view(view: Any, key: str, file: str, codes: Mapping[str, tuple[str, ...]]) -> View | Broken:
    try:
        content = {"title": "", **view} if isinstance(view, dict) else view
        return build_entry(View, content, file=file, key=key, codes=codes)
    except CatalogError as fault:
        title = view.get("title") if isinstance(view, dict) else None
        return Broken(title[:LONGEST] if isinstance(title, str) else "", fault)


def _kept(given: Any) -> dict[str, Any]:
    """What of a broken view can be carried along: its known keys, as far as they are text and lists."""
    known = (
        {name: given[name] for name in View.model_fields if name in given} if isinstance(given, dict) else {}
    )
    try:
        json.dumps(known)
    except (TypeError, ValueError, RecursionError):
        return {"page": str(known.get("page", ""))[:80]}
    return known


def own_yaml(story: OwnStory) -> str:
    """The story as a file that read_own opens again; broken views cannot be kept."""
    views = [_plain(view) for view in story.views if isinstance(view, View)]
    return yaml.safe_dump({"title": story.title, "views": views}, allow_unicode=True, sort_keys=False)


def _plain(view: View) -> dict[str, Any]:
    """The view as a file holds it: texts alike in all languages once, nothing that is empty."""
    content = view.model_dump(mode="json")
    for name in ("title", "message", "notes"):
        words: Words = getattr(view, name)
        said = {words.en, words.es, words.pt}
        content[name] = said.pop() if len(said) == 1 else {k: v for k, v in content[name].items() if v}
    return {key: held for key, held in content.items() if held}


@lru_cache(maxsize=8)
def _load(root: Path) -> dict[str, Story]:
    paths = sorted((root / FOLDER).glob("*.yml"))
    if not paths:
        raise CatalogError(FOLDER, "", "expected at least one <id>.yml, found none")
    stories = [_shipped(path, root) for path in paths]
    return {story.id: story for story in sorted(stories, key=lambda story: story.order)}


def _shipped(path: Path, root: Path) -> Story:
    """A story of ours: three languages throughout, only the placeholders that are filled."""
    file = f"{FOLDER}/{path.name}"
    story = build_entry(Story, {"id": path.stem, **read_yaml(path, file)}, file=file, codes=_codes(root))
    told = [("title", story.title), ("lead", story.lead)]
    for at, view in enumerate(story.views):
        told += [(f"views.{at}.{name}", getattr(view, name)) for name in ("title", "message", "notes")]
    for key, words in told:
        for code in words.missing:
            raise CatalogError(file, f"{key}.{code}", "expected a text, got nothing")
        for code in Words.model_fields:
            place = unknown_placeholder(words.said(code))
            if place:
                raise CatalogError(
                    file, f"{key}.{code}", f"expected no placeholder but {{country}}, got {place}"
                )
    return story


@lru_cache(maxsize=8)
def _codes(root: Path) -> dict[str, tuple[str, ...]]:
    catalog = load_catalog(root)
    pages = tuple(page.file for group in catalog.app.navigation for page in group.pages)
    return {**catalog.codes, **page_codes(pages, _page_keys(root))}


@lru_cache(maxsize=8)
def _page_keys(root: Path) -> dict[str, tuple[str, ...]]:
    app = load_catalog(root).app
    pages = [page.file for group in app.navigation for page in group.pages]
    content = read_yaml(root / KEYS, KEYS)
    for page, keys in content.items():
        if page not in pages:
            raise CatalogError(KEYS, str(page), f"expected one of {', '.join(pages)}, got {page!r}")
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise CatalogError(KEYS, str(page), f"expected a list of keys as text, got {keys!r}")
    keys = {page: tuple(content.get(page, ())) for page in pages}
    return {**keys, REGION: keys[app.regions[0]]}


def _brief(value: object) -> str:
    return "nothing" if value is None else repr(value)[:60]
