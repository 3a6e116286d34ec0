#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schedule's grid as a screen reader and a keyboard meet it: a table of
cells with names, through which arrow keys lead both ways."""

import re

from desk import STATE, Home, Window, run

TALK = re.compile(r"\A17:00–17:45, .*AF_XDP BoF, Björn Töpel, .*Club D")
NEXT_IN_ROOM = re.compile(r"\A17:45–18:30, .*Club D")
NEXT_ROOM = r"\A17:15–17:30, .*Kernel Lock Contention.*Club E"


def is_cell(thing):
    return thing is not None and thing.role == "table cell" and thing.is_(STATE.FOCUSED)


def table():
    """The grid: a table with columns, and cells that say time, title and room"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile("Rust-BPF updates"))
            window.key("Control+g")
            window.wait("table", "Schedule")
            # What a column header is on the bus differs between versions of GTK.
            window.wait("table row", re.compile(r"\AClub A Club B"))
            window.wait("table row", "17:00")
            window.wait("table cell", TALK)
            window.key_until("Tab", is_cell, 30)
            window.key("Control+Home")
            window.key_until("Right", lambda thing: bool(TALK.search(thing.name)), 20)
            window.key_until("Down", lambda thing: bool(NEXT_IN_ROOM.search(thing.name)), 1)
            window.key_until("Up", lambda thing: bool(TALK.search(thing.name)), 1)
            window.key_until("Right", lambda thing: bool(re.search(NEXT_ROOM, thing.name)), 1)
            window.key("Space")
            window.wait("table cell", re.compile(NEXT_ROOM + r".*, in My Plan\Z"))
            window.quit()



def restart():
    """What was in sight is so again after a restart"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile("Rust-BPF updates"))
            window.key("Control+g")
            window.wait("table", "Schedule")
            window.key_until("Tab", is_cell, 30)
            down = window.key_until("Down", lambda thing: thing.name >= "22:", 20).name
            window.quit()
        with Window(home) as window:
            window.wait("table cell", down)
            window.quit()


run(table, restart)
