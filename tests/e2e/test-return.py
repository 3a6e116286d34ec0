#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one was comes back: filter, zone, what was found and the place in a
list, on the way back from somewhere else and after a restart."""

import re

from desk import STATE, Home, Window, run, wait

SESSION = "Rust MC"
CHIP = f"Remove the Filter “{SESSION}”"
LATE = re.compile(r"\A12:\d\d–")


def first_rows(window):
    """The rows at the top of the schedule, of which the heading may cover one."""
    rows = [thing for thing, _ in window.wait("list", "Schedule").walk() if thing.role == "list item"]
    return [row.name for row in rows[:2]]


def read_far(window):
    """Goes down a list until it has scrolled, and says where that leads."""
    window.go_to("Schedule", re.compile("min"))
    before = first_rows(window)
    window.key_until("Down", lambda thing: LATE.search(thing.name), 90)
    wait("another row at the top", lambda: before[0] not in first_rows(window))
    return window.focused.name


def filter_and_zone():
    """A filter and a zone: there on the way back, and after a restart"""
    with Home(zone="Asia/Tokyo") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list", "Schedule")
            window.key("Control+t")
            window.wait("dialog", "Time Zone")
            window.type("new york")
            window.wait("list item", re.compile(r"\ANew York"))
            window.key("Enter")
            window.wait("toggle button", "New York time (EDT)")
            window.key("Control+Shift+f")
            window.wait("list", "Filters")
            window.type("rust mc")
            row = window.wait("list item", f"{SESSION}, Session")
            window.key("Down")
            wait("the focus on the filter", lambda: window.focused.name == row.name)
            window.key("Enter")
            window.wait("list item", f"{SESSION}, Session, chosen")
            window.key("Escape")
            window.wait_gone("list", "Filters")
            window.wait("button", CHIP)
            window.press("button", "Go to Wednesday 7 October")
            talk = window.wait("list item", re.compile(rf"{SESSION}, Club E")).name
            window.key("Control+4")
            window.wait("list", "Microconferences")
            window.key("Control+3")
            window.wait("list item", talk)
            window.wait("button", CHIP)
            window.quit()
        with Window(home) as window:
            window.wait("list item", talk)
            window.wait("button", CHIP)
            window.wait("toggle button", "New York time (EDT)")
            window.quit()


def place():
    """The place in the schedule: there on the way back, and after a restart"""
    with Home(zone="Europe/Prague") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            row = read_far(window)
            top = first_rows(window)[0]
            window.key("Control+5")
            window.wait("list", "Speakers")
            window.key("Control+3")
            window.wait("list", "Schedule")
            wait("the focus on the same row", lambda: window.focused.name == row)
            assert first_rows(window)[0] == top, "the list has moved"
            window.quit()
        with Window(home) as window:
            window.wait("list", "Schedule")
            wait("the same row at the top", lambda: top in first_rows(window))
            window.quit()


def results():
    """What was found is there on the way back from a result"""
    with Home(zone="Europe/Prague") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list", "Schedule")
            window.key("Control+f")
            wait("the focus in the field", lambda: window.focused.role in ("text", "entry", "search box"))
            window.type("rust mc")
            window.wait("list item", re.compile(rf"\A{SESSION}"))
            window.key("Down")
            wait("the focus on a result", lambda: window.focused.role == "list item")
            if not window.focused.name.startswith(SESSION):
                window.key_until("Down", lambda thing: thing.name.startswith(SESSION), 8)
            row = window.focused.name
            window.key("Enter")
            window.wait("heading", SESSION)
            window.key("Alt+Left")
            window.wait("list", "Results")
            wait("the focus on the same result", lambda: window.focused.name == row and window.focused.is_(STATE.FOCUSED))
            window.quit()


run(filter_and_zone, place, results)
