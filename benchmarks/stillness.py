"""Tells from inside a page when it went quiet after a click or a load, by the page's own clock."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Page

QUIET = 300  # milliseconds without a change until a page counts as settled
GIVEN_UP = 30.0  # seconds

# Runs before the page's own code: notes changes of the document, drawings on a canvas, pointers.
WATCH = """
(() => {
  const seen = (window.__seen = {change: 0, pointer: 0});
  const note = () => { seen.change = performance.now(); };
  new MutationObserver(note).observe(document,
    {subtree: true, childList: true, attributes: true, characterData: true});
  for (const name of ["clearRect", "fillRect", "fill", "stroke", "fillText", "drawImage", "putImageData"]) {
    const drawing = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      note();
      return drawing.apply(this, given);
    };
  }
  addEventListener("pointerdown", () => { seen.pointer = performance.now(); }, true);
})();
"""


@dataclass
class Received:
    """What a page received: bytes over HTTP (as sent, compressed) and the websocket, and which files."""

    http: int = 0
    socket: int = 0
    files: tuple[str, ...] = ()


class WatchedPage:
    """A page of a browser context whose changes and traffic are watched from its first byte."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.page.add_init_script(WATCH)
        self.received = Received()
        protocol = context.new_cdp_session(self.page)
        protocol.send("Network.enable")
        protocol.on("Network.responseReceived", self._file)
        protocol.on("Network.loadingFinished", self._http)
        protocol.on("Network.webSocketFrameReceived", self._socket)

    def settled(self) -> float:
        """Wait until the page is quiet; milliseconds of its clock at its last change."""
        deadline = time.monotonic() + GIVEN_UP
        while time.monotonic() < deadline:
            change, now = self.page.evaluate("[window.__seen.change, performance.now()]")
            if now - change >= QUIET:
                return float(change)
            self.page.wait_for_timeout(50)
        raise TimeoutError(f"{self.page.url} was still changing after {GIVEN_UP:.0f} s")

    def pointer(self) -> float:
        """Milliseconds of the page's clock when the pointer last went down."""
        return float(self.page.evaluate("window.__seen.pointer"))

    def forget(self) -> None:
        """Start counting what is received anew."""
        self.received = Received()

    def _file(self, event: dict[str, Any]) -> None:
        self.received.files += (event["response"]["url"].rsplit("/", 1)[-1],)

    def _http(self, event: dict[str, Any]) -> None:
        self.received.http += int(event.get("encodedDataLength", 0))

    def _socket(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        size = len(frame["payloadData"])
        self.received.socket += size * 3 // 4 if frame["opcode"] == 2 else size  # binary comes in base64
