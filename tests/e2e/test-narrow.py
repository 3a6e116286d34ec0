#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An attendee with a phone: one page at a time, a bar of pages below, a way
back from each talk."""

import re

from desk import Atspi, Home, Window, run, wait

TALK = "Rust-BPF updates"
ROW = re.compile(r"\A17:00–17:30, 30 min, Rust-BPF updates, Alexei Starovoitov, eBPF Track, South Hall 1 A")
NAMELESS = {}


def check_names(page, window):
    for path in window.nameless():
        NAMELESS.setdefault(path, page)


def assert_fits(thing):
    """Without its frame, which is as wide as the window manager likes."""
    width = thing.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW).width
    assert 0 < width <= 360, f"{thing} is {width} pixels wide"


def pages_by_bar():
    """The bar below leads from page to page"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            assert_fits(window.wait("list", "Schedule"))
            check_names("schedule", window)
            window.press("radio button", "My Plan")
            window.wait("label", "Nothing Starred Yet")
            check_names("empty plan", window)
            window.press("radio button", "Sessions")
            assert_fits(window.wait("list", "Microconferences"))
            check_names("microconferences", window)
            window.press("radio button", "Schedule")
            window.wait("list", "Schedule")
            window.quit()


def talk_and_back():
    """A talk covers the page, its back button uncovers it"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.open("Schedule", ROW)
            window.wait("heading", TALK)
            window.wait_gone("list", "Schedule")
            check_names("talk", window)
            window.key("Control+d")
            window.press("button", re.compile("Back"))
            window.wait("list", "Schedule")
            window.wait_star(TALK, True)
            window.press("radio button", "Sessions")
            window.open("Microconferences", re.compile(r"\AeBPF Track,"))
            window.wait("heading", "eBPF Track")
            check_names("microconference", window)
            window.press("button", re.compile("Back"))
            window.wait("list", "Microconferences")
            window.quit()


def sidebar_over_page():
    """The sidebar comes when asked for and goes when a page is chosen"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list", "Schedule")
            assert window.find("list", "Pages") is None, "the sidebar is there unasked"
            window.press("button", "Show or Hide the Sidebar")
            window.wait("list", "Pages")
            check_names("sidebar", window)
            window.open("Pages", re.compile(r"\AMy Plan"))
            window.wait("label", "Nothing Starred Yet")
            window.wait_gone("list", "Pages")
            window.quit()


def menus_and_grid():
    """The menu beside the days, the filters, and the grid with one room"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list", "Schedule")
            for button, n_entries in (("View and Time Zone", 6), ("Filter", 0)):
                window.press("toggle button", button)
                if n_entries > 0:
                    wait("its entries", lambda n=n_entries: len(entries(window)) >= n)
                else:
                    window.wait("list", "Filters")
                check_names(button, window)
                window.key("Escape")
                wait(f"{button} closed", lambda: not entries(window) and window.find("list", "Filters") is None)
            window.key("Control+g")
            window.wait("table", "Schedule")
            window.wait("table cell", re.compile(r"Club A\Z"))
            check_names("grid", window)
            window.press("button", "Next")
            window.wait("table cell", re.compile(r"Club B"))
            window.press("toggle button", "Grid Options")
            wait("its entries", lambda: len(entries(window)) >= 4)
            check_names("options of the grid", window)
            window.key("Escape")
            wait("the options closed", lambda: not entries(window))
            window.key("Control+,")
            window.wait("dialog", "Preferences")
            check_names("preferences", window)
            window.key("Escape")
            window.wait_gone("dialog", "Preferences")
            for number, page in ((2, "now"), (5, "speakers"), (6, "rooms"), (7, "updates")):
                window.key(f"Control+{number}")
                wait(page, lambda: window.find("table", "Schedule") is None)
                check_names(page, window)
            window.quit()


def entries(window):
    return [thing for thing, _ in window.application.walk() if thing.role.endswith("menu item")]


def names():
    """Everything that can have the focus has a name, on every page"""
    for path, page in NAMELESS.items():
        print(f"# {page}: {path}")
    assert not NAMELESS, f"{len(NAMELESS)} things have none"


run(pages_by_bar, talk_and_back, sidebar_over_page, menus_and_grid, names)
