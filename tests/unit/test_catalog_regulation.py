"""config/regulation.yml: a fault in it is told with file, key and what was expected."""

from __future__ import annotations

import pytest

from data.catalog import CatalogError, load_catalog
from tests.unit.project_copy import copy_with

FILE = "config/regulation.yml"


def test_every_item_is_in_one_group():
    regulation = load_catalog().regulation
    assert regulation.layers["framework"].group_of("de_minimis") == "border"
    assert len(regulation.layers["framework"].items) == 18
    assert len(regulation.layers["treaties"].items) == 19
    with pytest.raises(KeyError):
        regulation.layers["framework"].group_of("rcep")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("draft: 0.25", "draft: 1.25", "layers.framework.scores.draft"),
        ("    before: none\n", "    before: nothing\n", "expected before to be one of in_force"),
        ("[foreign_equity, ecommerce_strategy]", "[foreign_equity]", "ecommerce_strategy in one group"),
        (
            "[foreign_equity, ecommerce_strategy]",
            "[foreign_equity, ecommerce_strategy, tax]",
            "expected tax in one",
        ),
        ("market: [foreign_equity", "market: [de_minimis, foreign_equity", "expected each item in one group"),
        ("traditional_trade: ['1', '10', '11']", "traditional_trade: ['1', '13']", "expected one of 1, 2"),
        ("shared_items: 0.7", "shared_items: most", "shared_items: expected a number"),
        ("  rdtii:\n    before: '0'\n", "", "layers: expected framework, treaties, rdtii"),
        ("shared_items: 0.7", "shared: 0.7", "shared: expected one of the keys"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path, old, new, said):
    with pytest.raises(CatalogError) as found:
        load_catalog(copy_with(tmp_path, FILE, old, new))
    assert str(found.value).startswith(FILE)
    assert said in str(found.value)
