"""The tracker, RDTII and DESTA are read as they are laid out, and their faults are told with file and row."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.importers.cyberlaw_tracker import read_cyberlaw_status, read_cyberlaw_titles
from data.importers.desta import read_agreement_members, read_agreements
from data.importers.problem import ImportProblem
from data.importers.rdtii import addresses, first_year, one_line, read_measures

FIXTURES = Path(__file__).parent / "fixtures" / "regulation"


def changed(tmp_path: Path, name: str, old: str, new: str, *beside: str) -> Path:
    for other in beside:
        (tmp_path / other).write_text((FIXTURES / other).read_text(encoding="utf-8"), encoding="utf-8")
    text = (FIXTURES / name).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_tracker_gives_a_status_per_country_and_area():
    frame = read_cyberlaw_status(FIXTURES / "cyberlaw_status.csv")
    assert frame.to_dict("records") == [
        {"ref_area": "CHL", "area": "e_transactions", "status": "in_force"},
        {"ref_area": "CHL", "area": "data_protection", "status": "draft"},
        {"ref_area": "VNM", "area": "indirect_taxation", "status": "none"},
        {"ref_area": "VNM", "area": "cybercrime", "status": "unknown"},
    ]


def test_titles_keep_their_order_and_only_addresses_become_links():
    frame = read_cyberlaw_titles(FIXTURES / "cyberlaw_laws.csv")
    assert frame[["ref_area", "position", "title"]].to_numpy().tolist() == [
        ["CHL", 1, "Act one on signatures"],
        ["CHL", 2, "Act two"],
        ["VNM", 1, ""],
    ]
    assert frame["url"].notna().tolist() == [True, False, True]


def test_a_status_that_the_tracker_does_not_have_is_refused_with_its_row(tmp_path):
    path = changed(tmp_path, "cyberlaw_status.csv", "Draft Legislation", "Perhaps")
    with pytest.raises(ImportProblem, match=r"column 'status', row 3: expected one of .* found 'Perhaps'"):
        read_cyberlaw_status(path)


def test_measures_carry_the_number_of_the_guide_not_that_of_the_workbook():
    frame = read_measures(FIXTURES / "measures.csv").set_index("measure_id")
    assert frame["indicator"].to_dict() == {"AUS-4.01-001": "4.1", "AUS-4.1-002": "4.10"}
    first = frame.loc["AUS-4.01-001"]
    assert first["act"] == "Patents Act 1990; Regulation 1991; Practice"
    assert first["valid_from"] == 1991
    assert first["urls"] == "https://example.org/a;https://example.org/b"
    assert frame["valid_from"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("AUS,4,Patents,4.01", "AUS,4,Patents,4.7", r"column 'indicator_id', row 2: expected one of"),
        ("One,0.5", "One,0.3", r"column 'raw_score', row 2: expected one of 0, 0.25, .* found 0.3"),
        ("AUS-4.1-002,AUS", "AUS-4.1-002,XXX", r"column .iso3., row 3"),
        ("raw_score", "score", r"column 'raw_score': expected the columns"),
    ],
)
def test_a_faulty_measure_is_refused(tmp_path, old, new, said):
    path = changed(tmp_path, "measures.csv", old, new, "methodology.csv")
    with pytest.raises(ImportProblem, match=said):
        read_measures(path)


def test_agreements_are_treaties_and_accessions_with_their_members():
    frame = read_agreements(FIXTURES / "agreements.csv").set_index("agreement")
    assert list(frame.index) == ["22", "23"]
    assert frame["year_in_force"].isna().tolist() == [False, True]
    members = read_agreement_members(FIXTURES / "memberships.csv")
    assert members.to_numpy().tolist() == [["22", "COL"], ["22", "BRA"], ["23", "CHL"], ["23", "KOR"]]


def test_cells_of_several_lines_become_one_line():
    assert one_line(" One;\n\nTwo\n;\nThree\n ") == "One; Two; Three"
    assert first_year("Last review in August 2023") is None
    assert first_year("Since 2012\n;\nSince June 2010") == 2010
    assert addresses("see https://a.org/x, and https://b.org.") == "https://a.org/x;https://b.org"
