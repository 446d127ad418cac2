"""The command `python -m components.export.briefs --lang es --out DIR`: country briefs for a meeting."""

from __future__ import annotations

import argparse
import errno
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tqdm import tqdm

from components.export.brief import Brief
from components.export.country_desk import read_desk
from components.export.country_file import country_file
from components.export.document import DocumentError, pdf_of
from components.export.image import ImageError
from components.export.slides import slides_of
from components.i18n import Language, languages
from data.analysis.country.figures import figures
from data.analysis.country.summary import summarise
from data.catalog import CatalogError
from data.store import StoreError

WRITERS: Mapping[str, Callable[[Brief], bytes]] = {"pdf": pdf_of, "pptx": slides_of}
FAULTS = (StoreError, CatalogError, DocumentError, ImageError)


class BriefError(ValueError):
    """What an operator asked for and cannot get: what is wrong and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the briefs; returns 0 when all are written, 1 after a fault (told), 130 when stopped."""
    options = _parse(arguments)
    written: list[Path] = []
    try:
        _write_all(options, written)
    except KeyboardInterrupt:
        print(f"stopped: {_so_far(written)}", file=sys.stderr)
        return 130
    except (BriefError, *FAULTS) as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 1
    print(f"wrote {len(written)} file(s) to {options.out}")
    return 0


def _write_all(options: argparse.Namespace, written: list[Path]) -> None:
    """Write one file after the other; each is whole or not there."""
    if options.lang not in languages():
        raise BriefError(f"--lang: expected one of {', '.join(languages())}, got {options.lang!r}")
    _make_folder(options.out)
    desk = read_desk()
    known = tuple(desk.region_of)
    areas = tuple(dict.fromkeys(area.upper() for area in options.country)) or known
    for area in areas:
        if area not in known:
            raise BriefError(
                f"--country: expected an ISO 3166-1 alpha-3 code of a member ({', '.join(sorted(known))}), "
                f"got {area!r}"
            )
    t, everything = Language(options.lang), figures(desk)
    today = datetime.now(UTC).date().isoformat()
    kinds = tuple(dict.fromkeys(options.format))
    with tqdm(total=len(areas) * len(kinds), unit="file", disable=not options.progress) as bar:
        for area in areas:
            bar.set_description(area)
            told = country_file(
                t, desk, summarise(desk, area, known=everything), created=today, site=options.site
            )
            for kind in kinds:
                path = options.out / f"{area}-{t.code}.{kind}"
                try:
                    write_whole(path, WRITERS[kind](told))
                except OSError as error:
                    raise BriefError(f"{_refused(path, error)}; {_so_far(written)}") from error
                written.append(path)
                bar.update()


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, then put it in its place: whole or not at all. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BriefError(
            f"--out: expected a folder that can be made, got {str(folder)!r} ({error.strerror})"
        ) from error


def _refused(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{path}: the disk is full; make room there or choose another folder with --out"
    return f"{path}: the file cannot be written ({error.strerror}); choose another folder with --out"


def _so_far(written: Sequence[Path]) -> str:
    return f"{len(written)} file(s) were written before and are whole"


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m components.export.briefs", description=__doc__)
    parser.add_argument("--lang", required=True, metavar="CODE", help=f"language: {', '.join(languages())}")
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="folder; made if it is not there"
    )
    parser.add_argument(
        "--country", nargs="+", action="extend", default=[], metavar="ISO3", help="default: all members"
    )
    parser.add_argument("--format", nargs="+", choices=tuple(WRITERS), default=["pdf"], help="default: pdf")
    parser.add_argument(
        "--site", default="", metavar="URL", help="where the explorer is served, for the links"
    )
    parser.add_argument("--quiet", dest="progress", action="store_false", help="no progress bar")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
