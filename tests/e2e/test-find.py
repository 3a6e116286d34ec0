#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody with a screen reader who sees Lanyard for the first time finds
things in the sample, with keys alone and by what has the focus. Each answer
must be there within a minute's worth of keys."""

import json
import re

from desk import Home, Missing, Window, run, wait

MOST_KEYS = 60  # who listens to each step presses about one key a second
SECOND_TALK = "Reworking `Request` reference counting in the Rust block device driver API"


class Reader(Window):
    """Counts keys, and hears nothing but what has the focus."""

    n_keys = 0
    home = None  # whose programme can be asked about with the command line

    def key(self, *keys):
        self.n_keys += len(keys)
        super().key(*keys)

    def type(self, text):
        self.n_keys += len(text)
        super().type(text)

    def hear(self, wanted):
        """What is said of its own accord, for the focus went there."""
        def is_heard():
            return self.focused is not None and re.search(wanted, self.focused.name)

        wait(lambda: f"{wanted} said, but: {self.focused}", is_heard)
        return self.focused.name

    def step(self, key):
        """One key further; what is said then, or nothing at the end."""
        before = self.focused
        self.key(key)
        try:
            wait("the focus elsewhere", lambda: self._has_focus_but_not(before), patience=1)
        except Missing:
            return None
        self._let_focus_rest()
        return self.focused.name

    def tell(self, question):
        print(f"# {question}: {self.n_keys} keys")
        assert self.n_keys <= MOST_KEYS, f"{self.n_keys} keys are more than a minute"
        self.n_keys = 0


class Visit:
    """A home with the sample, and a reader in it."""

    def __init__(self, **home):
        self.home = Home(**home)

    def __enter__(self):
        self.home.cli("add", "--sample")
        self.reader = Reader(self.home)
        self.reader.home = self.home
        self.reader.wait("list item", re.compile(r"min, "))
        wait("the focus somewhere", lambda: self.reader.focused is not None)
        return self.reader

    def __exit__(self, *error):
        self.reader.__exit__(*error)
        self.home.__exit__(*error)


def open_session(reader, words, row):
    """By just typing."""
    reader.type(words)
    reader.wait("list item", re.compile(row))
    reader.key("Down")
    said = reader.hear(row)
    return said


def when():
    """When the Rust microconference is, in one's own zone"""
    with Visit(zone="America/New_York") as reader:
        said = open_session(reader, "rust mc", r"\ARust MC")
        assert "Wed 7 Oct, 04:00–07:30" in said, said
        reader.tell("when it is")
        reader.quit()


def leads():
    """Who leads a microconference, also when nobody is named"""
    with Visit() as reader:
        open_session(reader, "rust mc", r"\ARust MC")
        reader.key("Enter")
        reader.wait("heading", "Rust MC")
        reader.key_until("Tab", lambda thing: thing.name == "Nobody Named", 12)
        reader.tell("who leads Rust MC")
        reader.key("Control+f")
        wait("the focus in the field", lambda: reader.focused.role in ("text", "entry", "search box"))
        open_session(reader, "safe systems", r"\ASafe Systems with Linux MC")
        reader.key("Enter")
        reader.wait("heading", "Safe Systems with Linux MC")
        reader.key_until("Tab", lambda thing: thing.name.startswith("Kate Stewart"), 12)
        reader.key_until("Down", lambda thing: thing.name.startswith("Philipp Ahmann"), 1)
        reader.tell("who leads Safe Systems")
        reader.quit()


def parallel():
    """What runs in parallel with its second talk"""
    with Visit() as reader:
        open_session(reader, "rust mc", r"\ARust MC")
        reader.key("Enter")
        reader.wait("heading", "Rust MC")
        reader.key_until("Tab", lambda thing: "Creating self references" in thing.name, 15)
        reader.key_until("Down", lambda thing: SECOND_TALK in thing.name, 1)
        reader.key("Enter")
        reader.wait("heading", SECOND_TALK)
        reader.key_until("Tab", lambda thing: thing.name == "Show in Schedule", 15)
        reader.key("Enter")
        reader.hear(rf"\A17:30–18:00, .*{SECOND_TALK}")
        heard = []
        while (said := reader.step("Down")) and said.startswith("17:30"):
            heard.append(said)
        for _ in heard:
            reader.step("Up")
        while (said := reader.step("Up")) and said[:5] >= "17:00":
            if re.match(r"\d\d:\d\d–(17:[3-5]\d|1[89]|2\d)", said) and "–17:30" not in said[:11]:
                heard.append(said)
        asserted = [talk for talk in heard if not talk.startswith("17:30–18:00, 30 min, Reworking")]
        print("# " + "\n# ".join(asserted))
        assert len(asserted) >= 5, asserted
        reader.tell("what runs in parallel")
        reader.quit()


def person():
    """Everything somebody speaks at"""
    with Visit() as reader:
        open_session(reader, "kees", r"\AKees Cook")
        reader.key("Enter")
        reader.wait("heading", "Kees Cook")
        first = reader.key_until("Tab", lambda thing: thing.role == "list item" and "min, " in thing.name, 12).name
        assert first.startswith("Mon 5 Oct, 17:00"), first
        talks = [first]
        while (said := reader.step("Down")) and "min, " in said and said not in talks:
            talks.append(said)
        expected = talks_of(reader, "Kees Cook")
        print("# " + "\n# ".join(talks))
        assert len(talks) == len(expected), (talks, expected)
        reader.tell("what somebody speaks at")
        reader.quit()


def talks_of(reader, name):
    """What the command line knows of somebody."""
    talks = json.loads(reader.home.cli("talks", "--json"))["talks"]
    return [talk for talk in talks if name in json.dumps(talk, ensure_ascii=False)]


def on_now():
    """What is on right now"""
    with Visit(zone="Europe/Prague", now="2026-10-07T08:40:00Z") as reader:
        reader.key("Control+2")
        reader.wait("list item", re.compile(SECOND_TALK))
        wait("the focus on what is on", lambda: " left" in reader.focused.name)
        found = reader.key_until("Down", lambda thing: SECOND_TALK in thing.name, 20)
        assert " left" in found.name, found.name
        reader.tell("what is on now")
        reader.quit()


run(when, leads, parallel, person, on_now)
