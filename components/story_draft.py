"""The story that a reader is putting together, kept in the session: a title and views in an order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components import state
from data.catalog.story import MOST_VIEWS
from data.catalog.story_loading import page_keys

_DRAFT = "story.draft"
Content = dict[str, Any]


def content() -> Content:
    """The story as a file would hold it; `views` may be empty. Change it only through this module."""
    held: Content = st.session_state.setdefault(_DRAFT, {"title": "", "views": []})
    return held


def count() -> int:
    """How many views it has."""
    return len(content()["views"])


def full() -> bool:
    """Whether no view fits any more."""
    return count() >= MOST_VIEWS


def add(page: str, query: Mapping[str, Sequence[str]], card: str, title: str) -> bool:
    """Put a view at the end: a card of a page for the query that it was seen with. False when it is full."""
    if full():
        return False
    known = page_keys().get(page, ())
    view: Content = {"page": page, "title": title, "cards": [card]}
    kept = {key: list(values) for key, values in query.items() if key in known}
    content()["views"].append(view | ({"query": kept} if kept else {}))
    return True


def add_here(card: str, title: str) -> None:
    """As add, for a card of the page that is being drawn and its address."""
    add(state.page(), state.everything(), card, title)


def write(at: int, **words: str) -> None:
    """Set title, message or notes of a view."""
    content()["views"][at].update(words)


def name(title: str) -> None:
    """Set the title of the story."""
    content()["title"] = title


def move(at: int, by: int) -> None:
    """Move a view up or down by so many places."""
    views = content()["views"]
    to = at + by
    if 0 <= at < len(views) and 0 <= to < len(views):
        views.insert(to, views.pop(at))


def remove(at: int) -> None:
    """Take a view out."""
    views = content()["views"]
    if 0 <= at < len(views):
        views.pop(at)


def replace(story: Content) -> None:
    """Work on another story from now on."""
    st.session_state[_DRAFT] = {"title": story.get("title", ""), "views": list(story.get("views", []))}
