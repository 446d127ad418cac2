"""The explorer's web server asks nobody, waits for nothing, and says what is wrong with its settings."""

from __future__ import annotations

import socket

import pytest
from streamlit import net_util
from streamlit.web.server.starlette import starlette_server

from deploy import server


def test_it_never_asks_for_the_address_of_its_machine():
    assert net_util.get_external_ip() is None


def test_its_connections_send_every_message_at_once():
    with starlette_server._bind_socket("127.0.0.1", 0, 1) as listening:
        address = listening.getsockname()
        with socket.create_connection(address), listening.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1", "80.5"])
def test_a_port_that_is_none_is_named(monkeypatch, capsys, port):
    monkeypatch.setenv("PORT", port)
    assert server.main() == 2
    assert f"PORT: expected a number from 1 to 65535, got '{port}'" in capsys.readouterr().err


def test_it_serves_where_it_was_told_to_and_does_nothing_that_slows_readers(monkeypatch):
    given = {}
    monkeypatch.setattr(server.app, "run", lambda config: given.update(config))
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setenv("ADDRESS", "127.0.0.1")
    assert server.main() == 0
    assert (given["server.port"], given["server.address"]) == (9000, "127.0.0.1")
    assert given["server.fileWatcherType"] == "none"
    assert given["runner.postScriptGC"] is False
