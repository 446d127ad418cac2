"""What every run of a page stands on: the project's folder, as when the app is served."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st

from components.kept import forget
from tests.pages import ROOT


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in the project's folder and without settings of the developer's own shell."""
    monkeypatch.chdir(ROOT)
    for name in ("EXPLORER_DATABASE_URL", "EXPLORER_DATA_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def cold_caches() -> Iterator[None]:
    """Forget what earlier runs read, and afterwards what this one read: it changes what is on the disk."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()
    forget()
