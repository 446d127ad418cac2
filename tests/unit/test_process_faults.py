"""A mistake in a study is told by file, step, what was expected and what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data.catalog import CatalogError
from tests.unit.process_cases import FILE, baskets, content, hours, step, words

Alter = Callable[[dict[str, Any]], object]


def in_step(name: str, /, **fields: Any) -> Alter:
    return lambda study: study["steps"][name].update(fields)


def change(**fields: Any) -> Alter:
    return lambda study: study.update(changes={"new": {"reason": words("Why"), **fields}})


FAULTS: dict[str, tuple[Alter, str]] = {
    "a circle": (
        in_step("order", after=["hand_over"]),
        "steps.order.after: expected no circle, got order -> hand_over -> pack -> order",
    ),
    "a step that waits for itself": (
        in_step("pack", after=["pack"]),
        "steps.pack.after: expected no circle, got pack -> pack",
    ),
    "a predecessor that is none": (
        in_step("pack", after=["ordr"]),
        "steps.pack.after.0: expected one of the steps order, pack, declare, hand_over, got 'ordr'",
    ),
    "a missing actor": (
        in_step("pack", actor="packer"),
        "steps.pack.actor: expected one of the actors seller, carrier, got 'packer'",
    ),
    "an actor who takes part and is none": (
        in_step("pack", others=["packer"]),
        "steps.pack.others.0: expected one of the actors seller, carrier, got 'packer'",
    ),
    "no actor at all": (
        lambda study: study["steps"]["pack"].pop("actor"),
        "steps.pack.actor: expected a value, got nothing",
    ),
    "an unknown law": (
        in_step("pack", rules=["jpn-de_minimis-9"]),
        "steps.pack.rules.0: expected a law_id of data/registers/laws.csv, a treaty code or a rule declared "
        "under `rules`, got 'jpn-de_minimis-9'",
    ),
    "an unknown policy": (
        in_step("pack", policies=["vnm-p99"]),
        "steps.pack.policies.0: expected an id of data/registers/policies.csv, got 'vnm-p99'",
    ),
    "an unknown marketplace": (
        in_step("pack", marketplaces=["shoppee"]),
        "steps.pack.marketplaces.0: expected an id of data/registers/marketplaces.csv, got 'shoppee'",
    ),
    "a negative time": (
        in_step("pack", hours=hours(-1, 2, 3)),
        "steps.pack.hours.min: input should be greater than or equal to 0, got -1",
    ),
    "a least time above the usual one": (
        in_step("pack", hours=hours(5, 4, 9)),
        "steps.pack.hours: expected min <= typical <= max, got 5, 4, 9",
    ),
    "a usual cost above the highest": (
        in_step("pack", cost_usd=hours(1, 4, 3)),
        "steps.pack.cost_usd: expected min <= typical <= max, got 1, 4, 3",
    ),
    "a step that cannot be reached": (
        in_step("declare", after=[]),
        "steps.declare.after: expected a way from 'order' (start) to 'declare', found none: say what "
        "it waits for",
    ),
    "a start that waits": (
        lambda study: study.update(start="pack"),
        "steps.pack.after: expected nothing before the start, got 'order'",
    ),
    "a start that is no step": (
        lambda study: study.update(start="begin"),
        "start: expected one of the steps order, pack, declare, hand_over, got 'begin'",
    ),
    "a document that is not declared": (
        in_step("pack", inputs=["permit"]),
        "steps.pack.inputs.0: expected one of the items declared under `items`: invoice, label, basket, got "
        "'permit'",
    ),
    "a document that is used before it is made": (
        in_step("pack", inputs=["label"]),
        "steps.pack.inputs: expected 'label' from a step before 'pack', but it comes from declare",
    ),
    "a document that nobody uses": (
        lambda study: study["items"].update(permit={"name": words("P"), "kind": "document", "form": "paper"}),
        "items.permit: expected something that uses it, found nothing: use it or remove it",
    ),
    "an actor who does nothing": (
        lambda study: study["actors"].update(bank={"name": words("Bank"), "kind": "payment_provider"}),
        "actors.bank: expected something that uses it, found nothing: use it or remove it",
    ),
    "a source that nothing rests on": (
        lambda study: study["sources"].update(idle={**study["sources"]["rates"]}),
        "sources.idle: expected something that uses it, found nothing: use it or remove it",
    ),
    "a rule that nothing applies": (
        lambda study: study.update(rules={"permit": {"name": words("Permit"), "sources": ["rates"]}}),
        "rules.permit: expected something that uses it, found nothing: use it or remove it",
    ),
    "a document without a form": (
        lambda study: study["items"]["invoice"].pop("form"),
        "items.invoice.form: expected a form for a document, and only for one, got None",
    ),
    "a published value without a source": (
        in_step("pack", hours=hours(1, 2, 3, "published")),
        "steps.pack.hours: expected sources beside evidence 'published', got none; without one it is an "
        "assumption",
    ),
    "a source that is not declared": (
        in_step("pack", hours={**hours(1, 2, 3, "published"), "sources": ["rate"]}),
        "steps.pack.hours.sources.0: expected one of the sources rates, got 'rate'",
    ),
    "a published value whose source has no address": (
        lambda study: study["sources"]["rates"].pop("url"),
        "sources.rates.url: expected the address of a public page (steps.hand_over.cost_usd), got nothing",
    ),
    "an area that is none": (
        in_step("pack", area="move"),
        "steps.pack.area: expected one of buy, ship, pay, got 'move'",
    ),
    "a country that is no member": (
        lambda study: study.update(exporter="FRA"),
        "exporter: expected one of",
    ),
    "a text that lacks a language": (
        in_step("pack", name={"en": "Pack", "es": "Embalar"}),
        "steps.pack.name.pt: expected a value, got nothing",
    ),
    "an unknown key": (
        in_step("pack", duration=3),
        "steps.pack.duration: expected one of the keys name, area, actor,",
    ),
    "a rule of its own that the register holds": (
        lambda study: study.update(rules={"wto_tfa": {"name": words("TFA"), "sources": ["rates"]}}),
        "rules.wto_tfa: expected no id of a law or treaty of the registers, got 'wto_tfa'",
    ),
    "a change of no step": (
        change(kind="remove", step="packing"),
        "changes.new: expected one of the steps order, pack, declare, hand_over, got 'packing'",
    ),
    "a step added twice": (
        change(kind="add", step="pack", values=step("Pack", (1, 1, 1), "order")),
        "changes.new: expected the id of a new step, got 'pack', which there is",
    ),
    "a step added without its time": (
        change(kind="add", step="scan", values={"name": words("Scan")}),
        "changes.new: expected values.area for a step that is added, got nothing",
    ),
    "a change that makes a circle": (
        change(kind="replace", step="pack", values={"after": ["hand_over"]}),
        "changes.new: steps.pack.after: expected no circle, got pack -> hand_over -> pack",
    ),
    "a change that lets a step run beside the start's successor": (
        change(kind="parallelise", step="pack"),
        "changes.new: expected a step whose predecessors have predecessors themselves, got 'pack'",
    ),
    "a change of the form of what is no document": (
        change(kind="shorten", step="pack", forms={"basket": "electronic"}),
        "changes.new.forms.0: expected one of the documents invoice, label, got 'basket'",
    ),
    "a change by an unknown policy": (
        change(kind="shorten", step="pack", policies=["none"]),
        "changes.new.policies.0: expected an id of data/registers/policies.csv, got 'none'",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_by_file_and_step(name):
    alter, message = FAULTS[name]
    study = content()
    alter(study)
    with pytest.raises(CatalogError) as caught:
        baskets(study)
    assert str(caught.value).startswith(f"{FILE}: {message}")


def test_the_process_without_a_fault_is_accepted():
    assert list(baskets().steps) == ["order", "pack", "declare", "hand_over"]
