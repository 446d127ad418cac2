"""A running explorer for tests, screenshots and benchmarks: its own process on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# How another script is served, so that it differs from the explorer in nothing but its content.
PLAINLY = ("--server.address=127.0.0.1", "--server.headless=true", "--server.fileWatcherType=none")
STARTS_WITHIN = 90.0  # seconds; a cold machine reads half a gigabyte of libraries


class ServerFailed(RuntimeError):
    """The server did not come up; the message ends with what it printed."""


@dataclass(frozen=True)
class Server:
    """A server that answers: its address without a slash, its process and its log."""

    url: str
    pid: int
    log: Path

    def printed(self, lines: int = 60) -> str:
        """The last lines that the server printed."""
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    script: Path | None = None,
    *,
    log: Path,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """Run the explorer as `make run` does, or another Streamlit script, and yield it once healthy.

    `environment` adds variables. Raises ServerFailed with what the server printed.
    """
    port = free_port()
    address = {"PORT": str(port), "ADDRESS": "127.0.0.1"}
    command = ["-m", "deploy.server"]
    if script is not None:
        command = ["-m", "streamlit", "run", str(script), f"--server.port={port}", *PLAINLY]
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, **address, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process.pid, log)
    try:
        _wait_until_healthy(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_healthy(server: Server, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.1)
    ended = process.poll()
    what = f"stopped with code {ended}" if ended is not None else f"gave no answer in {STARTS_WITHIN:.0f} s"
    raise ServerFailed(f"the server {what}; it printed:\n{server.printed()}")
