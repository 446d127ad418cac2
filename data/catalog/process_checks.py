"""Checks inside one process: ids that exist, no circles, nothing out of reach, items made before use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from data.catalog.errors import CatalogError
from data.catalog.process import Process
from data.catalog.process_changes import ChangeProblem, Steps, apply_change
from data.catalog.process_network import ancestors, circle
from data.catalog.process_rules import ProcessRules
from data.catalog.process_step import Evidence, Step, StepPatch

DOCUMENT = "document"


@dataclass(frozen=True)
class Known:
    """Ids of the registers; None where there is no register to ask."""

    laws: Collection[str] | None
    treaties: Collection[str]
    policies: Collection[str] | None
    marketplaces: Collection[str] | None


def check_process(process: Process, known: Known, rules: ProcessRules, file: str) -> None:
    """Raise CatalogError, naming file and step, for the first fault of the as-is or of the to-be."""
    for fault in process_faults(process, known, rules, file):
        raise fault


def process_faults(process: Process, known: Known, rules: ProcessRules, file: str) -> list[CatalogError]:
    """Every fault of the as-is and, when that has a sound network, of the to-be."""
    checker = _Checker(process, known, file)
    checker.run(rules)
    return checker.faults


class _Checker:
    """One pass over one process; `file` is how errors call it."""

    def __init__(self, process: Process, known: Known, file: str) -> None:
        self.process, self.known, self.file = process, known, file
        self.faults: list[CatalogError] = []

    def run(self, rules: ProcessRules) -> None:
        process = self.process
        self._evidence(process.product.basis, "product.basis")
        for name, rule in process.rules.items():
            self._ids(rule.sources, process.sources, f"rules.{name}.sources", "sources")
            if name in self.known.treaties or (self.known.laws is not None and name in self.known.laws):
                self._fault(
                    f"rules.{name}", f"expected no id of a law or treaty of the registers, got {name!r}"
                )
        self._items()
        for name, step in process.steps.items():
            self._step(step, f"steps.{name}", process.steps)
        # A network of steps that do not exist says nothing more, nor does a to-be of a faulty as-is.
        if not self.faults:
            self._network(process.steps, "steps")
        if not self.faults:
            self._to_be(rules)
        self._all_used()

    def _items(self) -> None:
        for name, item in self.process.items.items():
            key = f"items.{name}"
            if (item.kind == DOCUMENT) != (item.form is not None):
                self._fault(
                    f"{key}.form", f"expected a form for a document, and only for one, got {item.form!r}"
                )
            self._rules(item.rules, f"{key}.rules")
            self._ids(item.sources, self.process.sources, f"{key}.sources", "sources")

    def _step(self, step: Step | StepPatch, key: str, steps: Steps) -> None:
        """References of a step, or of those fields of it that a change sets."""
        process = self.process
        actors = [("actor", (step.actor,) if step.actor else ()), ("others", step.others or ())]
        for field, names in actors:
            self._ids(names, process.actors, f"{key}.{field}", "actors")
        self._ids(step.after or (), steps, f"{key}.after", "steps")
        for field, names in (("inputs", step.inputs or ()), ("outputs", step.outputs or ())):
            self._ids(names, process.items, f"{key}.{field}", "items declared under `items`:")
        self._rules(step.rules or (), f"{key}.rules")
        self._registered(step.policies or (), self.known.policies, f"{key}.policies", "policies")
        self._registered(
            step.marketplaces or (), self.known.marketplaces, f"{key}.marketplaces", "marketplaces"
        )
        self._ids(step.sources or (), process.sources, f"{key}.sources", "sources")
        for field in ("hours", "cost_usd", "tax_usd", "rekeyed"):
            value = getattr(step, field)
            if value is not None:
                self._evidence(value, f"{key}.{field}")

    def _network(self, steps: Steps, key: str) -> None:
        if self._ordered(steps, key):
            self._reached(steps, key)

    def _ordered(self, steps: Steps, key: str) -> bool:
        """Whether the steps go in no circle from the start."""
        known = len(self.faults)
        start = self.process.start
        found = circle({name: step.after for name, step in steps.items()})
        if found:
            self._fault(f"{key}.{found[0]}.after", f"expected no circle, got {' -> '.join(found)}")
        elif start not in steps:
            self._fault("start", f"expected one of the steps {', '.join(steps)}, got {start!r}")
        elif steps[start].after:
            self._fault(
                f"{key}.{start}.after", f"expected nothing before the start, got {steps[start].after[0]!r}"
            )
        return len(self.faults) == known

    def _reached(self, steps: Steps, key: str) -> None:
        """Every step lies behind the start, and takes in only what was made before."""
        start = self.process.start
        before = ancestors({name: step.after for name, step in steps.items()})
        for name in steps:
            if name != start and start not in before[name]:
                self._fault(
                    f"{key}.{name}.after",
                    f"expected a way from {start!r} (start) to {name!r}, found none: say what it waits for",
                )
        makers = {item: {n for n, s in steps.items() if item in s.outputs} for item in self.process.items}
        for name, step in steps.items():
            for item in step.inputs:
                if makers[item] and not makers[item] & (before[name] | {name}):
                    made = ", ".join(sorted(makers[item]))
                    self._fault(
                        f"{key}.{name}.inputs",
                        f"expected {item!r} from a step before {name!r}, but it comes from {made}",
                    )

    def _to_be(self, rules: ProcessRules) -> None:
        steps: dict[str, Step] = dict(self.process.steps)
        for name, change in self.process.changes.items():
            key = f"changes.{name}"
            self._rules(change.rules, f"{key}.rules")
            self._registered(change.policies, self.known.policies, f"{key}.policies", "policies")
            self._ids(change.sources, self.process.sources, f"{key}.sources", "sources")
            self._ids(change.forms, self._documents(), f"{key}.forms", "documents")
            if change.values is not None:
                self._step(change.values, f"{key}.values", steps)
            if self.faults:
                return
            try:
                steps = apply_change(steps, change, rules)
            except ChangeProblem as problem:
                self._fault(key, str(problem))
            if self.faults:
                return
            self._network(steps, f"{key}: steps")

    def _documents(self) -> dict[str, object]:
        return {name: item for name, item in self.process.items.items() if item.kind == DOCUMENT}

    def _all_used(self) -> None:
        """What no step uses was mistyped or forgotten."""
        process = self.process
        values = [change.values for change in process.changes.values() if change.values]
        users: list[Step | StepPatch] = [*process.steps.values(), *values]
        acting = {name for step in users for name in (step.actor, *(step.others or ()))}
        handled = {name for step in users for name in (*(step.inputs or ()), *(step.outputs or ()))}
        applied = {name for step in users for name in step.rules or ()}
        applied |= {
            name for named in (process.items, process.changes) for one in named.values() for name in one.rules
        }
        for group, names, used in (
            ("actors", process.actors, acting),
            ("items", process.items, handled),
            ("rules", process.rules, applied),
            ("sources", process.sources, _cited(process.model_dump())),
        ):
            for name in names:
                if name not in used:
                    self._fault(
                        f"{group}.{name}",
                        "expected something that uses it, found nothing: use it or remove it",
                    )

    def _evidence(self, value: Evidence, key: str) -> None:
        self._ids(value.sources, self.process.sources, f"{key}.sources", "sources")
        if value.evidence in ("published", "partly_published"):
            for name in value.sources:
                source = self.process.sources.get(name)
                if source is not None and source.url is None:
                    self._fault(
                        f"sources.{name}.url", f"expected the address of a public page ({key}), got nothing"
                    )

    def _rules(self, names: Iterable[str], key: str) -> None:
        if self.known.laws is None:
            return
        for place, name in enumerate(names):
            if not (name in self.process.rules or name in self.known.laws or name in self.known.treaties):
                self._fault(
                    f"{key}.{place}",
                    "expected a law_id of data/registers/laws.csv, a treaty code or a rule declared under "
                    f"`rules`, got {name!r}",
                )

    def _registered(
        self, names: Iterable[str], known: Collection[str] | None, key: str, register: str
    ) -> None:
        for place, name in enumerate(names):
            if known is not None and name not in known:
                self._fault(
                    f"{key}.{place}", f"expected an id of data/registers/{register}.csv, got {name!r}"
                )

    def _ids(self, names: Iterable[str], known: Mapping[str, object], key: str, what: str) -> None:
        for place, name in enumerate(names):
            if name not in known:
                where = key if key.endswith(".actor") else f"{key}.{place}"
                self._fault(where, f"expected one of the {what} {', '.join(known)}, got {name!r}")

    def _fault(self, key: str, message: str) -> None:
        self.faults.append(CatalogError(self.file, key, message))


def _cited(node: object) -> set[str]:
    """Ids of all sources that anything in a process rests on."""
    if isinstance(node, dict):
        own = node.get("sources")
        cited = set(own) if isinstance(own, tuple) else set()
        return cited.union(*(_cited(child) for child in node.values()))
    return set()
