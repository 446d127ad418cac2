"""Which build of a dataset is shown: date, size, fingerprint and the vintages of its sources."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.markup import plain
from components.views.cards import Column, Table, draw_table


def draw_versions(t: Language, dataset: str) -> None:
    """Draw the section, all of it from the manifest of the build."""
    described, manifest = loaders.catalog().datasets[dataset], loaders.manifest()
    st.markdown(t("data_catalogue.versions.lead", built=t.day(manifest["built_at"])))
    file = manifest["files"].get(described.file)
    if file:
        rows = file["rows"].get(dataset)
        facts = {
            "built": t.day(manifest["built_at"]),
            "file": f"`{described.file}`",
            "rows": t.number(rows) if rows is not None else t("cards.missing_mark"),
            "bytes": t.number(file["bytes"]),
            "sha256": f"`{file['sha256']}`",
        }
        st.markdown(
            "\n".join(f"- **{t(f'data_catalogue.versions.{name}')}:** {fact}" for name, fact in facts.items())
        )
    if not described.origin.sources:
        return
    st.markdown(f"#### {t('data_catalogue.versions.sources')}")
    register = loaders.sources()
    told = manifest["sources"]
    rows_shown = pd.DataFrame(
        {
            "source": [plain(str(register["title"].get(name, name))) for name in described.origin.sources],
            "vintage": [
                t.day(told[name]) if told.get(name) else t("data_catalogue.versions.not_told")
                for name in described.origin.sources
            ],
        }
    )
    columns = tuple(Column(name, t(f"data_catalogue.versions.{name}")) for name in ("source", "vintage"))
    draw_table(t, Table(rows_shown, columns), t("data_catalogue.versions.sources"))
