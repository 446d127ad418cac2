"""The command `python -m data.build [collect|derive|all] [--sources DIR] [--check]`, or `--propose FILE`."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from data.build import base_tables, collect, derive, origin_scale, propose, study
from data.build.derive_inputs import read_inputs
from data.catalog import CatalogError
from data.importers.problem import ImportProblem
from data.store import StoreError

# What an operator can repair: told in one line, without a traceback.
FAULTS = (
    collect.MissingSources,
    ImportProblem,
    base_tables.BaseTableError,
    propose.RefusedProposal,
    study.RefusedStudy,
    StoreError,
    CatalogError,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the build and return the exit code: 0 done or in order, 1 a fault, told on standard error."""
    options = _parse(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s: %(message)s", stream=sys.stderr)
    try:
        if options.propose is not None:
            path = options.propose
            found = study.propose_study(path) if study.is_study(path) else propose.propose(path)
            print("\n".join(found.lines()))
            return 0
        if options.check:
            return _check(options)
        if options.stage in ("collect", "all") and options.sources is not None:
            for path in collect.run(options.sources, progress=options.progress):
                print(f"wrote {path}")
        if options.stage in ("derive", "all"):
            folder = derive.run(progress=options.progress)
            print(f"wrote {folder}")
    except FAULTS as fault:
        for line in str(fault).splitlines():
            print(f"error: {line}", file=sys.stderr)
        return 1
    return 0


def _check(options: argparse.Namespace) -> int:
    """Verify without writing: base tables against the sources where given, the rest against the manifest."""
    faults = []
    if options.sources is not None and options.stage in ("collect", "all"):
        faults += [
            f"base table {name} differs from what collect makes of {options.sources}"
            for name in collect.check(options.sources, progress=options.progress)
        ]
        faults += origin_scale.differing(read_inputs(derive.ROOT), options.sources)
    if options.stage in ("derive", "all"):
        faults += [str(finding) for finding in derive.check()]
    for fault in faults:
        print(f"error: {fault}", file=sys.stderr)
    print("check: " + (f"{len(faults)} fault(s)" if faults else "everything in order"))
    return 1 if faults else 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument(
        "stage",
        nargs="?",
        choices=("collect", "derive", "all"),
        default="all",
        help="collect needs --sources; derive needs the repository only (default: all)",
    )
    parser.add_argument(
        "--sources",
        type=Path,
        metavar="DIR",
        help="folder of outside files, one subfolder each; without it `all` only derives",
    )
    parser.add_argument("--check", action="store_true", help="verify the files without writing anything")
    parser.add_argument(
        "--propose",
        type=Path,
        metavar="FILE",
        help="check a filled template (rows of a register in CSV, a study of a process in YAML or XLSX) and "
        "print what it would change; writes nothing",
    )
    parser.add_argument("--quiet", dest="progress", action="store_false", help="no progress bar")
    options = parser.parse_args(arguments)
    if options.stage == "collect" and options.sources is None:
        parser.error("collect reads outside files: give their folder with --sources DIR")
    return options


if __name__ == "__main__":
    sys.exit(main())
