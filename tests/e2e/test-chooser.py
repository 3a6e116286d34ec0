#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file chooser of a desktop without a portal, which is the toolkit's own:
opened, given a path and ended with keys alone."""

import json
import os
from pathlib import Path

from desk import STATE, Home, Window, run, wait

SCHEDULES = Path(os.environ["LANYARD_TEST_SCHEDULES"])
TITLE = "Open the Files of a Conference"


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


def given_up():
    """Escape closes it, and nothing has happened"""
    with Home() as home, Window(home) as window:
        open_chooser(window)
        window.key("Escape")
        window.wait_gone("dialog", TITLE)
        assert list_talks(home) is None
        window.quit()


if __name__ == "__main__":
    run(typed_path, given_up)
