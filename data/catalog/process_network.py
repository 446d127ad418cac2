"""Steps and what they wait for as a network: circles, ancestors, an order, edges that others imply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

After = Mapping[str, Sequence[str]]


def circle(after: After) -> tuple[str, ...]:
    """The first circle, from a step through those it waits for back to itself; empty when there is none."""
    done: set[str] = set()
    for name in after:
        path: list[str] = []
        found = _walk(name, after, done, path)
        if found:
            return found
    return ()


def _walk(name: str, after: After, done: set[str], path: list[str]) -> tuple[str, ...]:
    if name in path:
        return (*path[path.index(name) :], name)
    if name in done or name not in after:
        return ()
    path.append(name)
    for before in after[name]:
        found = _walk(before, after, done, path)
        if found:
            return found
    path.pop()
    done.add(name)
    return ()


def in_order(after: After) -> tuple[str, ...]:
    """The steps so that each stands behind all it waits for, otherwise in the given order.

    Raises ValueError for a circle.
    """
    found = circle(after)
    if found:
        raise ValueError(f"expected no circle, got {' -> '.join(found)}")
    placed: dict[str, None] = {}

    def place(name: str) -> None:
        if name not in placed:
            for before in after[name]:
                place(before)
            placed[name] = None

    for name in after:
        place(name)
    return tuple(placed)


def ancestors(after: After) -> dict[str, set[str]]:
    """All steps that come before each step, directly or not. Raises ValueError for a circle."""
    before: dict[str, set[str]] = {}
    for name in in_order(after):
        before[name] = set(after[name]).union(*(before[other] for other in after[name]))
    return {name: before[name] for name in after}


def without_shortcuts(after: After) -> dict[str, tuple[str, ...]]:
    """The same order with no more edges than needed: none to a step that another predecessor implies."""
    before = ancestors(after)
    return {
        name: tuple(one for one in waits if not any(one in before[other] for other in waits))
        for name, waits in after.items()
    }
