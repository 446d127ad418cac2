"""The scale of foreign visits in the settings is what the outside file gives; a difference is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.build import derive, origin_scale
from data.build.derive_inputs import Inputs, read_inputs

AUDIENCE = """domain,visitor_country_iso2,share_percent
taobao.com,CN,96.0
tmall.com,CN,97.0
amazon.co.jp,JP,93.4
amazon.co.jp,CN,3.9
amazon.co.jp,KR,0.8
"""


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return read_inputs(derive.ROOT)


@pytest.fixture
def sources(tmp_path):
    path = tmp_path / origin_scale.FILE
    path.parent.mkdir(parents=True)
    path.write_text(AUDIENCE, encoding="utf-8")
    return tmp_path


def test_the_settings_agree_with_the_audiences(inputs, sources):
    assert origin_scale.differing(inputs, sources) == []


def test_a_setting_that_differs_is_named_with_what_was_found(inputs, sources):
    origin = replace(inputs.parameters.origin, foreign_scale=0.02)
    changed = replace(inputs, parameters=replace(inputs.parameters, origin=origin))
    (fault,) = origin_scale.differing(changed, sources)
    assert "origin.foreign_scale: 0.02 but 0.00" in fault
