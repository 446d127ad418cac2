"""A file made in the background tells how far it is, can be stopped, and is whole or not there."""

from __future__ import annotations

import threading
import time

import pytest

from components.export.making import Making

PATIENCE = 10


def until(made: Making, *states: str) -> str:
    """The state once it is one of `states`."""
    end = time.monotonic() + PATIENCE
    while made.state not in states and time.monotonic() < end:
        time.sleep(0.01)
    return made.state


def test_it_is_ready_with_the_whole_file_and_told_its_steps():
    def make(progress):
        progress(1, 2)
        progress(2, 2)
        return b"whole"

    made = Making(make)
    assert until(made, "ready") == "ready"
    assert (made.content, made.done, made.total) == (b"whole", 2, 2)


def test_a_cancelled_one_stops_at_its_next_step_and_leaves_nothing():
    begun, go, steps = threading.Event(), threading.Event(), []

    def make(progress):
        begun.set()
        go.wait(PATIENCE)
        progress(1, 3)
        steps.append("after")
        return b"never"

    made = Making(make)
    assert begun.wait(PATIENCE)
    made.cancel()
    go.set()
    after = Making(lambda progress: b"next")
    assert until(after, "ready") == "ready", "the desk is free again"
    assert made.state == "cancelled" and steps == []
    with pytest.raises(BaseException):  # noqa: B017 - whatever it is, there is no content
        _ = made.content


def test_one_that_waits_is_cancelled_before_it_begins():
    go, begun = threading.Event(), []
    first = Making(lambda progress: go.wait(PATIENCE) and b"first")
    second = Making(lambda progress: begun.append(1) or b"second")
    assert second.state == "waiting"
    second.cancel()
    go.set()
    assert until(first, "ready") == "ready"
    assert second.state == "cancelled" and begun == []


def test_a_fault_is_logged_for_the_operator_and_told_as_failed(caplog):
    def make(progress):
        raise OSError(28, "No space left on device")

    made = Making(make)
    assert until(made, "failed") == "failed"
    assert "No space left on device" in caplog.text
