"""A stand-in for the address and the session that components/state.py works on, without a running page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest


class Params:
    """Query parameters as st.query_params keeps them: any number of values for a key."""

    def __init__(self, given: Mapping[str, list[str]]) -> None:
        self._given = {key: list(values) for key, values in given.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __contains__(self, key: str) -> bool:
        return key in self._given

    def __setitem__(self, key: str, value: str | list[str]) -> None:
        self._given[key] = [value] if isinstance(value, str) else list(value)

    def __delitem__(self, key: str) -> None:
        del self._given[key]

    def get(self, key: str, default: str | None = None) -> str | None:
        """The last value of a key."""
        return self._given[key][-1] if self._given.get(key) else default

    def get_all(self, key: str) -> list[str]:
        """All values of a key."""
        return list(self._given.get(key, []))


def parsed(link: str) -> dict[str, list[str]]:
    """The query of a link, as a server reads it."""
    return parse_qs(urlsplit(link).query, keep_blank_values=True)


@contextmanager
def address(given: Mapping[str, list[str]]) -> Iterator[None]:
    """Let components/state.py see these parameters and an empty session."""
    with pytest.MonkeyPatch.context() as patch:
        context = SimpleNamespace(url="https://explorer.example/east_asia?old=1")
        page = SimpleNamespace(query_params=Params(given), session_state={}, context=context)
        patch.setattr("components.state.st", page)
        yield
