"""What a reader sees when something is broken: what is missing and what to do, never a traceback."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components.i18n import Language, has_text
from data.catalog import CatalogError
from data.store import StoreError

log = logging.getLogger("explorer")


@contextmanager
def guarded(t: Language) -> Iterator[None]:
    """Run one part of a page; a fault in it is shown in its place and logged, the rest goes on."""
    try:
        yield
    except StoreError as error:
        log.error("%s", error)
        st.error(t("errors.data", what=_named(t, error), remedy=t(f"errors.remedy.{error.kind}")))
    except CatalogError as error:
        log.error("%s", error)
        st.error(t("errors.settings", what=error.file))
    except Exception:
        log.exception("a part of the page failed")
        st.error(t("errors.unexpected"))


def _named(t: Language, error: StoreError) -> str:
    """What is missing, in the reader's words: the title of the dataset, or the file if there is none."""
    key = f"datasets.{error.dataset}.title"
    return t(key) if has_text(key, t.code) else error.place
