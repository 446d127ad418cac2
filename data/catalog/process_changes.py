"""Changes a process: steps are removed, digitised, moved beside others, shortened, replaced or added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from data.catalog.process import AS_IS, TO_BE, Change, Item, Process
from data.catalog.process_rules import Kept, ProcessRules
from data.catalog.process_step import Range, Step

Steps = Mapping[str, Step]
_AUTOMATIC = "automatic"


class ChangeProblem(ValueError):
    """A change that cannot be made; the message says why."""


def variant_steps(process: Process, variant: str, rules: ProcessRules) -> dict[str, Step]:
    """The steps of a variant by id, in order. Raises ChangeProblem, and ValueError for an unknown variant."""
    if variant not in (AS_IS, TO_BE):
        raise ValueError(f"variant: expected {AS_IS} or {TO_BE}, got {variant!r}")
    return (
        dict(process.steps) if variant == AS_IS else changed(process.steps, process.changes.values(), rules)
    )


def variant_items(process: Process, variant: str) -> dict[str, Item]:
    """The items of a variant by id: in the to-be with the forms that its changes give to documents."""
    items = dict(process.items)
    if variant == TO_BE:
        for change in process.changes.values():
            for name, form in change.forms.items():
                items[name] = items[name].model_copy(update={"form": form})
    return items


def changed(steps: Steps, changes: Iterable[Change], rules: ProcessRules) -> dict[str, Step]:
    """The steps after all `changes`, one after the other. Raises ChangeProblem."""
    out = dict(steps)
    for change in changes:
        out = apply_change(out, change, rules)
    return out


def apply_change(steps: Steps, change: Change, rules: ProcessRules) -> dict[str, Step]:
    """The steps after one change. Raises ChangeProblem when it names no step, or adds one that there is."""
    if change.kind == "add":
        return _added(steps, change)
    if change.step not in steps:
        raise ChangeProblem(f"expected one of the steps {', '.join(steps)}, got '{change.step}'")
    if change.kind == "remove":
        return without(steps, change.step)
    out = dict(steps)
    if change.kind == "parallelise":
        out = beside_predecessors(steps, change.step)
    elif change.kind in ("digitise", "shorten"):
        kept = rules.what_if.kept[change.kind]
        if change.hours_kept is not None:
            kept = kept.model_copy(update={"hours": change.hours_kept})
        out[change.step] = _lightened(out[change.step], kept, digital=change.kind == "digitise")
    if change.values is not None:
        out[change.step] = out[change.step].model_copy(update=change.values.given)
    return out


def without(steps: Steps, step: str) -> dict[str, Step]:
    """The steps without one; what waited for it now waits for what it waited for."""
    gone = steps[step]
    out = {}
    for name, other in steps.items():
        if name == step:
            continue
        if step in other.after:
            rest = (before for before in other.after if before != step)
            other = other.model_copy(update={"after": tuple(dict.fromkeys((*rest, *gone.after)))})
        out[name] = other
    return out


def beside_predecessors(steps: Steps, step: str) -> dict[str, Step]:
    """The step no longer waits for its predecessors but runs beside them; its successors wait for them all.

    Raises ChangeProblem when a predecessor is a start: nothing runs beside what sets the process off.
    """
    moved = steps[step]
    if not can_run_beside(steps, step):
        raise ChangeProblem(f"expected a step whose predecessors have predecessors themselves, got '{step}'")
    earlier = tuple(dict.fromkeys(name for before in moved.after for name in steps[before].after))
    out = {}
    for name, other in steps.items():
        if name == step:
            other = other.model_copy(update={"after": earlier})
        elif step in other.after:
            other = other.model_copy(update={"after": tuple(dict.fromkeys((*other.after, *moved.after)))})
        out[name] = other
    return out


def can_run_beside(steps: Steps, step: str) -> bool:
    """Whether the step has predecessors, all of which have predecessors themselves."""
    before = steps[step].after
    return bool(before) and all(steps[name].after for name in before)


def _added(steps: Steps, change: Change) -> dict[str, Step]:
    if change.step in steps:
        raise ChangeProblem(f"expected the id of a new step, got '{change.step}', which there is")
    for name in change.before:
        if name not in steps:
            raise ChangeProblem(f"expected steps that exist in `before`, got '{name}'")
    if change.values is None:
        raise ChangeProblem("expected values with a whole step beside kind add, got none")
    missing = [
        name
        for name, field in Step.model_fields.items()
        if field.is_required() and name not in change.values.given
    ]
    if missing:
        raise ChangeProblem(f"expected values.{missing[0]} for a step that is added, got nothing")
    given: dict[str, Any] = change.values.given
    # Its fields were checked as those of the change; codes could not be checked a second time without lists.
    new = Step.model_construct(**given)
    out = {
        name: step.model_copy(update={"after": (*step.after, change.step)}) if name in change.before else step
        for name, step in steps.items()
    }
    return _behind(out, change.step, new)


def _behind(steps: Steps, name: str, new: Step) -> dict[str, Step]:
    """The new step stands in the list right behind the last of its predecessors."""
    places = [place for place, before in enumerate(steps) if before in new.after]
    at = max(places, default=len(steps) - 1) + 1
    rows = list(steps.items())
    return dict([*rows[:at], (name, new), *rows[at:]])


def _lightened(step: Step, kept: Kept, *, digital: bool) -> Step:
    update: dict[str, object] = {
        "hours": _scaled(step.hours, kept.hours),
        "cost_usd": _scaled(step.cost_usd, kept.cost_usd),
    }
    if digital:
        update |= {"mode": _AUTOMATIC, "rekeyed": None}
    return step.model_copy(update=update)


def _scaled(values: Range, share: float) -> Range:
    # The share is an assumption of the reader, so the value is one from now on, wherever it came from.
    ends = {name: getattr(values, name) * share for name in ("min", "typical", "max")}
    return values.model_copy(update={**ends, "evidence": "assumption"}) if share != 1 else values
