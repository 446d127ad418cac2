"""config/policies.yml: a fault in it is told with file, key and what was expected."""

from __future__ import annotations

import pytest

from data.catalog import CatalogError, load_catalog
from tests.unit.project_copy import copy_with

FILE = "config/policies.yml"


def test_a_site_without_an_address_for_corrections_has_none():
    assert load_catalog().policies.corrections_to == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("usual: 3", "usual: 5", "expected usual to be one of the choices"),
        ("  tax_fees: [vat_low", "  taxes: [vat_low", "touches"),
        ("[de_minimis, vat_low_value_goods, cross_border_data]", "[customs]", "touches.export_promotion"),
        ('corrections_to: ""', "corrections_to: nobody", "corrections_to"),
        ('corrections_to: ""', 'corrections_to: "a@b.org?cc=c@d.org"', "corrections_to"),
        ("nearest_peers: 8", "nearest_peers: 0", "nearest_peers"),
        ("marketplaces: 12", "shops: 12", "shops: expected one of the keys"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path, old, new, said):
    with pytest.raises(CatalogError) as fault:
        load_catalog(copy_with(tmp_path, FILE, old, new))
    assert FILE in str(fault.value) and said in str(fault.value)
