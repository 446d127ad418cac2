"""Writes that appear whole or not at all: aside in the same folder, then one rename."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A path to write to; what was written takes the place of `path` when the block ends without an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".tmp")
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        aside.chmod(0o644)  # mkstemp lets only the owner read
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
