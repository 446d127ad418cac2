"""Makes one file in the background: it tells how far it is, can be cancelled, and is whole or not there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Literal

from components.export.brief import Cancelled, Progress

log = logging.getLogger("explorer")
State = Literal["waiting", "making", "ready", "cancelled", "failed"]
# One at a time: drawing takes a whole core, and the pages need the other.
_desk = ThreadPoolExecutor(max_workers=1, thread_name_prefix="takeaway")


class Making:
    """A file being made by `make`, which tells a Progress how far it is."""

    def __init__(self, make: Callable[[Progress], bytes]) -> None:
        self.done, self.total = 0, 1
        self._stop = Event()
        self._future: Future[bytes] = _desk.submit(make, self._heard)
        self._future.add_done_callback(_logged)

    def _heard(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.done, self.total = done, total

    def cancel(self) -> None:
        """Stop at the next step; nothing of the file is kept."""
        self._stop.set()
        self._future.cancel()

    @property
    def state(self) -> State:
        """How it stands."""
        if self._stop.is_set():
            return "cancelled"
        if not self._future.done():
            return "making" if self._future.running() else "waiting"
        return "failed" if self._future.exception() else "ready"

    @property
    def content(self) -> bytes:
        """The whole file; only when ready."""
        return self._future.result(timeout=0)


def _logged(done: Future[bytes]) -> None:
    """The reader hears that it failed, the operator why."""
    if done.cancelled() or isinstance(done.exception(), Cancelled):
        return
    error = done.exception()
    if error is not None:
        log.error("a file to take home could not be made", exc_info=error)
