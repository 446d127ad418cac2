"""Small processes for the tests: steps by hand, whole processes as an analyst would write them."""

from __future__ import annotations

import copy
from typing import Any

from data.catalog import load_catalog
from data.catalog.entry import build_entry
from data.catalog.process import Process
from data.catalog.process_loading import load_process_rules, read_process
from data.catalog.process_step import Step

RULES = load_process_rules()
FILE = "config/processes/baskets.yml"


def words(text: str) -> dict[str, str]:
    return {"en": text, "es": f"{text} (es)", "pt": f"{text} (pt)"}


def hours(low: float, typical: float, high: float, evidence: str = "assumption") -> dict[str, Any]:
    return {"min": low, "typical": typical, "max": high, "evidence": evidence}


def step(name: str, time: tuple[float, float, float], *after: str, **fields: Any) -> dict[str, Any]:
    """A step as YAML would hold it."""
    return {
        "name": words(name),
        "area": "ship",
        "actor": "seller",
        "after": list(after),
        "entry": words("begins"),
        "exit": words("ends"),
        "handles": "information",
        "mode": "manual",
        "hours": hours(*time),
        "cost_usd": hours(0, 0, 0),
        **fields,
    }


# order -> pack (4 h) -> hand over (1 h); order -> declare (6 h) -> hand over: the longer way.
BASKETS: dict[str, Any] = {
    "title": words("Baskets"),
    "summary": words("A basket goes abroad"),
    "goal": words("The buyer holds the basket"),
    "basis": "desk",
    "as_of": "2026-11",
    "exporter": "VNM",
    "importer": "JPN",
    "channel": ["marketplace", "express"],
    "product": {
        "name": words("Basket"),
        "hs_code": "460211",
        "value_usd": 100,
        "weight_kg": 1.5,
        "basis": {"evidence": "assumption"},
    },
    "start": "order",
    "sources": {
        "rates": {
            "title": "Rates",
            "publisher": "Post",
            "url": "https://example.org/rates",
            "checked_on": "2026-11-24",
        }
    },
    "actors": {
        "seller": {"name": words("Seller"), "kind": "seller", "country": "VNM"},
        "carrier": {"name": words("Carrier"), "kind": "carrier"},
    },
    "items": {
        "invoice": {"name": words("Invoice"), "kind": "document", "form": "paper"},
        "label": {"name": words("Label"), "kind": "document", "form": "electronic"},
        "basket": {"name": words("Basket"), "kind": "goods"},
    },
    "steps": {
        "order": step("Order", (1, 1, 1), outputs=["invoice"], mode="automatic", area="buy"),
        "pack": step("Pack", (2, 4, 9), "order", handles="goods", outputs=["basket"]),
        "declare": step(
            "Declare",
            (3, 6, 12),
            "order",
            inputs=["invoice"],
            outputs=["label"],
            cost_usd=hours(2, 5, 8),
            rekeyed={"elements": 10, "evidence": "assumption"},
            mode="electronic",
            rules=["jpn-de_minimis-1", "wto_tfa"],
        ),
        "hand_over": step(
            "Hand over",
            (1, 1, 2),
            "pack",
            "declare",
            actor="carrier",
            others=["seller"],
            inputs=["basket", "label"],
            handles="goods",
            cost_usd={**hours(20, 25, 30, "published"), "sources": ["rates"]},
            tax_usd=hours(0, 10, 10),
        ),
    },
    "changes": {
        "by_machine": {"kind": "digitise", "step": "declare", "reason": words("Data are taken over")}
    },
}


def content() -> dict[str, Any]:
    """The process as a mapping that a test may alter."""
    return copy.deepcopy(BASKETS)


def baskets(altered: dict[str, Any] | None = None) -> Process:
    return read_process(altered or content(), "baskets", file=FILE)


def steps_of(table: dict[str, tuple[tuple[float, float, float], tuple[str, ...]]]) -> dict[str, Step]:
    """Steps from name -> (hours, what they wait for), without any other content."""
    codes = load_catalog().codes
    return {
        name: build_entry(Step, step(name, time, *after), file="a test", codes=codes)
        for name, (time, after) in table.items()
    }
