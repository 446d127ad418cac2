"""Full-text search over one register: an SQLite FTS5 index in memory, made once from the register's frame.

It works with any database the registers come from. What a reader types is never a query language: quotes make
phrases, every other sign is a letter, a digit or a gap.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import NamedTuple

import numpy as np
import pandas as pd

# Marks around a word that was found. Data that hold these private signs themselves lose them.
_BEGIN, _END, _GAP = "\ue000", "\ue001", "\ue002"
# Scripts that are written without spaces between words (or glue endings to them): every sign is a word here,
# so that a part of a name is found. The gap that makes it one is taken out again before anything is shown.
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f])"
)
_SEPARATOR = "\u2063"
_PRIVATE = re.compile(f"[\x00\u2063{_BEGIN}-\uf8ff]")
_QUOTES = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]")
# Endings of English, Spanish and Portuguese plurals; what is left has to say something.
_PLURAL = re.compile(r"(?<=\w{3})(?:[oõaã]es|es|(?<!s)s)$", re.IGNORECASE)
_WORD = re.compile(r"(\w+)")
# The most an excerpt of FTS5 may hold; shorter texts are shown whole.
_EXCERPT = 64
# Words beyond these would slow the search and are never typed by hand.
_MOST_WORDS = 16


class Segment(NamedTuple):
    """A piece of a text and whether it was searched for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found: its key, how well it fits (larger is better), and where the words stand.

    snippets: field -> its text (or an excerpt of a long one) in segments, for the fields that hold a word.
    """

    key: str
    score: float
    snippets: Mapping[str, tuple[Segment, ...]]


class SearchIndex:
    """Finds rows by words in any of some columns, accents and case aside."""

    def __init__(
        self,
        frame: pd.DataFrame,
        *,
        key: str,
        fields: Sequence[str],
        weights: Mapping[str, float] | None = None,
        boost: str = "",
    ) -> None:
        """Index the columns `fields` of `frame`; `key` names each row, `weights` (1 each) says what counts.

        `boost`: a column with a factor by which the score of each row is multiplied. Missing text is nothing.
        Raises ValueError for a column that is not there or a key that comes twice.
        """
        absent = [name for name in (key, *fields) if name not in frame.columns]
        if absent:
            raise ValueError(f"fields: expected columns of the frame, got {absent[0]!r}")
        keys = frame[key].astype(str)
        if not keys.is_unique:
            raise ValueError(f"{key}: expected each once, got {keys[keys.duplicated()].iloc[0]!r} again")
        self.keys: list[str] = keys.tolist()
        self._rows = {name: row for row, name in enumerate(self.keys, start=1)}
        self._fields = tuple(fields)
        self._rank = ", ".join(str(float((weights or {}).get(name, 1.0))) for name in fields)
        # One connection for all sessions: an index in memory belongs to the connection that made it.
        self._open = sqlite3.connect(":memory:", check_same_thread=False)
        self._lock = Lock()
        columns = ", ".join(f"c{place}" for place in range(len(fields)))
        self._open.execute(
            f"CREATE VIRTUAL TABLE held USING fts5({columns}, "
            "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
        )
        self._boost = frame[boost].to_numpy(dtype=float) if boost else np.ones(len(frame))
        texts = [frame[name].astype(object).where(frame[name].notna(), "").map(_spaced) for name in fields]
        marks = ", ".join("?" * (len(fields) + 1))
        self._open.executemany(
            f"INSERT INTO held(rowid, {columns}) VALUES ({marks})",
            zip(range(1, len(keys) + 1), *texts, strict=True),
        )
        self._open.execute("INSERT INTO held(held) VALUES ('optimize')")
        self._open.commit()

    def find(self, words: str, limit: int = 20) -> list[Hit]:
        """The best `limit` rows that hold all words, with excerpts; none when there is nothing to search for.

        Words match from their beginning, plurals also the singular, quoted text exactly; any text is allowed.
        """
        places, scores = self.ranked(words)
        best = [(self.keys[place], score) for place, score in zip(places[:limit], scores, strict=False)]
        found = self.excerpts(words, [key for key, _ in best])
        return [Hit(key, float(score), found.get(key, {})) for key, score in best]

    def ranked(self, words: str) -> tuple[np.ndarray, np.ndarray]:
        """Positions in the frame of all rows that hold all words, best first, and their scores."""
        query = safe_query(words)
        statement = f"SELECT rowid - 1, -bm25(held, {self._rank}) FROM held WHERE held MATCH ? ORDER BY rowid"
        found = np.array(self._ask(statement, (query,)) if query else [], dtype=float).reshape(-1, 2)
        places = found[:, 0].astype(int)
        scores = found[:, 1] * self._boost[places]
        best = np.argsort(-scores, kind="stable")
        return places[best], scores[best]

    def excerpts(self, words: str, keys: Iterable[str]) -> dict[str, dict[str, tuple[Segment, ...]]]:
        """Key -> field -> text with the words marked, for those of `keys` that hold them."""
        query, rows = safe_query(words), [self._rows[key] for key in keys if key in self._rows]
        if not query or not rows:
            return {}
        parts = ", ".join(
            f"snippet(held, {place}, '{_BEGIN}', '{_END}', '{_GAP}', {_EXCERPT})"
            for place in range(len(self._fields))
        )
        asked = ", ".join("?" * len(rows))
        # The sign makes one pass over what matches; a search by rowid would match anew for each row.
        statement = f"SELECT rowid, {parts} FROM held WHERE held MATCH ? AND +rowid IN ({asked})"
        found = {}
        for row, *texts in self._ask(statement, (query, *rows)):
            found[self.keys[row - 1]] = {
                name: _segments(text)
                for name, text in zip(self._fields, texts, strict=True)
                if text and _BEGIN in text
            }
        return found

    def _ask(self, statement: str, values: tuple[object, ...]) -> list[tuple]:
        with self._lock:
            return self._open.execute(statement, values).fetchall()


def safe_query(words: str) -> str:
    """What a reader typed as an FTS5 query that cannot fail: quoted words and phrases, all of them wanted.

    Empty when there is no letter or digit in it.
    """
    return " ".join(f'"{text}"' if exact else f'"{_singular(text)}"*' for text, exact in _asked(words))


def words_of(words: str) -> tuple[str, ...]:
    """The words and phrases that are searched for, as the reader typed them, without signs."""
    return tuple(text.replace(_SEPARATOR, "") for text, _ in _asked(words))


def marked(text: str, words: str) -> tuple[Segment, ...]:
    """A text that is not in the index, with the words that begin like one of `words` marked."""
    begins = tuple(
        _bare(part if exact else _singular(part)) for asked, exact in _asked(words) for part in asked.split()
    )
    pieces = [
        Segment(piece, bool(begins) and _bare(piece).startswith(begins))
        for piece in _WORD.split(text)
        if piece
    ]
    return tuple(pieces)


def _singular(text: str) -> str:
    """What a plural begins with, so that it finds the singular too: laws, leyes, transações."""
    return _PLURAL.sub("", text)


def _bare(text: str) -> str:
    """Without accents and case, as the index compares."""
    parts = unicodedata.normalize("NFD", text).casefold()
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).replace(_SEPARATOR, "")


def _asked(words: str) -> list[tuple[str, bool]]:
    """Each word or phrase as the index keeps it, and whether it is wanted exactly."""
    parts = _QUOTES.sub('"', unicodedata.normalize("NFC", words)).split('"')
    asked: list[tuple[str, bool]] = []
    for place, part in enumerate(parts):
        closed = place % 2 == 1 and place + 1 < len(parts)
        texts = [part] if closed else part.split()
        asked += [(text, closed) for text in map(_tokens, texts) if text]
    return asked[:_MOST_WORDS]


def _tokens(text: str) -> str:
    """`text` with a gap for every sign that the index does not keep."""
    kept = "".join(sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in text)
    return " ".join(_spaced(kept).split()) if any(sign.isalnum() for sign in kept) else ""


def _spaced(text: object) -> str:
    return _UNSPACED.sub(rf"\1{_SEPARATOR}", _PRIVATE.sub("", unicodedata.normalize("NFC", str(text))))


def _segments(text: str) -> tuple[Segment, ...]:
    """A marked text as segments; a gap left by the excerpt is three dots."""
    whole = text.replace(_SEPARATOR, "").replace(_GAP, "\u2026")
    pieces = []
    for place, piece in enumerate(re.split(f"[{_BEGIN}{_END}]", whole)):
        if piece:
            pieces.append(Segment(piece, place % 2 == 1))
    return tuple(pieces)
