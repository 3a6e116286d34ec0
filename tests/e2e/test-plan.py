#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole day of the sample, planned with keys alone and with what a screen
reader says as the only output: stars, a conflict, a free stretch, an entry of
one's own that is moved and made longer, and the way back."""

import json
import re

from desk import STATE, Home, Window, run, wait

MONDAY = re.compile(r"Monday.*5 October")


class Planner(Window):
    """Goes through the days of the plan by ear."""

    def star(self, words, row):
        """By searching for it."""
        self.key("Control+f")
        wait("the focus in the field", lambda: self.focused is not None and self.focused.role in ("text", "entry", "search box"))
        self.key("Control+a")
        self.type(words)
        self.wait("list item", re.compile(row))
        self.key("Down")
        wait(lambda: f"{row} said, but: {self.focused}", lambda: re.search(row, self.focused.name))
        self.key("Control+d")

    def is_in_day(self, thing):
        return thing is not None and thing.is_(STATE.FOCUSED) and thing.is_in("list", MONDAY)

    def enter_day(self):
        self.wait("list", MONDAY)
        if not self.is_in_day(self.focused):
            self.key_until("Tab", self.is_in_day, 30)
        self.key("Home")
        self._let_focus_rest()

    def go_on_to(self, wanted):
        """Down through the day, until that is said."""
        self.enter_day()
        if not re.search(wanted, self.focused.name):
            self.key_until("Down", lambda thing: re.search(wanted, thing.name), 30)
        return self.focused.name

    def hear_entry(self, wanted):
        return self.wait("list item", re.compile(wanted)).name

    def replace(self, row, text):
        """In a row of the dialog."""
        self.key_until("Tab", lambda thing: thing.role in ("text", "entry") and thing.name == row, 12)
        self.key("Control+a")
        self.type(text)


def plan_of(home):
    return {entry["item"]["title"]: entry for entry in json.loads(home.cli("plan", "--json"))["entries"]}


def a_day():
    """A whole day, from nothing to a plan without conflicts"""
    with Home(zone="Europe/Prague") as home:
        home.cli("add", "--sample")
        with Planner(home) as planner:
            planner.wait("list item", re.compile(r"min, "))
            planner.star("rust-bpf", r"Rust-BPF updates")
            planner.star("af_xdp", r"AF_XDP BoF")
            planner.key("Control+1")
            said = planner.go_on_to(r"\A10:00–10:45, AF_XDP BoF")
            assert "going" in said and "overlaps “Rust-BPF updates”" in said and "Club D" in said, said

            # A conflict, and which of the two to keep.
            planner.go_on_to(r"\AResolve: “AF_XDP BoF” overlaps “Rust-BPF updates”")
            planner.key("Enter")
            planner.wait("button", "Keep “Rust-BPF updates”")
            planner.key_until("Tab", lambda thing: thing.name == "Keep “Rust-BPF updates”", 8)
            planner.key("Enter")
            planner.wait_gone("list item", re.compile(r"\A10:00–10:45, AF_XDP BoF"))

            # A free stretch, and what fits there.
            planner.go_on_to(r"free, .*: what fits here")
            planner.key("Enter")
            planner.wait("list", "What Fits Here")
            fit = planner.key_until("Down", lambda thing: thing.role == "list item" and thing.is_in("list", "What Fits Here"), 4)
            title = re.search(r"min, (.*?), ", fit.name).group(1)
            planner.key("Control+d")
            wait(lambda: f"{title} in the plan, but: {planner.focused}", lambda: "in My Plan" in planner.focused.name)
            planner.key("Escape")
            planner.wait_gone("list", "What Fits Here")
            planner.hear_entry(re.escape(title) + ", going")

            # Something of one's own.
            planner.key("Control+e")
            planner.wait("text", "Title")
            planner.type("Lunch with the RISC-V people")
            planner.replace("Start", "19:30")
            planner.replace("End", "20:30")
            planner.replace("Place", "Lobby")
            planner.key("Enter")
            planner.hear_entry(r"\A19:30–20:30, Lunch with the RISC-V people, Meeting.*Lobby")
            planner.go_on_to(r"Lunch with the RISC-V people")
            planner.key("Control+Down")
            planner.hear_entry(r"\A19:45–20:45, Lunch")
            planner.key("Shift+Down")
            planner.hear_entry(r"\A19:45–21:00, Lunch")
            wait("the focus still there", lambda: planner.focused.name.startswith("19:45–21:00"))
            # Moves that follow one another are one thought.
            planner.key("Control+z")
            planner.hear_entry(r"\A19:30–20:30, Lunch")

            assert planner.find("button", re.compile(r"\AResolve")) is None
            planner.quit()
        plan = plan_of(home)
        assert set(plan) == {"Rust-BPF updates", title, "Lunch with the RISC-V people"}, plan


run(a_day)
