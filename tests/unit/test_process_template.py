"""An analyst's study: the template is valid, survives a workbook, and every fault is told at once."""

from __future__ import annotations

import openpyxl
import pytest

from components.export.process_workbook import study_workbook
from data.build.__main__ import main
from data.build.study import RefusedStudy, is_study, propose_study, study_yaml
from data.build.study_file import read_study_file
from data.catalog import CatalogError, load_catalog
from data.catalog.loading import PROJECT
from data.catalog.process_loading import load_content, load_processes, load_template, read_process
from data.catalog.process_sheets import columns_of, sheets_of, study_of
from data.catalog.reading import read_yaml
from data.importers.problem import ImportProblem

CODES = load_catalog().codes
TEMPLATE = PROJECT / "config/process_template.yml"
STUDIES = sorted((PROJECT / "config/processes").glob("*.yml"))
FILES = [TEMPLATE, *STUDIES]
ids = [path.stem for path in FILES]


def content(path):
    return read_yaml(path, path.name)


def filled(folder, study, name="own_study"):
    """The study as a file of an analyst."""
    path = folder / f"{name}.yml"
    path.write_text(study_yaml(study), encoding="utf-8")
    return path


def refusal(path):
    with pytest.raises(RefusedStudy) as caught:
        propose_study(path)
    return str(caught.value).splitlines()


def test_the_template_is_a_study_without_fault():
    text, template = load_template()
    assert text.startswith("# Template of a study")
    process = read_process(template, "template", file="the template")
    assert len(process.steps) == 3
    assert {step.hours.evidence for step in process.steps.values()} == {
        "assumption", "interview", "partly_published",
    }  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_a_study_survives_a_workbook(path, tmp_path):
    study = content(path)
    book = tmp_path / "own_study.xlsx"
    book.write_bytes(study_workbook(study, CODES))
    back = read_study_file(book)
    assert read_process(back, "x", file="x") == read_process(study, "x", file="x")
    assert back["product"]["hs_code"] == study["product"]["hs_code"]


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_tables_and_yaml_hold_the_same_study(path, tmp_path):
    study = content(path)
    sheets = sheets_of(study)
    assert study_of(sheets) == study
    for part, rows in sheets.items():
        known = {row["id"] for row in rows} if part == "study" else {name for row in rows for name in row}
        assert known <= set(columns_of(part))
    assert content(filled(tmp_path, study)) == study


def test_codes_are_chosen_from_lists():
    book = openpyxl.load_workbook(_as_file(study_workbook(content(TEMPLATE), CODES)))
    steps = book["steps"]
    lists = {str(rule.sqref): rule.formula1 for rule in steps.data_validations.dataValidation}
    heads = {cell.value: cell.column_letter for cell in steps[1]}
    assert heads["id"] == "A"
    place = next(formula for cells, formula in lists.items() if cells.startswith(f"{heads['area']}2"))
    column = place.split("$")[1]
    assert [book["codes"][f"{column}{row}"].value for row in (1, 2, 3, 4)] == [
        "process_area",
        "buy",
        "ship",
        "pay",
    ]


def _as_file(data):
    import io

    return io.BytesIO(data)


def test_a_good_study_is_shown_as_a_difference_with_what_it_holds(tmp_path):
    lines = list(propose_study(filled(tmp_path, content(TEMPLATE))).lines())
    assert lines[0] == "--- /dev/null"
    assert lines[1] == "+++ b/config/processes/own_study.yml"
    assert (
        lines[-2] == "as_is: 3 steps, 8 values (3 assumption, 3 interview, 1 partly_published, 1 published)"
    )
    assert lines[-1].startswith("to_be: 3 steps")


def test_a_change_of_a_study_shows_only_the_change(tmp_path):
    known = STUDIES[0]
    path = tmp_path / known.name
    path.write_text(
        known.read_text(encoding="utf-8").replace("as_of: 2026-11", "as_of: 2026-12", 1), encoding="utf-8"
    )
    lines = list(propose_study(path).lines())
    assert [line for line in lines if line[:1] in "+-"][2:] == ["-as_of: 2026-11", "+as_of: 2026-12"]


def test_every_fault_of_the_fields_is_told_at_once(tmp_path):
    study = content(TEMPLATE)
    study["steps"]["invoice"]["hours"]["min"] = -1
    study["steps"]["carry"]["mode"] = "by hand"
    study["exporter"] = "FRA"
    path = filled(tmp_path, study)
    told = refusal(path)
    assert len(told) == 3
    assert all(line.startswith(f"{path}: ") for line in told)
    assert any("steps.invoice.hours.min" in line for line in told)
    assert any(
        "steps.carry.mode: expected one of manual, electronic, automatic, got 'by hand'" in line
        for line in told
    )


def test_every_fault_between_fields_is_told_at_once(tmp_path):
    study = content(TEMPLATE)
    study["steps"]["invoice"]["actor"] = "packer"
    study["steps"]["carry"]["rules"] = ["jpn-none-1", "export_list"]
    study["sources"]["idle"] = dict(study["sources"]["rates"])
    told = refusal(filled(tmp_path, study))
    assert len(told) == 3
    assert "steps.invoice.actor" in told[0]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "=HYPERLINK(1)", "a\tb"])
def test_a_text_that_something_would_run_is_refused(text, tmp_path):
    study = content(TEMPLATE)
    study["steps"]["order"]["name"]["en"] = text
    assert "steps.order.name.en" in refusal(filled(tmp_path, study))[0]


def test_a_file_is_named_by_the_id_of_its_study(tmp_path):
    assert "expected a file named by the id" in refusal(filled(tmp_path, content(TEMPLATE), "Own Study"))[0]


def test_what_is_no_study_is_refused_with_a_reason(tmp_path):
    missing = tmp_path / "none.yml"
    with pytest.raises(ImportProblem, match="no such file"):
        propose_study(missing)
    text = tmp_path / "study.txt"
    text.write_text("x", encoding="utf-8")
    with pytest.raises(ImportProblem, match="expected a file .yml or .xlsx, found '.txt'"):
        propose_study(text)
    broken = tmp_path / "study.yml"
    broken.write_text("steps: [", encoding="utf-8")
    with pytest.raises(CatalogError, match="expected valid YAML"):
        propose_study(broken)
    (tmp_path / "study.xlsx").write_text("no workbook", encoding="utf-8")
    with pytest.raises(ImportProblem, match="expected an Excel workbook"):
        propose_study(tmp_path / "study.xlsx")


@pytest.mark.parametrize("steps", [["order"], "order", {"order": ["a"]}, {"order": None}])
def test_a_study_of_the_wrong_shape_is_told_and_not_a_crash(steps, tmp_path):
    study = content(TEMPLATE)
    study["steps"] = steps
    assert any("steps" in line for line in refusal(filled(tmp_path, study)))


def test_a_workbook_with_another_column_or_without_a_sheet_is_refused(tmp_path):
    path = tmp_path / "own_study.xlsx"
    for change, told in (("column", "found 'duration'"), ("sheet", "expected a sheet 'items'")):
        book = openpyxl.load_workbook(_as_file(study_workbook(content(TEMPLATE), CODES)))
        if change == "column":
            book["steps"].cell(1, book["steps"].max_column + 1, "duration")
        else:
            del book["items"]
        book.save(path)
        with pytest.raises(ImportProblem, match=told):
            read_study_file(path)


def test_the_command_tells_the_difference_or_every_fault(tmp_path, capsys):
    study = content(TEMPLATE)
    good = filled(tmp_path, study)
    assert main(["--propose", str(good)]) == 0
    assert "as_is: 3 steps" in capsys.readouterr().out
    study["steps"]["invoice"]["after"] = ["invoice"]
    bad = filled(tmp_path, study, "circle")
    assert main(["--propose", str(bad)]) == 1
    told = capsys.readouterr().err
    assert told == f"error: {bad}: steps.invoice.after: expected no circle, got invoice -> invoice\n"


def test_studies_are_told_from_corrections_of_registers(tmp_path):
    assert is_study(tmp_path / "a.yml")
    assert is_study(tmp_path / "a.XLSX")
    assert not is_study(tmp_path / "a.csv")


def test_a_study_is_read_as_its_file_holds_it():
    assert load_content(STUDIES[0].stem) == content(STUDIES[0])


def test_the_template_is_no_study_of_the_explorer():
    assert "process_template" not in load_processes()
