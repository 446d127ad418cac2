"""The command writes whole files, names them by country and language, and tells what it cannot do."""

from __future__ import annotations

import errno
import io
import os
import stat

import pytest
from pptx import Presentation
from pypdf import PdfReader

from components.export import briefs
from data.analysis.country.summary import summarise as summarise_country
from data.catalog import load_catalog

MEMBERS = load_catalog().ref_areas


@pytest.fixture
def quick(monkeypatch):
    """Writers that make no pictures; what they were asked for is kept."""
    asked = []

    def write(kind):
        def made(brief):
            asked.append((kind, brief.language, brief.title))
            return f"{kind} {brief.title}".encode()

        return made

    monkeypatch.setattr(briefs, "WRITERS", {"pdf": write("pdf"), "pptx": write("pptx")})
    return asked


def run(folder, *arguments):
    return briefs.main(["--out", str(folder), "--quiet", *arguments])


def test_one_country_in_both_formats_is_read_back(tmp_path, capsys):
    out = tmp_path / "made" / "here"
    assert (
        run(
            out, "--lang", "pt", "--country", "per", "--format", "pdf", "pptx", "--site", "https://e.example/"
        )
        == 0
    )
    assert sorted(path.name for path in out.iterdir()) == ["PER-pt.pdf", "PER-pt.pptx"]
    paper = PdfReader(out / "PER-pt.pdf")
    assert "Peru" in paper.pages[0].extract_text()
    assert "https://e.example/country_profile?lang=pt&country=PER" in "".join(
        note.get_object()["/A"]["/URI"] for page in paper.pages for note in page.get("/Annots", ())
    )
    deck = Presentation(io.BytesIO((out / "PER-pt.pptx").read_bytes()))
    assert deck.slides[0].shapes.title.text_frame.text == "Peru"
    assert "wrote 2 file(s)" in capsys.readouterr().out


@pytest.mark.slow
def test_all_members_are_written(tmp_path, quick):
    assert run(tmp_path, "--lang", "es") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{area}-es.pdf" for area in MEMBERS)
    assert {language for _, language, _ in quick} == {"es"}


def test_files_are_readable_as_any_other_and_nothing_is_left_beside_them(tmp_path, quick):
    mask = os.umask(0o022)
    try:
        assert run(tmp_path, "--lang", "en", "--country", "PER") == 0
    finally:
        os.umask(mask)
    (path,) = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--lang", "fr"], ["--lang", "en, es, pt", "'fr'"]),
        (["--lang", "es", "--country", "USA"], ["--country", "PER", "'USA'"]),
        (["--lang", "es", "--country", "Perú"], ["--country", "'PERÚ'"]),
    ],
)
def test_what_is_unknown_is_named_with_what_is_known(tmp_path, capsys, arguments, expected):
    assert run(tmp_path / "out", *arguments) == 1
    told = capsys.readouterr().err
    assert told.startswith("error: ") and "Traceback" not in told
    assert all(part in told for part in expected)


def test_an_unknown_format_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit):
        run(tmp_path, "--lang", "es", "--format", "docx")
    assert "docx" in capsys.readouterr().err


def test_a_folder_that_is_a_file_is_told(tmp_path, capsys):
    place = tmp_path / "file"
    place.write_text("x")
    assert run(place, "--lang", "es") == 1
    assert "--out" in capsys.readouterr().err


def test_a_full_disk_is_told_and_leaves_only_whole_files(tmp_path, capsys, monkeypatch, quick):
    written, keep = [], os.fsync

    def full(handle):
        if written:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(handle)
        keep(handle)

    monkeypatch.setattr(briefs.os, "fsync", full)
    assert run(tmp_path, "--lang", "es", "--country", "PER", "CHL") == 1
    told = capsys.readouterr().err
    assert "CHL-es.pdf" in told and "the disk is full" in told and "1 file(s) were written before" in told
    assert [path.name for path in tmp_path.iterdir()] == ["PER-es.pdf"]


def test_an_old_file_stays_whole_when_the_new_one_fails(tmp_path, monkeypatch, quick):
    old = tmp_path / "PER-es.pdf"
    old.write_bytes(b"old")

    def refuse(source, target):
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(briefs.os, "replace", refuse)
    assert run(tmp_path, "--lang", "es", "--country", "PER") == 1
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


def test_stopping_tells_how_many_are_done(tmp_path, capsys, monkeypatch, quick):
    def stop(desk, area, **options):
        if area == "CHL":
            raise KeyboardInterrupt
        return summarise_country(desk, area, **options)

    monkeypatch.setattr(briefs, "summarise", stop)
    assert run(tmp_path, "--lang", "es", "--country", "PER", "CHL") == 130
    assert "1 file(s) were written before" in capsys.readouterr().err


def test_data_that_are_missing_are_told_in_one_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("EXPLORER_DATA_URL", str(tmp_path / "nowhere"))
    briefs.read_desk.cache_clear()
    try:
        assert run(tmp_path / "out", "--lang", "es", "--country", "PER") == 1
    finally:
        briefs.read_desk.cache_clear()
    told = capsys.readouterr().err
    assert told.startswith("error: ") and "nowhere" in told
