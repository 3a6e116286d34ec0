#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody decides by keyboard alone, and hears what a screen reader says of it:
levels, several at once, what is left out, notes, and the way back."""

import json
import re

from desk import STATE, Home, Window, run, wait

TALK = "Rust-BPF updates"
ROW = re.compile(r"\A17:00–17:30, 30 min, Rust-BPF updates, ")
GOING = re.compile(ROW.pattern + r".*, in My Plan\Z")
MAYBE = re.compile(ROW.pattern + r".*, in My Plan as maybe\Z")
PLAIN = re.compile(ROW.pattern + r".*, South Hall 1 A\Z")
INSIDE = "Creating self references safely"
INSIDE_ROW = re.compile(r"\A17:00–17:30, 30 min, Creating self references safely, Gary Guo")


def levels_of(home):
    return {entry["item"]["title"]: entry["level"] for entry in json.loads(home.cli("plan", "--json"))["entries"]}


def levels():
    """Going and maybe by key, on the row with the focus, and back and forth"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", ROW)
            window.go_to("Schedule", ROW)
            window.key("Control+d")
            window.wait("list item", GOING)
            wait("the star in the store", lambda: levels_of(home) == {TALK: "going"})
            window.key("Shift+Control+d")
            window.wait("list item", MAYBE)
            assert window.find("toggle button", f"Star “{TALK}”").is_(STATE.INDETERMINATE), "a maybe is not half a star"
            window.key("Shift+Control+d")
            window.wait("list item", PLAIN)
            window.wait("label", f"Removed “{TALK}” from My Plan")
            window.key("Control+z")
            window.wait("list item", MAYBE)
            window.wait("label", f"Undone: Removed “{TALK}” from My Plan")
            window.key("Control+z")
            window.wait("list item", GOING)
            window.key("Shift+Control+z")
            window.wait("list item", MAYBE)
            wait("the maybe in the store", lambda: levels_of(home) == {TALK: "maybe"})
            window.quit()


def several():
    """Several at once: selected by key, made maybes, taken back as one"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", ROW)
            window.go_to("Schedule", ROW)
            window.key("Control+Space")
            window.wait("label", "1 Selected")
            window.wait("list item", re.compile(r"\Aselected, 17:00–17:30, 30 min, Rust-BPF updates"))
            window.key_until("Down", lambda thing: thing.name.startswith("not selected, "), 1)
            window.key("Space")
            window.wait("label", "2 Selected")
            window.key("Shift+Control+d")
            window.wait("label", "Made 2 items maybes")
            wait("both in the store", lambda: list(levels_of(home).values()) == ["maybe", "maybe"])
            window.key("Escape")
            window.wait_gone("label", "2 Selected")
            window.wait("list item", MAYBE)
            window.key("Control+z")
            window.wait("list item", PLAIN)
            wait("neither in the store", lambda: levels_of(home) == {})
            window.quit()


def left_out():
    """A microconference starred, a talk of it left out by its star"""
    with Home() as home:
        home.cli("add", "--sample")
        home.cli("star", "Rust MC")
        with Window(home) as window:
            window.wait("list item", ROW)
            window.key("Control+4")
            window.open("Microconferences", re.compile(r"\ARust MC, "))
            window.wait("heading", "Rust MC")
            window.wait("list item", re.compile(INSIDE_ROW.pattern + ".*, in My Plan with its session"))
            for level in "in My Plan", "in My Plan as maybe", "left out of My Plan":
                window.press("toggle button", f"Star “{INSIDE}”")
                window.wait("list item", re.compile(rf"{INSIDE_ROW.pattern}.*, {level}\Z"))
            window.wait("label", f"Left out “{INSIDE}”")
            window.key("Control+z")
            window.wait("list item", re.compile(INSIDE_ROW.pattern + ".*, in My Plan as maybe"))
            window.quit()


def note():
    """A note: typed, and there again after a kill; nobody saved it"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", ROW)
            window.open("Schedule", ROW)
            window.wait("heading", TALK)
            window.key_until("Tab", lambda thing: thing.role == "button" and thing.name == "Add a Note", 40)
            window.key("Enter")
            window.wait("text", "My Note")
            window.type("ask about loops")
            window.wait("list item", re.compile(ROW.pattern + r".*, Note\Z"))
            window.kill()
        with Window(home) as window:
            window.wait("list item", re.compile(ROW.pattern + r".*, Note\Z"))
            window.open("Schedule", ROW)
            window.wait("heading", "My Note")
            window.wait("label", re.compile("ask about"))
            assert window.nameless() == [], window.nameless()
            window.quit()


run(levels, several, left_out, note)
