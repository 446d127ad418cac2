"""Order of a matrix, places in a network, and what one region has that the other lacks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

from data.analysis.regulation.clustering import merges, order
from data.analysis.regulation.contrast import contrast, one_has_other_lacks
from data.analysis.regulation.history import levels_by_year, means_by_year
from data.analysis.regulation.layout import places
from data.analysis.regulation.similarity import Measure, compare
from tests.unit.regulation_cases import panels, random_panel, table


@pytest.mark.parametrize("seed", range(8))
def test_merges_are_those_of_scipy(seed):
    apart = squareform(np.random.default_rng(seed).permutation(66) / 66)
    theirs = linkage(squareform(apart), "average")
    ours = merges(1 - apart)
    assert [one.distance for one in ours] == pytest.approx(theirs[:, 2])
    assert [len(one.left) + len(one.right) for one in ours] == theirs[:, 3].tolist()


@settings(deadline=None)
@given(panel=panels(least_areas=1))
def test_the_order_holds_each_country_once(panel):
    similarity = compare(panel, Measure(least=0.0)).similarity
    assert sorted(order(similarity)) == list(range(len(panel.areas)))


def test_groups_stand_together_with_their_likes_at_the_ends():
    panel = table({"A": "iiii", "X": "nnnn", "B": "iiin", "Y": "nnnd", "C": "iinn"})
    found = [panel.areas[row] for row in order(compare(panel).similarity)]
    assert found in ([*"ABCXY"], [*"YXCBA"])


@pytest.mark.parametrize(("areas", "unknown"), [(2, 0.0), (8, 0.0), (36, 0.0), (36, 0.4)])
def test_places_are_apart_within_the_square_and_always_the_same(areas, unknown):
    similarity = compare(random_panel(areas, 20, unknown=unknown)).similarity
    found = places(similarity)
    assert found.shape == (areas, 2) and ((found >= 0) & (found <= 1)).all()
    apart = np.linalg.norm(found[:, None] - found[None], axis=2)[~np.eye(areas, dtype=bool)]
    assert apart.min() > 0.05
    assert np.array_equal(found, places(similarity))


def test_countries_with_the_same_answers_are_told_apart():
    assert np.linalg.norm(np.diff(places(np.ones((3, 3))), axis=0), axis=1).min() > 0.05


def test_alike_countries_are_drawn_nearer():
    panel = table({"A": "iiiiii", "B": "iiiiin", "X": "nnnnnn", "Y": "nnnnni"})
    a, b, x, y = places(compare(panel).similarity)
    assert max(np.linalg.norm(a - b), np.linalg.norm(x - y)) < min(
        np.linalg.norm(one - other) for one in (a, b) for other in (x, y)
    )


def test_what_one_region_has_and_the_other_lacks():
    panel = table({"A": "iip.", "B": "iii.", "C": "idn.", "D": "inni", "E": "inni"})
    found = contrast(panel, {"east": ("A", "B"), "west": ("C", "D", "E")}, has=0.5)
    east = found[found["region"] == "east"].set_index("item")
    assert east["share"].tolist()[:3] == [1.0, 1.0, 1.0] and np.isnan(east.loc["k3", "share"])
    assert east.loc["k1", "difference"] == pytest.approx(1.0) and np.isnan(east.loc["k3", "difference"])
    assert one_has_other_lacks(found, "east") == ("k1", "k2")
    assert one_has_other_lacks(found, "west") == ()
    with pytest.raises(ValueError, match="expected two regions, got 1"):
        contrast(panel, {"east": ("A",)}, has=0.5)


def test_too_few_known_answers_say_nothing_of_a_region():
    panel = table({"A": "i", "B": ".", "C": ".", "D": "n"})
    found = contrast(panel, {"east": ("A", "B", "C"), "west": ("D",)}, has=0.5).set_index("region")
    assert np.isnan(found.loc["east", "share"]) and found.loc["east", "known"] == 1
    assert not found.loc["east", "mostly"]


def test_means_over_years_rest_on_the_same_pairs_in_every_year():
    years = {
        2000: table({"A": "nn", "B": "nn", "C": "n.", "D": "nn"}),
        2001: table({"A": "in", "B": "nn", "C": "in", "D": "ii"}),
    }
    members = {"east": ("A", "B", "C"), "west": ("D",)}
    found = means_by_year(years, members, Measure()).set_index(["year", "series"])
    assert found.loc[(2000, "east"), "value"] == 1.0 and found.loc[(2001, "east"), "value"] == 0.5
    assert found.loc[(2001, "east"), ["pairs", "of"]].tolist() == [1, 3], "C is not known in 2000"
    assert found.loc[(2001, "between"), "value"] == pytest.approx(0.25)
    assert np.isnan(found.loc[(2001, "west"), "value"])
    levels = levels_by_year(years, members, Measure()).set_index(["year", "series"])
    assert levels.loc[(2001, "east"), ["value", "pairs"]].tolist() == [0.25, 2]
    assert levels.loc[(2001, "west"), "value"] == 1.0
    with pytest.raises(ValueError, match="expected two regions, got 1"):
        means_by_year(years, {"east": "A"}, Measure())
