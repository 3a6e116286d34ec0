#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page as the accessibility bus tells it: whatever can have the focus has
a name, no toolbar says one twice, each page has a title, and Tab leads through
all of it and back."""

import re
from collections import Counter

from desk import STATE, Home, Missing, Window, run, wait

PAGES = ["My Plan", "Now & Next", "Schedule", "Microconferences", "Speakers", "Rooms", "Updates"]
MOST_TABS = 60
BUTTONS = ("button", "toggle button", "radio button")


def assert_named(page, window):
    nameless = window.nameless()
    assert not nameless, f"{page}: {nameless}"


def assert_distinct(page, window):
    """Buttons of one row: two of one name cannot be told apart by ear."""
    rows = Counter()
    for thing, path in window.application.walk():
        if thing.role in BUTTONS and thing.name and thing.is_(STATE.FOCUSABLE) and len(path) > 1:
            rows[(str(hash(path[-2].accessible)), thing.name)] += 1
    twice = [name for (_, name), count in rows.items() if count > 1]
    assert not twice, f"{page}: {twice}"


def assert_returns(page, window):
    """Tab goes round: what had the focus has it again, and it is never nowhere."""
    wait(f"a focus on {page}", lambda: window.focused is not None and window.focused.is_(STATE.FOCUSED))
    start = (window.focused.role, window.focused.name)
    way = []
    for _ in range(MOST_TABS):
        before = window.focused
        window.key("Tab")
        try:
            wait("the focus elsewhere", lambda: window._has_focus_but_not(before), patience=3)
        except Missing:
            raise AssertionError(f"{page}: the focus is lost after {way}") from None
        window._let_focus_rest()
        way.append((window.focused.role, window.focused.name))
        if way[-1] == start:
            return
    raise AssertionError(f"{page}: {MOST_TABS} times Tab did not lead back to {start}: {way}")


def sweep(page, window):
    assert_named(page, window)
    assert_distinct(page, window)
    assert_returns(page, window)


def visit(number, page, window):
    window.key(f"Control+{number}")
    wait(f"{page} in front", lambda: window.find("list item", re.compile(rf"\A{re.escape(page)}")).is_(STATE.SELECTED))
    wait(f"a focus on {page}", lambda: window.focused is not None and window.focused.is_(STATE.SHOWING))


def pages():
    """Each page of the sidebar"""
    with Home(zone="Europe/Prague", now="2026-10-07T08:40:00Z") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile("min"))
            for number, page in enumerate(PAGES, 1):
                visit(number, page, window)
                sweep(page, window)
            window.quit()


def pushed():
    """A session, a person and a talk lie upon the page, each with its title"""
    with Home(zone="Europe/Prague", now="2026-10-07T08:40:00Z") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile("min"))
            for words, row in (("rust mc", "Rust MC"), ("kees", "Kees Cook"), ("tyr", "Tyr: A Status Update")):
                window.key("Control+f")
                wait("the focus in the field", lambda: window.focused.role in ("text", "entry", "search box"))
                window.type(words)
                window.wait("list item", re.compile(rf"\A{re.escape(row)}"))
                window.key("Down")
                wait("the focus on a result", lambda: window.focused.role == "list item")
                if not window.focused.name.startswith(row):
                    window.key_until("Down", lambda thing, row=row: thing.name.startswith(row), 8)
                window.key("Enter")
                window.wait("heading", row)
                sweep(row, window)
            window.quit()


def dialogs():
    """Dialogs and popovers: named, and Escape gives the focus back"""
    with Home(zone="Europe/Prague") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile("min"))
            wait("a focus", lambda: window.focused is not None)
            for key, title in (("Control+t", "Time Zone"), ("Control+n", "Add Conference")):
                before = window.focused.name
                window.key(key)
                window.wait("dialog", title)
                assert_named(title, window)
                window.key("Escape")
                window.wait_gone("dialog", title)
                wait(f"the focus back from {title}", lambda: window.focused.name == before)
            window.quit()


def sweep_menu(name, window, n_entries):
    """What popped up has a name for all of it, and goes with Escape."""
    wait(f"{name}: {n_entries} entries", lambda: len(entries(window)) >= n_entries)
    assert_named(name, window)
    window.key("Escape")
    wait(f"{name} gone", lambda: not entries(window))


def entries(window):
    return [thing for thing, _ in window.application.walk() if thing.role.endswith("menu item")]


def grid():
    """The grid, the menu of a cell and the options of the grid"""
    with Home(zone="Europe/Prague", now="2026-10-07T08:40:00Z") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile("min"))
            window.key("Control+g")
            window.wait("table", "Schedule")
            window.key_until("Tab", lambda thing: thing is not None and thing.role == "table cell", 30)
            sweep("grid", window)
            cell = window.focused.name
            window.key("Menu")
            sweep_menu("menu of a cell", window, 4)
            wait("the focus on the cell again", lambda: window.focused.name == cell)
            window.press("toggle button", "Grid Options")
            sweep_menu("options of the grid", window, 4)
            window.quit()


def menus():
    """Each menu of the window, and the popover of filters"""
    with Home(zone="Asia/Tokyo", now="2026-10-07T08:40:00Z") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile("min"))
            wait("a focus", lambda: window.focused is not None)
            for button, n_entries in (("Main Menu", 7), ("Tokyo time (JST)", 4)):
                window.press("toggle button", button)
                sweep_menu(button, window, n_entries)
            window.key("Control+Shift+f")
            window.wait("list", "Filters")
            assert_named("filters", window)
            assert_distinct("filters", window)
            window.key("Escape")
            window.wait_gone("list", "Filters")
            window.go_to("Schedule", re.compile("min"))
            row = window.focused.name
            window.key("Menu")
            sweep_menu("menu of a row", window, 4)
            wait("the focus on the row again", lambda: window.focused.name == row)
            window.key("Enter")
            window.wait("button", "Show in Schedule")
            for button, n_entries in (("More", 5), ("Going, Maybe, Seen", 3)):
                window.press("toggle button", button)
                sweep_menu(button, window, n_entries)
            window.quit()


def preferences():
    """The preferences, with Tab through all of them"""
    with Home(zone="Europe/Prague") as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile("min"))
            wait("a focus", lambda: window.focused is not None)
            before = window.focused.name
            window.key("Control+,")
            window.wait("dialog", "Preferences")
            window.key("Tab")  # the list itself has the focus only once
            sweep("Preferences", window)
            window.key("Escape")
            window.wait_gone("dialog", "Preferences")
            wait("the focus back from Preferences", lambda: window.focused.name == before)
            window.quit()


run(pages, pushed, dialogs, grid, menus, preferences)
