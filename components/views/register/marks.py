"""Texts with the words that were searched for marked, as Markdown or HTML in which data is only ever text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.markup import plain
from data.store.search import Segment


def marked_markdown(segments: Iterable[Segment]) -> str:
    """For labels of buttons and headings."""
    return "".join(
        f":gray-background[{plain(piece.text)}]" if piece.marked and piece.text.strip() else plain(piece.text)
        for piece in segments
    )


def marked_html(segments: Iterable[Segment]) -> str:
    """For st.html."""
    return "".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.marked else escape(piece.text) for piece in segments
    )


def unmarked(text: str) -> tuple[Segment, ...]:
    """A text in which nothing is marked."""
    return (Segment(text, False),)
