"""The page to print, the template and the letter hold what they were given, and nothing of it runs."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.export.printed import PrintedPart, write_page
from components.export.template import letter, write_template, written

EVIL = "<script>alert(1)</script>\" onload='x' &amp; <img src=x>"


class Read(HTMLParser):
    """The tags, the addresses and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        given_here = dict(attrs)
        assert not {name for name in given_here if name.startswith("on") or name == "src"}, attrs
        self.links += [given_here["href"]] if "href" in given_here else []

    def handle_data(self, data):
        self.text.append(data)


def read(content: bytes) -> Read:
    page = Read()
    page.feed(content.decode("utf-8"))
    return page


def page(text: str, address: str = "https://example.org/a?b=1&c=2") -> bytes:
    part = PrintedPart(text, (text,), (text, text), ((text, address),))
    return write_page(text, [text], [part, PrintedPart("Nothing")], [(text, address)], "es")


def test_a_page_has_title_tables_links_and_its_language():
    made = read(page("Programas"))
    assert made.tags.count("h1") == 1 and made.tags.count("h2") == 2 and made.tags.count("table") == 1
    assert made.links == ["https://example.org/a?b=1&c=2"] * 2
    assert b'<html lang="es">' in page("x") and b"@media print" in page("x")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "mailto:a@b", "https://a b", ""]
)
def test_only_web_addresses_become_links(address):
    assert read(page("x", address)).links == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_no_text_becomes_markup(text):
    for said in (text, EVIL, f"https://a.org/{EVIL}"):
        made = read(page(said, said))
        assert set(made.tags) <= {
            "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "thead", "tbody",
            "tr", "th", "td", "footer", "a",
        }  # fmt: skip


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_template_has_the_columns_and_what_is_known():
    row = {"a": "Sí, «x»", "b": 2020.0, "c": None, "d": float("nan"), "e": 2.5, "f": 'say "no"\nmore'}
    assert rows(write_template(["f", "a", "b", "c", "d", "e", "g"], row)) == [
        ["f", "a", "b", "c", "d", "e", "g"],
        ['say "no"\nmore', "Sí, «x»", "2020", "", "", "2.5", ""],
    ]
    assert write_template(["a"], row).startswith(b"\xef\xbb\xbf"), "spreadsheets need it to read accents"


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-x", "\t=1"])
def test_no_cell_of_a_template_is_a_formula(cell):
    assert rows(write_template(["a"], {"a": cell}))[1][0][0] == "'"


@given(
    st.dictionaries(
        st.sampled_from("abc"),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=20),
    )
)
def test_a_template_is_one_row_whatever_it_holds(row):
    made = rows(write_template(["a", "b", "c"], row))
    assert len(made) == 2 and [len(line) for line in made] == [3, 3]


def test_a_letter_says_everything_that_fits_and_is_for_nobody_unless_told():
    made = letter(
        "Registro: per-p01", "Corrija & agregue:", [("Organismo", "PROMPERÚ & co"), ("Año", "2019")]
    )
    parts = urlsplit(made)
    asked = parse_qs(parts.query)
    assert parts.scheme == "mailto" and parts.path == ""
    assert asked["subject"] == ["Registro: per-p01"]
    assert asked["body"][0].split("\r\n") == [
        "Corrija & agregue:",
        "",
        "Organismo: PROMPERÚ & co",
        "Año: 2019",
    ]


def test_a_long_letter_is_cut_between_lines():
    body = parse_qs(urlsplit(letter("s", "o", [("n", "x" * 500)] * 9)).query)["body"][0]
    assert len(body) <= 1800 and body.split("\r\n")[-1] == f"n: {'x' * 500}"


def test_a_letter_goes_to_the_address_of_the_site_if_it_has_one():
    parts = urlsplit(letter("s", "o", [("n", "v")], to="data+msme@explorer.example"))
    assert parts.path == "data%2Bmsme@explorer.example"
    assert set(parse_qs(parts.query)) == {"subject", "body"}


def test_a_letter_cannot_gain_headers_or_readers():
    made = letter("s&cc=a@b", "o", [("n", "v&bcc=c@d\r\nTo: e@f")])
    assert set(parse_qs(urlsplit(made).query)) == {"subject", "body"}


@pytest.mark.parametrize(
    ("value", "said"), [(2020.0, "2020"), (0.5, "0.5"), (True, "True"), (7, "7"), ("", "")]
)
def test_values_are_written_as_registers_hold_them(value, said):
    assert written(value) == said
