"""Pages arrange, components show, data knows: the import rules of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.architecture.project import ROOT, place, python_files


def test_imports_only_go_down_and_never_in_circles():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(program), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_folder_of_code_is_a_package_that_the_import_rules_see():
    folders = {path.parent for path in python_files() if path.parent != ROOT}
    bare = [place(folder) for folder in folders if not (folder / "__init__.py").exists()]
    assert not bare, f"add an __init__.py to: {sorted(bare)}"
