#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file chooser of a desktop without a portal, which is the toolkit's own:
opened, given a path and ended with keys alone; and what may be asked then."""

import json
import os
from pathlib import Path

from desk import STATE, Home, Window, run, wait

SCHEDULES = Path(os.environ["LANYARD_TEST_SCHEDULES"])
TITLE = "Open the Files of a Conference"
QUESTION = "In Which Zone Are the Times?"


def open_chooser(window):
    window.key("Control+o")
    chooser = window.wait("dialog", TITLE)
    wait("a chooser that keys reach", lambda: chooser.is_(STATE.ACTIVE))
    return chooser


def list_talks(home):
    """None while there is no conference."""
    if not json.loads(home.cli("conferences", "--json"))["conferences"]:
        return None
    return json.loads(home.cli("talks", "--json"))["talks"]


def typed_path():
    """A path is typed, and its conference is there"""
    schedule = SCHEDULES / "pretalx.xml"
    with Home() as home, Window(home) as window:
        open_chooser(window)
        window.type(str(schedule))
        window.key("Enter")
        window.wait_gone("dialog", TITLE)
        wait("the talks of the file", lambda: list_talks(home))
        window.quit()


def starts(home):
    return [talk["start"]["utc"] for talk in list_talks(home) or [] if talk["start"]]


def zone_is_asked_for():
    """Nobody knows where the times of a file are: it is said, and corrected, with keys alone"""
    unnamed = str(SCHEDULES / "pentabarf.xml")
    with Home() as home:
        with Window(home, arguments=[unnamed]) as window:
            window.wait("label", QUESTION)
            assert list_talks(home) is None
            window.key("Enter")
            wait("the times of Tokyo", lambda: "2031-03-08T01:30:00Z" in starts(home))
            window.wait_gone("label", QUESTION)
            window.quit()
        with Window(home, arguments=[unnamed]) as window:
            window.wait("label", QUESTION)
            wait("the focus in the question", lambda: window.focused.name == "Add")
            window.key_until("Tab", lambda thing: thing.name == "Time Zone", 6)
            window.key("Enter")
            window.wait("label", "All Places")
            window.type("Brussels")
            window.wait("label", "1 place")
            window.key("Enter")
            window.wait("label", "Brussels time (CET)")
            window.key_until("Tab", lambda thing: thing.name == "Add", 6)
            window.key("Enter")
            wait("the times of Brussels", lambda: "2031-03-08T09:30:00Z" in starts(home))
            window.quit()


def given_up():
    """Escape closes it, and nothing has happened"""
    with Home() as home, Window(home) as window:
        open_chooser(window)
        window.key("Escape")
        window.wait_gone("dialog", TITLE)
        assert list_talks(home) is None
        window.quit()


if __name__ == "__main__":
    run(typed_path, zone_is_asked_for, given_up)
