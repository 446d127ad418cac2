"""One reader without a browser: speaks Streamlit's websocket protocol as its browser code does."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.scenarios import Scenario

PATIENCE = 60.0  # seconds until an answer is given up


class RunFailed(RuntimeError):
    """The server answered with an error, or the page lacks the widget that should change."""


@dataclass(frozen=True)
class Answer:
    """What one run of a page cost: seconds until it was finished, bytes received."""

    seconds: float
    bytes: int


@dataclass
class Reader:
    """A session on a page: `open` it, then `change` its widget as often as wanted, then `close`."""

    url: str
    scenario: Scenario
    _socket: Any = None
    _query: str = ""
    _page: str = ""
    _chosen: list[str] = field(default_factory=list)
    _buttons: Any = None
    _fragment: str = ""
    _kept: set[str] = field(default_factory=set)
    _step: int = 0

    async def open(self) -> Answer:
        """Connect and run the page for the first time."""
        self._query = self.scenario.query
        self._socket = await websockets.connect(
            f"ws://{urlsplit(self.url).netloc}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            open_timeout=PATIENCE,
            ping_interval=None,
            compression=None,
        )
        return await self._run(changed=False)

    async def change(self) -> Answer:
        """Choose the next button of the scenario's row and wait until the page has run."""
        if self._buttons is None:
            raise RunFailed(f"{self.scenario.name}: no row of buttons with the key '{self.scenario.widget}'")
        self._step += 1
        options = [option.content for option in self._buttons.options]
        self._chosen = [options[self._step % len(options)]]
        return await self._run(changed=True)

    async def close(self) -> None:
        """Leave."""
        if self._socket is not None:
            await self._socket.close()

    def _request(self, changed: bool) -> bytes:
        back = BackMsg()
        state = back.rerun_script
        state.query_string = self._query
        state.page_script_hash = self._page
        if not self._page:
            state.page_name = self.scenario.page
        state.context_info.locale = "en-US"
        state.context_info.timezone = "UTC"
        state.context_info.url = self.url + self.scenario.path
        state.cached_message_hashes.extend(sorted(self._kept))
        if changed:
            widget = state.widget_states.widgets.add(id=self._buttons.id)
            widget.string_array_value.data.extend(self._chosen)
            state.fragment_id = self._fragment
        return back.SerializeToString()

    async def _run(self, changed: bool) -> Answer:
        started = time.perf_counter()
        await self._socket.send(self._request(changed))
        received, begun = 0, False
        while True:
            raw = await asyncio.wait_for(self._socket.recv(), PATIENCE)
            received += len(raw)
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            begun = begun or kind == "new_session"
            ended = kind == "script_finished" and begun
            if ended and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return Answer(time.perf_counter() - started, received)
            self._read(message, kind)

    def _read(self, message: ForwardMsg, kind: str | None) -> None:
        if message.metadata.cacheable and message.hash:
            self._kept.add(message.hash)
        if kind == "navigation":
            self._page = message.navigation.page_script_hash or self._page
        elif kind == "new_session":
            self._page = message.new_session.page_script_hash
        elif kind == "page_info_changed":  # the page wrote its state into the address
            self._query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._note(message.delta)

    def _note(self, delta: Any) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RunFailed(
                f"{self.scenario.name}: {element.exception.type}: {element.exception.message[:200]}"
            )
        # A widget's id ends in the key it was given.
        if kind == "button_group" and element.button_group.id.endswith(f"-{self.scenario.widget}"):
            self._buttons, self._fragment = element.button_group, delta.fragment_id
