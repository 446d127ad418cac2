"""How to cite a view or a dataset, as a sentence and as BibTeX."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation needs; dates are ISO, `pattern` is the text `export.citation` of the language."""

    producer: str
    title: str
    year: str
    url: str
    accessed: date
    pattern: str


def cite(citation: Citation, accessed_text: str) -> str:
    """The citation as a sentence; `accessed_text` is the date of access as the language writes it.

    Placeholders of the pattern: producer, title, year, url, accessed.
    """
    return citation.pattern.format(
        producer=citation.producer,
        title=citation.title,
        year=citation.year,
        url=citation.url,
        accessed=accessed_text,
    )


def bibtex(citation: Citation) -> str:
    """The citation as a BibTeX entry whose key is made of producer, year and title."""
    fields = {
        "author": "{" + _escaped(citation.producer) + "}",
        "title": _escaped(citation.title),
        "year": citation.year,
        "url": citation.url,
        "urldate": citation.accessed.isoformat(),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    words = [citation.producer.split()[0], citation.year, *citation.title.split()[:2]]
    return f"@misc{{{_key(words)},\n{lines}\n}}\n"


def _key(words: list[str]) -> str:
    plain = unicodedata.normalize("NFKD", "".join(words)).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]", "", plain).lower()


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)
