"""Checks a filled template and tells what it would change in its register; never writes the register."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.build.derive_inputs import REGISTERS
from data.build.proposal_file import Proposal, plain_cell, read_proposal, unsafe_cells
from data.catalog import Catalog, load_catalog
from data.importers.problem import ImportProblem
from data.store import check_frame

# Registers that readers may correct: the table, and the column that names its rows.
OPEN = {"policy": "policy_id", "law": "law_id"}
FOLDER = Path(__file__).resolve().parents[1] / "registers"


class RefusedProposal(ValueError):
    """A template with faults, all of them told, one a line."""


@dataclass(frozen=True)
class Change:
    """What a template would make of a register: the file now and then, and each cell that differs.

    cells: (id, column, now, then); a new row has its id in `new` and is not among them.
    """

    file: Path
    now: str
    then: str
    new: tuple[str, ...]
    cells: tuple[tuple[str, str, str, str], ...]

    def lines(self) -> Iterator[str]:
        """The difference as it would be seen in the repository, and what it means."""
        name = f"data/registers/{self.file.name}"
        now, then = self.now.splitlines(), self.then.splitlines()
        yield from difflib.unified_diff(now, then, f"a/{name}", f"b/{name}", n=0, lineterm="")
        for identity in self.new:
            yield f"new: {identity}"
        for identity, column, before, after in self.cells:
            yield f"changed: {identity}, {column}: {before!r} -> {after!r}"
        if not self.new and not self.cells:
            yield f"no difference to {name}"


def propose(path: Path, *, folder: Path = FOLDER) -> Change:
    """What the filled template at `path` would change in its register below `folder`.

    Raises ImportProblem for a file that cannot be read, RefusedProposal with every fault of its rows.
    """
    catalog, proposal = load_catalog(), read_proposal(path)
    table = _table(proposal, catalog)
    key = OPEN[table]
    file = folder / REGISTERS[table][0]
    now = file.read_text(encoding="utf-8")
    held, lines = _register(now, key)
    rows = _plain_rows(proposal, held, key)
    faults = [
        str(fault)
        for fault in unsafe_cells(proposal, [cell for row in held.values() for cell in row.values()])
    ]
    faults += _wrong_rows(proposal, rows, table, catalog)
    if faults:
        raise RefusedProposal("\n".join(dict.fromkeys(faults)))
    new = tuple(row[key] for row in rows if row[key] not in held)
    cells = tuple(
        (row[key], column, held[row[key]][column], cell)
        for row in rows
        if row[key] in held
        for column, cell in row.items()
        if held[row[key]][column] != cell
    )
    changed = {identity for identity, *_ in cells}
    then = _rewritten(now, lines, [row for row in rows if row[key] in changed or row[key] in new], key)
    return Change(file, now, then, new, cells)


def _table(proposal: Proposal, catalog: Catalog) -> str:
    """The register that the header belongs to."""
    table = next((name for name, key in OPEN.items() if key in proposal.columns), None)
    if table is None:
        raise ImportProblem(
            proposal.path,
            row=1,
            expected=f"the header of a template, with {' or '.join(OPEN.values())}",
            found=", ".join(proposal.columns)[:200],
            remedy="Download the template from the page again.",
        )
    wanted = set(catalog.datasets[table].columns)
    missing, unknown = sorted(wanted - set(proposal.columns)), sorted(set(proposal.columns) - wanted)
    if missing or unknown:
        column = (missing or unknown)[0]
        found = "none" if missing else "a column that the register does not have"
        expected = "this column of the template" if missing else f"only columns of the register {table}"
        raise ImportProblem(proposal.path, column=column, row=1, expected=expected, found=found)
    return table


def _register(text: str, key: str) -> tuple[dict[str, dict[str, str]], dict[str, tuple[int, int]]]:
    """The rows of a register by id as text, and the lines [from, to) that each takes."""
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader)
    rows, lines, begin = {}, {}, reader.line_num
    for cells in reader:
        row = dict(zip(header, cells, strict=True))
        rows[row[key]], lines[row[key]] = row, (begin, reader.line_num)
        begin = reader.line_num
    return rows, lines


def _plain_rows(proposal: Proposal, held: dict[str, dict[str, str]], key: str) -> list[dict[str, str]]:
    """The rows in the order of the register's columns; a text that only the template quoted is as it was."""
    columns = list(next(iter(held.values()), {})) or list(proposal.columns)
    return [{column: plain_cell(row[column]) for column in columns} for _, row in proposal.rows]


def _wrong_rows(
    proposal: Proposal, rows: list[dict[str, str]], table: str, catalog: Catalog
) -> Iterator[str]:
    """Everything in which a row breaks the description of its register, by row of the template."""
    key, dataset = OPEN[table], catalog.datasets[table]
    # A row by itself: a name such as 1688 must not become a number.
    texts = {
        name: str
        for name, column in dataset.columns.items()
        if catalog.column_types[column.type].storage == "dictionary"
    }
    seen: dict[str, int] = {}
    for (line, _), row in zip(proposal.rows, rows, strict=True):
        place = f"{proposal.path}, row {line}"
        identity = row[key]
        if identity in seen:
            yield f"{place}: {key}: expected each id once, found '{identity}' in row {seen[identity]} too"
        seen.setdefault(identity, line)
        if identity and row["ref_area"] and not identity.startswith(f"{row['ref_area'].lower()}-"):
            yield f"{place}: {key}: expected an id that begins with its country, found '{identity}'"
        frame = pd.read_csv(
            io.StringIO(_written([list(row), list(row.values())])),
            dtype=texts,  # type: ignore[arg-type]
            keep_default_na=False,
            na_values=[""],
        )
        for finding in check_frame(frame[list(dataset.columns)], dataset, catalog, place=place):
            yield str(finding).replace(" in row 1 (1 such rows)", "")


def _rewritten(now: str, lines: dict[str, tuple[int, int]], rows: list[dict[str, str]], key: str) -> str:
    """The register with these rows; the other rows keep their very bytes, a new one follows its country's."""
    text = now.splitlines(keepends=True)
    after: dict[int, list[str]] = {}
    for row in rows:
        said = _written([list(row.values())])
        if row[key] in lines:
            begin, end = lines[row[key]]
            text[begin:end] = [said, *[""] * (end - begin - 1)]
        else:
            country = row[key].split("-")[0]
            ends = [end for identity, (_, end) in lines.items() if identity.split("-")[0] == country]
            after.setdefault(max(ends, default=len(text)), []).append(said)
    for place in sorted(after, reverse=True):
        text[place:place] = after[place]
    return "".join(text)


def _written(rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
