#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file chooser of a desktop without a portal, which is the toolkit's own:
opened with keys, given a path, and ended; and what may be asked then."""

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


def give_path(window, path):
    """The first letter opens the entry for the others, which come in one piece,
    as dictated or pasted: the toolkit completes names between keys, and keeps
    what it completed when the next key is faster."""
    window.type("/")
    entry = window.wait_focus("text")
    entry.set_text(str(path))
    wait(lambda: f"the path in the entry, but “{entry.text}”", lambda: entry.text == str(path))


def list_talks(home):
    """None while there is no conference."""
    if not json.loads(home.cli("conferences", "--json"))["conferences"]:
        return None
    return json.loads(home.cli("talks", "--json"))["talks"]


def given_path():
    """A path is given, and its conference is there"""
    schedule = SCHEDULES / "pretalx.xml"
    with Home() as home, Window(home) as window:
        open_chooser(window)
        give_path(window, schedule)
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
            window.wait_focus("button", "Add")
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
    run(given_path, zone_is_asked_for, given_up)
