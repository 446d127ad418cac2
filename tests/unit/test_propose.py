"""A filled template is checked row by row and its difference is printed; the register stays as it is."""

from __future__ import annotations

import csv
import io
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.export.template import write_template
from data.build.__main__ import main
from data.build.propose import FOLDER, RefusedProposal, propose
from data.importers.problem import ImportProblem
from data.store import read_register


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((FOLDER / name).read_text(encoding="utf-8"), newline="")))


POLICIES, LAWS = rows_of("policies.csv"), rows_of("laws.csv")
MEASURE = next(row for row in POLICIES if row["verification"] == "sourced" and row["start_year"])


@pytest.fixture
def registers(tmp_path):
    """A copy of the registers, compared after the test with what it was."""
    folder = tmp_path / "registers"
    shutil.copytree(FOLDER, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    yield folder
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.fixture
def fill(tmp_path, registers):
    """Fills a template with one row or several and proposes it."""

    def filled(*rows, text=None, delimiter=",", encoding="utf-8-sig"):
        path = tmp_path / "filled.csv"
        if text is None:
            out = io.StringIO(newline="")
            writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
            text = out.getvalue()
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return propose(path, folder=registers)

    return filled


def refusal(fill, **cells) -> str:
    with pytest.raises(RefusedProposal) as caught:
        fill({**MEASURE, **cells})
    return str(caught.value)


@pytest.mark.parametrize("table", ["policy", "law"])
def test_templates_of_the_registers_rows_come_back_without_a_difference(tmp_path, registers, table):
    frame = read_register(table).iloc[::10]
    made = [write_template(list(frame.columns), row).decode("utf-8-sig") for row in frame.to_dict("records")]
    path = tmp_path / "filled.csv"
    path.write_text(
        "".join([made[0], *(one.split("\r\n", 1)[1] for one in made[1:])]), encoding="utf-8", newline=""
    )
    change = propose(path, folder=registers)
    assert change.cells == () and change.new == () and change.now == change.then
    assert list(change.lines()) == [f"no difference to data/registers/{change.file.name}"]


def test_a_correction_is_told_as_a_difference_of_one_line(fill):
    change = fill({**MEASURE, "end_year": "2030", "agency": "Agency, of «things»"})
    assert {cell[1] for cell in change.cells} == {"end_year", "agency"} and change.new == ()
    lines = list(change.lines())
    assert lines[:2] == ["--- a/data/registers/policies.csv", "+++ b/data/registers/policies.csv"]
    assert (
        sum(line.startswith("-") for line in lines) == 2 and sum(line.startswith("+") for line in lines) == 2
    )
    assert '"Agency, of «things»"' in next(line for line in lines[3:] if line.startswith("+"))
    assert f"changed: {MEASURE['policy_id']}, end_year: {MEASURE['end_year']!r} -> '2030'" in lines


def test_a_new_measure_follows_those_of_its_country(fill):
    identity = f"{MEASURE['ref_area'].lower()}-999"
    change = fill({**MEASURE, "policy_id": identity})
    assert change.new == (identity,)
    ids = [row["policy_id"] for row in csv.DictReader(io.StringIO(change.then, newline=""))]
    before = ids[ids.index(identity) - 1]
    assert before[:3] == identity[:3] and len(ids) == len(POLICIES) + 1
    assert set(change.now.splitlines()) < set(change.then.splitlines())


def test_a_law_is_proposed_too(fill):
    law = next(row for row in LAWS if row["status"] == "in_force")
    change = fill({**law, "year_amended": "2026"})
    assert [cell[:2] for cell in change.cells] == [(law["law_id"], "year_amended")]
    assert len(change.then.splitlines()) == len(change.now.splitlines())


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_spreadsheet_that_parts_cells_otherwise_is_understood(fill, delimiter):
    assert fill({**MEASURE, "end_year": "2030"}, delimiter=delimiter).cells[0][1] == "end_year"


FAULTS = [
    ({"instrument": "loan"}, "instrument: expected one of", "'loan'"),
    ({"target_groups": "women;aliens"}, "target_groups: expected codes of", "aliens"),
    ({"ref_area": "FRA"}, "ref_area: expected one of", "FRA"),
    ({"start_year": "2020", "end_year": "2019"}, "end_year: expected", "2019"),
    ({"source_url": ""}, "source_url: expected", "no value"),
    ({"source_url": "www.agency.example"}, "source_url: expected text like https?", "www.agency.example"),
    ({"contact_url": "javascript:alert(1)"}, "plain text without HTML", "javascript"),
    ({"name_en": ""}, "name_en: expected a value", "no value"),
    ({"start_year": "next year"}, "start_year: expected values of type integer", "next year"),
    ({"policy_id": "zzz-1234567"}, "policy_id: expected text like", "zzz-1234567"),
    ({"policy_id": "xyz-999"}, "expected an id that begins with its country", "xyz-999"),
    ({"agency": "=HYPERLINK(1)"}, "column 'agency', row 2: expected text that no spreadsheet", "=HYPERLINK"),
    ({"agency": "'=1+1"}, "expected text that no spreadsheet takes for a formula", "=1+1"),
    ({"agency": "\uff1dcmd|x"}, "expected text that no spreadsheet takes for a formula", "cmd"),
    ({"agency": "+1 now"}, "expected text that no spreadsheet takes for a formula", "+1 now"),
    ({"agency": "a <b>bold</b> claim"}, "expected plain text without HTML", "<b>"),
    ({"agency": "&lt;script&gt;"}, "expected plain text without HTML", "&lt;"),
    ({"agency": "two\nlines"}, "expected a text of one line", "two"),
    ({"agency": "a\u202eb"}, "expected text without control characters", "202e"),
    ({"agency": "a\x00b"}, "expected text without control characters", "x00"),
    ({"agency": "long " * 500}, "expected at most 2000 characters", "2499"),
]


@pytest.mark.parametrize(("cells", "expected", "found"), FAULTS)
def test_a_fault_names_file_row_and_column(fill, cells, expected, found):
    said = refusal(fill, **cells)
    assert "filled.csv" in said and "row 2" in said
    assert expected in said and found in said


def test_all_faults_are_told_at_once(fill):
    said = refusal(fill, instrument="loan", source_url="www.x.example", agency="=1+1")
    assert len(said.splitlines()) == 3


def test_a_name_that_is_a_number_stays_a_name(fill):
    assert fill({**MEASURE, "name_local": "1688"}).cells[0][3] == "1688"


def test_one_id_twice_is_refused(fill):
    with pytest.raises(RefusedProposal, match="expected each id once, found '.*' in row 2 too"):
        fill(MEASURE, MEASURE)


HEADER = ",".join(MEASURE)
FILES = [
    ("", "expected a header and at least one filled row, found an empty file"),
    ("\ufeff\n \n", "found an empty file"),
    (HEADER + "\n", "expected a filled row below the header, found none"),
    (HEADER + "\n" + "," * (len(MEASURE) - 1) + "\n", "expected a filled row below the header, found none"),
    ("name,colour\nx,red\n", "expected the header of a template, with policy_id or law_id"),
    (HEADER.replace("agency", "agency_name") + "\nx\n", "expected"),
    (HEADER + ",colour\n" + "x," * len(MEASURE) + "\n", "only columns of the register policy"),
    (HEADER + "\nx,y\n", "row 2: expected 34 cells, found 2 cells"),
    (
        HEADER.replace("agency", "name_en") + "\n" + "x," * (len(MEASURE) - 1) + "\n",
        "expected each column once",
    ),
    (f'{HEADER}\n"open', "expected cells in closed quotes"),
    ("señal".encode("latin-1"), "expected text in UTF-8"),
    (HEADER.encode("utf-16"), "expected text in UTF-8"),
    (b"x" * 2_000_001, "expected a template of at most"),
]


@pytest.mark.parametrize(("text", "said"), FILES)
def test_a_file_that_is_no_filled_template_is_told(fill, text, said):
    with pytest.raises(ImportProblem) as caught:
        fill(text=text, encoding="utf-8")
    assert said in str(caught.value)


def test_the_command_prints_the_difference_or_the_faults(tmp_path, capsys):
    path = tmp_path / "filled.csv"
    path.write_bytes(write_template(list(MEASURE), {**MEASURE, "end_year": "2031"}))
    assert main(["--propose", str(path)]) == 0
    assert "end_year" in capsys.readouterr().out
    path.write_bytes(write_template(list(MEASURE), {**MEASURE, "instrument": "loan", "scope": "moon"}))
    assert main(["--propose", str(path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2 and all(line.startswith("error: ") for line in said)
    assert main(["--propose", str(tmp_path / "gone.csv")]) == 1
    assert "no such file" in capsys.readouterr().err


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.integers(0, 4000), st.booleans())
def test_no_file_is_an_error_of_ours(tmp_path, noise, place, alone):
    whole = write_template(list(MEASURE), MEASURE)
    path = tmp_path / "noise.csv"
    path.write_bytes(noise if alone else whole[:place] + noise + whole[place:])
    try:
        propose(path)
    except (ImportProblem, RefusedProposal) as refused:
        assert "noise.csv" in str(refused)
