"""Why a request for data is not answered: an HTTP status, a reason, and where to go instead."""

from __future__ import annotations

import json
from http import HTTPStatus

from components.i18n import Language

MEDIA_TYPE = "application/problem+json"
# What of a value from outside is repeated to whoever sent it.
_SHOWN = 40


class Problem(Exception):
    """A request that is refused.

    status: the HTTP status; reason: a key under `data_catalogue.problems` in the texts; parameter: the name
    of what is at fault; facts: what the text names; see: addresses of those who publish the data themselves.
    """

    def __init__(
        self, status: int, reason: str, *, parameter: str = "", see: tuple[str, ...] = (), **facts: object
    ) -> None:
        self.status, self.reason, self.parameter, self.see, self.facts = status, reason, parameter, see, facts
        super().__init__(f"{status} {reason} {parameter}".strip())

    def sentence(self, t: Language) -> str:
        """What is wrong and what to do, in the reader's language."""
        facts = {
            name: t.number(fact) if isinstance(fact, (int, float)) else printable(str(fact))
            for name, fact in self.facts.items()
        }
        return t(f"data_catalogue.problems.{self.reason}", parameter=printable(self.parameter), **facts)

    def document(self, t: Language) -> bytes:
        """The problem as RFC 9457 has it, as JSON."""
        said = {
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.sentence(t),
            "reason": self.reason,
            "parameter": printable(self.parameter),
            "see": list(self.see),
        }
        return json.dumps({name: fact for name, fact in said.items() if fact}, ensure_ascii=False).encode()


def printable(value: str) -> str:
    """A value from outside without line breaks and signs of markup; the end of a long one is cut."""
    kept = "".join(sign if sign.isprintable() and sign not in "<>&\"'`" else " " for sign in value)
    kept = " ".join(kept.split())
    return kept if len(kept) <= _MOST else kept[:_MOST].rstrip() + "\u2026"


_MOST = 10 * _SHOWN
