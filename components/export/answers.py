"""Answers requests for data by address: a file, a description, or the reason why not."""

from __future__ import annotations

import hashlib
import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from urllib.parse import urlencode

from components.export.described import Doors, shown_datasets
from components.export.machine import metadata, openapi, package_of_all
from components.export.problems import MEDIA_TYPE, Problem
from components.export.requested import language_of, read_request
from components.export.takeaway import FORMATS, Format, check_tier, formats_of, take, write
from components.i18n import Language, language
from data.store import StoreError

JSON = "application/json"
# Answers kept for the next who asks the same; the largest weighs some 400 kB.
_MOST_KEPT = 64
log = logging.getLogger("explorer")
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: status, content and its type; `name` is that of a file to save."""

    status: int
    content: bytes
    media_type: str
    name: str = ""
    etag: str = ""


class Desk:
    """Answers questions about the data behind `doors`; equal questions are answered from what was kept."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

    def table(self, name: str, pairs: Pairs, base: str) -> Answer:
        """The file `name` (`<dataset>.csv`, ...) of the rows that the parameters ask for."""
        return self._told(pairs, lambda: self._table(name, pairs, base))

    def metadata(self, dataset: str, pairs: Pairs, base: str) -> Answer:
        """The description of a dataset."""
        return self._told(pairs, lambda: self._described(dataset, pairs, base))

    def package(self, pairs: Pairs, base: str) -> Answer:
        """The Data Package of everything that leaves."""
        t = language(language_of(pairs))
        return self._told(pairs, lambda: _document(package_of_all(t, self._doors, base)))

    def openapi(self, pairs: Pairs, base: str) -> Answer:
        """The OpenAPI description."""
        t = language(language_of(pairs))
        version = self._doors.catalog.app.version
        return self._told(pairs, lambda: _document(openapi(t, self._doors, version)))

    def _told(self, pairs: Pairs, work: Callable[[], Answer]) -> Answer:
        """The answer of `work`, or the problem that it met."""
        t = language(language_of(pairs))
        try:
            return work()
        except Problem as problem:
            return Answer(problem.status, problem.document(t), MEDIA_TYPE)
        except StoreError as error:
            log.error("%s", error)
            return _failed(503, "unavailable", t)
        except Exception:
            log.exception("a request for data failed")
            return _failed(500, "failed", t)

    def _table(self, name: str, pairs: Pairs, base: str) -> Answer:
        dataset, fmt = self._split(name)
        # Refused before anything is read: what may not leave is not even counted.
        check_tier(dataset, self._doors)
        url = f"{base}data/{name}" + (f"?{urlencode(list(pairs))}" if pairs else "")
        kept = self._recall(url)
        if kept:
            return kept
        offer = self._doors.offer(dataset)
        if fmt not in formats_of(offer):
            raise Problem(404, "unknown_format", dataset=dataset, allowed=", ".join(formats_of(offer)))
        request = read_request(pairs, offer, self._doors.catalog, self._doors.table(dataset))
        t = language(request.language)
        taken = take(t, offer, request.wanted, self._doors, url=url)
        return self._keep(url, _tagged(200, write(taken, fmt), FORMATS[fmt], name))

    def _recall(self, url: str) -> Answer | None:
        with self._lock:
            if url in self._kept:
                self._kept.move_to_end(url)
            return self._kept.get(url)

    def _keep(self, url: str, answer: Answer) -> Answer:
        with self._lock:
            self._kept[url] = answer
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return answer

    def _split(self, name: str) -> tuple[str, Format]:
        """Dataset and format of a file's name. Raises Problem (404) when either is unknown."""
        dataset, _, ending = name.partition(".")
        self._known(dataset)
        for fmt in FORMATS:
            if fmt == ending:
                return dataset, fmt
        raise Problem(404, "unknown_format", dataset=dataset, allowed=", ".join(FORMATS))

    def _known(self, dataset: str) -> None:
        catalog = self._doors.catalog
        if dataset not in catalog.datasets:
            raise Problem(
                404, "unknown_dataset", dataset=dataset[:40], allowed=", ".join(shown_datasets(catalog))
            )

    def _described(self, dataset: str, pairs: Pairs, base: str) -> Answer:
        self._known(dataset)
        if dataset not in shown_datasets(self._doors.catalog):
            check_tier(dataset, self._doors)
        return _document(metadata(language(language_of(pairs)), dataset, self._doors, base))


def unavailable(pairs: Pairs) -> Answer:
    """The answer when not even the descriptions can be read."""
    return _failed(503, "unavailable", language(language_of(pairs)))


def _document(content: object) -> Answer:
    return _tagged(200, json.dumps(content, ensure_ascii=False, indent=1).encode(), JSON, "")


def _tagged(status: int, content: bytes, media_type: str, name: str) -> Answer:
    return Answer(status, content, media_type, name, f'W/"{hashlib.sha256(content).hexdigest()[:32]}"')


def _failed(status: int, reason: str, t: Language) -> Answer:
    return Answer(status, Problem(status, reason).document(t), MEDIA_TYPE)
