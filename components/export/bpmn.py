"""A process as BPMN 2.0 XML with its drawing: a pool, a lane per actor, gateways where ways part and meet."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.export.bpmn_drawing import Box, draw
from data.analysis.processes.layout import lanes, place_steps
from data.analysis.processes.schedule import Steps
from data.catalog.process_network import in_order, without_shortcuts

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD = "http://www.omg.org/spec/DD/20100524/DI"
_PREFIXES = {"bpmn": MODEL, "bpmndi": DI, "dc": DC, "di": DD}
# A step by hand, on a system with a person, and by a system alone (codes of step_mode).
_TASKS = {"manual": "manualTask", "electronic": "userTask", "automatic": "serviceTask"}
START, END, FORK, JOIN = "start", "end", "fork", "join"


@dataclass(frozen=True)
class Node:
    """What the flow passes: id, BPMN element, the step it belongs to, and its place beside the task."""

    id: str
    element: str
    step: str
    side: str


@dataclass(frozen=True)
class Flow:
    """An arrow between two nodes."""

    id: str
    source: str
    target: str


@dataclass(frozen=True)
class Words:
    """What is written: the title of the pool, names of steps and actors, and what to say about each step."""

    title: str
    steps: Mapping[str, str]
    actors: Mapping[str, str]
    notes: Mapping[str, str]


def bpmn_xml(process_id: str, steps: Steps, words: Words) -> bytes:
    """The process as a BPMN 2.0 file (UTF-8) that modelling tools open drawn.

    Several predecessors meet in a parallel gateway, several successors part in one: all must be done, as in
    the critical path. Raises ValueError when there are no steps or they go in a circle.
    """
    if not steps:
        raise ValueError("steps: expected at least one, got none")
    nodes, flows = _graph(steps)
    root = ET.Element(
        f"{{{MODEL}}}definitions", {"id": f"definitions_{process_id}", "targetNamespace": MODEL}
    )
    for prefix, space in _PREFIXES.items():
        ET.register_namespace(prefix, space)
    collaboration = _add(root, "collaboration", id="collaboration")
    _add(collaboration, "participant", id="pool", name=words.title, processRef=process_id)
    process = _add(root, "process", id=process_id, name=words.title, isExecutable="false")
    _lanes(process, steps, nodes, words)
    for node in nodes:
        _element(process, node, flows, words)
    for flow in flows:
        _add(process, "sequenceFlow", id=flow.id, sourceRef=flow.source, targetRef=flow.target)
    boxes = draw([(node.id, node.step, node.side) for node in nodes], place_steps(steps))
    _diagram(root, boxes, flows)
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _graph(steps: Steps) -> tuple[list[Node], list[Flow]]:
    """Nodes and arrows: each step with the gateways and events that belong to it."""
    after = without_shortcuts({name: step.after for name, step in steps.items()})
    behind: dict[str, list[str]] = {name: [] for name in steps}
    for name, waits in after.items():
        for before in waits:
            behind[before].append(name)
    starts = [name for name, waits in after.items() if not waits]
    nodes = [Node(START, "startEvent", starts[0], START)]
    pairs: list[tuple[str, str]] = []
    source = START
    if len(starts) > 1:
        nodes.append(Node(f"{START}_{FORK}", "parallelGateway", starts[0], "start_fork"))
        pairs.append((START, f"{START}_{FORK}"))
        source = f"{START}_{FORK}"
    entries, exits = {}, {}
    for name in in_order(after):
        task = f"step_{name}"
        entries[name] = exits[name] = task
        if len(after[name]) > 1:
            entries[name] = f"{JOIN}_{name}"
            nodes.append(Node(entries[name], "parallelGateway", name, JOIN))
            pairs.append((entries[name], task))
        nodes.append(Node(task, _TASKS[steps[name].mode], name, "task"))
        if len(behind[name]) > 1:
            exits[name] = f"{FORK}_{name}"
            nodes.append(Node(exits[name], "parallelGateway", name, FORK))
            pairs.append((task, exits[name]))
        if not behind[name]:
            nodes.append(Node(f"{END}_{name}", "endEvent", name, END))
            pairs.append((task, f"{END}_{name}"))
    pairs += [(source, entries[name]) for name in starts]
    pairs += [(exits[before], entries[name]) for name, waits in after.items() for before in waits]
    return nodes, [Flow(f"flow_{place}", *pair) for place, pair in enumerate(pairs, start=1)]


def _lanes(process: ET.Element, steps: Steps, nodes: Sequence[Node], words: Words) -> None:
    lane_set = _add(process, "laneSet", id="lanes")
    for actor in lanes(steps):
        lane = _add(lane_set, "lane", id=f"lane_{actor}", name=words.actors[actor])
        for node in nodes:
            if steps[node.step].actor == actor:
                _add(lane, "flowNodeRef").text = node.id


def _element(process: ET.Element, node: Node, flows: Sequence[Flow], words: Words) -> None:
    named = {"name": words.steps[node.step]} if node.side == "task" else {}
    element = _add(process, node.element, id=node.id, **named)
    note = words.notes.get(node.step, "") if node.side == "task" else ""
    if note:
        _add(element, "documentation").text = note
    for flow in flows:
        if flow.target == node.id:
            _add(element, "incoming").text = flow.id
    for flow in flows:
        if flow.source == node.id:
            _add(element, "outgoing").text = flow.id


def _diagram(root: ET.Element, boxes: Mapping[str, Box], flows: Sequence[Flow]) -> None:
    diagram = ET.SubElement(root, f"{{{DI}}}BPMNDiagram", {"id": "diagram"})
    plane = ET.SubElement(diagram, f"{{{DI}}}BPMNPlane", {"id": "plane", "bpmnElement": "collaboration"})
    for name, box in boxes.items():
        about = {"id": f"shape_{name}", "bpmnElement": name}
        if box.horizontal:
            about["isHorizontal"] = "true"
        shape = ET.SubElement(plane, f"{{{DI}}}BPMNShape", about)
        sides = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        ET.SubElement(shape, f"{{{DC}}}Bounds", {key: f"{value:g}" for key, value in sides.items()})
    for flow in flows:
        edge = ET.SubElement(plane, f"{{{DI}}}BPMNEdge", {"id": f"edge_{flow.id}", "bpmnElement": flow.id})
        for x, y in boxes[flow.source].way_to(boxes[flow.target]):
            ET.SubElement(edge, f"{{{DD}}}waypoint", {"x": f"{x:g}", "y": f"{y:g}"})


def _add(parent: ET.Element, tag: str, **about: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{MODEL}}}{tag}", about)
