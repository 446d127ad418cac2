"""The explorer as a web server: Home.py, data by address, browser code compressed. `make run` starts it.

`streamlit run Home.py` shows the same pages but has no data addresses, and a first visit then costs about two
and a half times the bytes.
"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import net_util
from streamlit.web.server.starlette import starlette_server

from deploy.compression import CompressedAssets
from deploy.data_routes import routes

ROOT = Path(__file__).resolve().parents[1]
USUAL_PORT = "8501"

# Streamlit would ask an outside host for this machine's public address, to print it and to compare origins
# with it. The explorer asks nobody; readers from another origin are refused just the same.
net_util.get_external_ip = lambda: None

_bind_as_streamlit_does = starlette_server._bind_socket


def _bind(address: str, port: int, backlog: int) -> socket.socket:
    """A listening socket whose connections send every message at once.

    Streamlit's own leaves Nagle's algorithm on: the second message of a rerun then waits until the reader's
    machine has confirmed the first, which it puts off for 40 ms.
    """
    listening = _bind_as_streamlit_does(address, port, backlog)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # inherited by what it accepts
    return listening


starlette_server._bind_socket = _bind

app = st.App(ROOT / "Home.py", routes=routes(), middleware=[Middleware(CompressedAssets)])


def main() -> int:
    """Serve on PORT of ADDRESS (every address of the machine when unset) until stopped; 2 for a bad PORT."""
    port = os.environ.get("PORT") or USUAL_PORT
    if not port.isdecimal() or not 0 < int(port) < 65536:
        print(f"PORT: expected a number from 1 to 65535, got '{port}'", file=sys.stderr)
        return 2
    print(f"The explorer will be at http://localhost:{port} (stop it with Ctrl-C)", flush=True)
    app.run(
        config={
            "server.port": int(port),
            "server.address": os.environ.get("ADDRESS") or None,
            "server.headless": True,
            # Watching the source files costs each new reader 0.3 s of the one thread that answers everybody.
            "server.fileWatcherType": "none",
            # Nor does it stop the world after each rerun: that takes longer the more readers there are, and
            # Python collects what is left over by itself (`python -m benchmarks --only soak` shows it does).
            "runner.postScriptGC": False,
            "logger.hideWelcomeMessage": True,
        }
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
