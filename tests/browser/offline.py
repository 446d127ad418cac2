"""The cut network: a browser that reaches its own server and nothing else, and tells what it refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

ON_THE_WIRE = ("http", "https", "ws", "wss")


@dataclass
class CutNetwork:
    """Refuses every request to another host than `url`'s and keeps a list of them."""

    url: str
    refused: list[str] = field(default_factory=list)

    def guard(self, context: BrowserContext) -> None:
        """Watch all pages of a browser context, those it opens later too."""
        context.route("**/*", self._decide)
        context.on("page", self._watch_sockets)

    def is_outside(self, address: str) -> bool:
        """Whether an address leaves the page's own host."""
        parts = urlsplit(address)
        return parts.scheme in ON_THE_WIRE and parts.netloc != urlsplit(self.url).netloc

    def _decide(self, route: Route) -> None:
        address = route.request.url
        if self.is_outside(address):
            self.refused.append(f"{route.request.resource_type} {address}")
            route.abort("internetdisconnected")
        else:
            route.continue_()

    def _watch_sockets(self, page: Page) -> None:
        def note(address: str) -> None:
            if self.is_outside(address):
                self.refused.append(f"websocket {address}")

        page.on("websocket", lambda socket: note(socket.url))
