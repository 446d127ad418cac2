"""A plain page to print or send: titles, sentences and tables as one HTML file without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

_STYLE = """
@page { margin: 18mm 16mm; }
body { font: 11pt/1.45 "Source Sans 3", "Noto Sans", Arial, sans-serif; color: #0e1820; max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin-bottom: .4rem; }
h2 { font-size: 1.2rem; margin: 1.6rem 0 .3rem; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid #c9d0d6; overflow-wrap: break-word; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
footer { margin-top: 2rem; font-size: .85rem; color: #55616d; overflow-wrap: anywhere; }
a { color: inherit; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
"""


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """One part: a title, sentences, and a table (headings and rows of plain text; addresses become links).

    key: which part it is, for who arranges parts.
    """

    title: str
    sentences: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    key: str = ""


def write_page(
    title: str,
    lead: Sequence[str],
    parts: Sequence[PrintedPart],
    facts: Sequence[tuple[str, str]],
    language: str,
) -> bytes:
    """The page in UTF-8; every text is shown as it is, whatever it holds.

    `facts`: what the file says of itself, as pairs of heading and text.
    """
    said = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(title)}</h1>",
        *(f"<p>{escape(sentence)}</p>" for sentence in lead),
        *(_part(part) for part in parts),
        "<footer>",
        *(f"<p>{escape(name)}: {_linked(fact)}</p>" for name, fact in facts),
        "</footer></body></html>",
    ]
    return "\n".join(said).encode("utf-8")


def _part(part: PrintedPart) -> str:
    said = [f"<h2>{escape(part.title)}</h2>", *(f"<p>{escape(sentence)}</p>" for sentence in part.sentences)]
    if part.rows:
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in part.head)
        rows = "".join(
            f"<tr>{''.join(f'<td>{_linked(cell)}</td>' for cell in row)}</tr>" for row in part.rows
        )
        said.append(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    return "\n".join(said)


def _linked(text: str) -> str:
    """A web address as a link that shows itself; any other text as it is."""
    shown = escape(text)
    web = urlsplit(text).scheme in ("http", "https") and not any(sign.isspace() for sign in text)
    return f'<a href="{shown}">{shown}</a>' if web else shown
