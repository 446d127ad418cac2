"""BPMN files against the schema of the standard, drawn without overlap, and run to the end by an engine."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import SpiffWorkflow.bpmn.parser as parsers
from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.util.task import TaskState

from components.export.bpmn import DC, DI, MODEL, Words, bpmn_xml
from components.export.bpmn_drawing import Box
from data.analysis.processes.schedule import Steps
from tests.unit.process_cases import baskets, steps_of

SPACES = {"b": MODEL, "di": DI, "dc": DC}
SCHEMA = etree.XMLSchema(file=str(Path(parsers.__file__).parent / "schema" / "BPMN20.xsd"))
NETWORK = {
    "a": ((1, 2, 3), ()),
    "b": ((2, 3, 5), ("a",)),
    "c": ((1, 2, 4), ("a",)),
    "d": ((3, 4, 4), ("b",)),
    "e": ((4, 5, 20), ("c", "b", "a")),
    "f": ((2, 3, 3), ("d",)),
    "g": ((1, 1, 1), ("e", "f")),
    "h": ((1, 1, 1), ("b",)),
}


def case(name: str) -> Steps:
    two_starts = {"a": ((1, 1, 1), ()), "b": ((1, 1, 1), ()), "c": ((1, 1, 1), ("a", "b"))}
    return {"baskets": baskets().steps, "network": steps_of(NETWORK), "two starts": steps_of(two_starts)}[
        name
    ]


CASES = ("baskets", "network", "two starts")


def written(steps: Steps) -> etree._Element:
    words = Words(
        title="Baskets & <more>",
        steps={name: f"Step {name}" for name in steps},
        actors={"seller": "Seller", "carrier": "Carrier"},
        notes=dict.fromkeys(steps, "How long & how much"),
    )
    return etree.fromstring(bpmn_xml("baskets", steps, words))


@pytest.mark.parametrize("name", CASES)
def test_the_file_follows_the_schema_of_bpmn(name):
    SCHEMA.assertValid(written(case(name)))


@pytest.mark.parametrize("name", CASES)
def test_an_engine_runs_every_step_after_those_it_waits_for(name):
    # By hand, since the engine leaves the tasks of systems to systems that are not here.
    steps = {one: step.model_copy(update={"mode": "manual"}) for one, step in case(name).items()}
    root = written(steps)
    # The file describes and does not ask to be run; here it is run to see that it comes to its end.
    root.find("b:process", SPACES).set("isExecutable", "true")
    parser = BpmnParser()
    parser.add_bpmn_xml(root)
    workflow = BpmnWorkflow(parser.get_spec("baskets"))
    done: list[str] = []
    workflow.do_engine_steps()
    while not workflow.is_completed():
        ready = [t for t in workflow.get_tasks(state=TaskState.READY) if t.task_spec.name.startswith("step_")]
        assert ready, f"stuck after {done}"
        done.append(ready[0].task_spec.name.removeprefix("step_"))
        ready[0].run()
        workflow.do_engine_steps()
    assert sorted(done) == sorted(steps)
    assert all(done.index(before) < place for place, one in enumerate(done) for before in steps[one].after)


@pytest.mark.parametrize("name", CASES)
def test_everything_is_drawn_once_inside_its_lane_and_nothing_overlaps(name):
    steps = case(name)
    root = written(steps)
    boxes = {}
    for shape in root.iterfind(".//di:BPMNShape", SPACES):
        about = shape.find("dc:Bounds", SPACES).attrib
        boxes[shape.get("bpmnElement")] = Box(*(float(about[k]) for k in ("x", "y", "width", "height")))
    nodes = {element.text for element in root.iterfind(".//b:flowNodeRef", SPACES)}
    lanes = {lane.get("id") for lane in root.iterfind(".//b:lane", SPACES)}
    assert set(boxes) == nodes | lanes | {"pool"}
    for one, other in itertools.combinations(sorted(nodes), 2):
        assert apart(boxes[one], boxes[other]), (one, other)
    for lane in root.iterfind(".//b:lane", SPACES):
        for element in lane.iterfind("b:flowNodeRef", SPACES):
            assert inside(boxes[element.text], boxes[lane.get("id")]), element.text
    drawn = {edge.get("bpmnElement") for edge in root.iterfind(".//di:BPMNEdge", SPACES)}
    assert drawn == {flow.get("id") for flow in root.iterfind(".//b:sequenceFlow", SPACES)}


def test_a_step_is_the_kind_of_task_that_its_mode_says():
    root = written(baskets().steps)
    kinds = {e.get("id"): etree.QName(e).localname for e in root.iterfind(".//b:process/*", SPACES)}
    assert kinds["step_order"] == "serviceTask"
    assert kinds["step_declare"] == "userTask"
    assert kinds["step_pack"] == "manualTask"


def test_an_arrow_that_others_imply_is_not_drawn():
    root = written(steps_of(NETWORK))
    flows = {(f.get("sourceRef"), f.get("targetRef")) for f in root.iterfind(".//b:sequenceFlow", SPACES)}
    assert ("fork_a", "join_e") not in flows
    assert ("fork_b", "join_e") in flows


def test_the_file_is_the_same_every_time():
    steps = baskets().steps
    assert etree.tostring(written(steps)) == etree.tostring(written(steps))


def test_no_steps_make_no_diagram():
    with pytest.raises(ValueError, match="expected at least one, got none"):
        bpmn_xml("none", {}, Words("", {}, {}, {}))


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def inside(one: Box, other: Box) -> bool:
    return (
        other.x <= one.x
        and other.y <= one.y
        and one.x + one.width <= other.x + other.width
        and one.y + one.height <= other.y + other.height
    )
