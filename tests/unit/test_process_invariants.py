"""Any network of steps: the path against networkx, and what no change may break."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from data.analysis.processes.schedule import critical_path, elapsed, schedule
from data.analysis.processes.totals import handovers
from data.analysis.processes.what_if import possible
from data.catalog.process_changes import apply_change, without
from data.catalog.process_network import ancestors, circle, in_order, without_shortcuts
from data.catalog.process_step import Step
from data.catalog.reader_change import ReaderChange, as_change
from tests.unit.process_cases import RULES, baskets

PLAIN = baskets().steps["declare"]
HOURS = some.integers(0, 40)


@some.composite
def networks(draw: some.DrawFn) -> dict[str, Step]:
    """Up to nine steps; each waits for some of the earlier ones, the first alone starts."""
    steps: dict[str, Step] = {}
    for place in range(draw(some.integers(1, 9))):
        earlier = sorted(steps)
        after = draw(some.lists(some.sampled_from(earlier), unique=True, min_size=1)) if earlier else []
        low, typical, high = sorted(draw(some.tuples(HOURS, HOURS, HOURS)))
        hours = PLAIN.hours.model_copy(update={"min": low, "typical": typical, "max": high})
        update = {"after": tuple(after), "hours": hours, "open_to": None}
        steps[f"s{place}"] = PLAIN.model_copy(update=update)
    return steps


def graph_of(steps: dict[str, Step]) -> networkx.DiGraph:
    """The same network for networkx: hours on the edge that leaves a step."""
    graph = networkx.DiGraph()
    graph.add_nodes_from([*steps, "end"])
    for name, step in steps.items():
        graph.add_edge(name, "end", hours=step.hours.typical)
        for before in step.after:
            graph.add_edge(before, name, hours=steps[before].hours.typical)
    return graph


@settings(deadline=None)
@given(networks())
def test_the_elapsed_time_is_the_longest_path_of_networkx(steps):
    graph = graph_of(steps)
    assert elapsed(steps) == networkx.dag_longest_path_length(graph, weight="hours")
    path = critical_path(steps)
    assert sum(steps[name].hours.typical for name in path) == elapsed(steps)
    assert all(a in steps[b].after for a, b in zip(path, path[1:], strict=False))


@settings(deadline=None)
@given(networks())
def test_order_ancestors_and_needed_edges_are_those_of_networkx(steps):
    after = {name: step.after for name, step in steps.items()}
    graph = graph_of(steps).subgraph(steps)
    assert ancestors(after) == {name: networkx.ancestors(graph, name) for name in steps}
    needed = {(b, name) for name, waits in without_shortcuts(after).items() for b in waits}
    assert needed == set(networkx.transitive_reduction(graph).edges)
    order = in_order(after)
    assert all(order.index(b) < order.index(name) for name, waits in after.items() for b in waits)


@settings(deadline=None)
@given(some.dictionaries(some.sampled_from("abcdef"), some.lists(some.sampled_from("abcdef"), max_size=3)))
def test_a_circle_is_found_when_there_is_one(after):
    known = {name: [b for b in waits if b in after] for name, waits in after.items()}
    graph = networkx.DiGraph([(b, name) for name, waits in known.items() for b in waits])
    found = circle(known)
    assert bool(found) == (not networkx.is_directed_acyclic_graph(graph))
    assert all(b in known[name] for name, b in zip(found, found[1:], strict=False))


@settings(deadline=None)
@given(networks())
def test_a_delay_within_the_slack_delays_nothing_and_beyond_it_does(steps):
    table = schedule(steps).set_index("step")
    for name, slack in table["slack"].items():
        for extra, delay in ((slack, 0), (slack + 1, 1)):
            hours = steps[name].hours
            later = hours.model_copy(update={"typical": hours.typical + extra})
            delayed = {**steps, name: steps[name].model_copy(update={"hours": later})}
            assert elapsed(delayed) == pytest.approx(elapsed(steps) + delay)


@settings(deadline=None)
@given(networks())
def test_some_chain_of_critical_steps_runs_from_start_to_end(steps):
    table = schedule(steps).set_index("step")
    assert table.loc[list(critical_path(steps)), "critical"].all()
    assert (table["slack"] >= 0).all()


@settings(deadline=None)
@given(networks())
def test_the_usual_time_lies_between_the_least_and_the_most(steps):
    assert elapsed(steps, "min") <= elapsed(steps) <= elapsed(steps, "max")


@settings(deadline=None, max_examples=50)
@given(networks())
def test_no_possible_change_makes_the_process_slower_or_breaks_it(steps):
    before = elapsed(steps)
    for name in steps:
        for kind in possible(steps, name, RULES):
            changed = apply_change(steps, as_change(ReaderChange(kind, name)), RULES)
            assert not circle({one: step.after for one, step in changed.items()})
            assert all(set(step.after) <= set(changed) for step in changed.values())
            assert elapsed(changed) <= before + 1e-9
            assert len(changed) == len(steps) - (kind == "remove")


@settings(deadline=None)
@given(networks(), some.data())
def test_a_removed_step_leaves_the_order_of_the_others(steps, data):
    gone = data.draw(some.sampled_from(sorted(steps)))
    old = ancestors({name: step.after for name, step in steps.items()})
    new = ancestors({name: step.after for name, step in without(steps, gone).items()})
    assert new == {name: before - {gone} for name, before in old.items() if name != gone}


@settings(deadline=None)
@given(networks())
def test_one_actor_hands_nothing_over(steps):
    assert handovers(steps) == 0
