"""The assumptions are typed: a wrong or missing key stops the build and is named."""

from __future__ import annotations

import pytest
import yaml

from data.analysis.estimates.parameters import Parameters, parameters_from
from tests.unit.estimate_cases import CONFIG


def shipped() -> dict:
    return yaml.safe_load(CONFIG.read_text(encoding="utf-8"))


def test_the_shipped_assumptions_are_complete():
    assert isinstance(parameters_from(shipped()), Parameters)


def test_an_unknown_key_is_named():
    wrong = shipped()
    wrong["level"]["slopes"] = [1, 2]
    with pytest.raises(ValueError, match=r"config/estimates.yml: level: .*slopes"):
        parameters_from(wrong)


def test_a_missing_section_is_named():
    wrong = shipped()
    del wrong["origin"]
    with pytest.raises(ValueError, match="config/estimates.yml: expected keys .*origin"):
        parameters_from(wrong)
