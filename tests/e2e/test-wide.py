#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An attendee with a laptop in Tokyo and a conference in Prague: from the first
start to a plan that is still there after the worst."""

import json
import os
import re
import subprocess
import time

from desk import STATE, Home, Window, run, wait

CONFERENCE = "Linux Plumbers Conference 2026"
TALK = "Rust-BPF updates"
ROW = re.compile(r"\A17:00–17:30, 30 min, Rust-BPF updates, Alexei Starovoitov, eBPF Track, South Hall 1 A")
HOUR = re.compile(r"\A00:00\b")  # with which Wednesday in Tokyo begins
STARRED = re.compile(r", in My Plan\Z")
MAYBE = re.compile(r", in My Plan as maybe\Z")
NAMELESS = {}


def check_names(page, window):
    """Keeps what has no name for the scenario that asks about it."""
    for path in window.nameless():
        NAMELESS.setdefault(path, page)


def show_page(window, number, page, names=None):
    window.key(f"Control+{number}")
    window.wait("radio button" if page == "Schedule" else "label", re.compile("Mon 5") if page == "Schedule" else page)
    if names:
        check_names(names, window)


def show_plan(window):
    """As a list, which it stays at the next start."""
    show_page(window, 1, "My Plan")
    window.press("radio button", "List")


def plan_of(home):
    return [entry["item"]["title"] for entry in json.loads(home.cli("plan", "--json"))["entries"]]


def picks_of(home):
    return json.loads(home.cli("conferences", "--json"))["conferences"][0]["n_picks"]


def first_run():
    """First run: the welcome page, the sample, its schedule"""
    with Home() as home, Window(home) as window:
        window.wait("button", "Open Files…")
        check_names("welcome", window)
        window.press("button", "Try the Sample Conference")
        window.wait("frame", CONFERENCE)
        window.wait("list item", ROW)
        assert window.find("list item", "Schedule").is_(STATE.SELECTED), "the schedule is not the page that is shown"
        assert window.find("button", "Try the Sample Conference") is None, "the welcome page is still there"
        check_names("schedule", window)
        kept = json.loads(home.cli("conferences", "--json"))["conferences"]
        assert [(one["title"], one["n_talks"], one["n_sessions"]) for one in kept] == [(CONFERENCE, 295, 31)], kept
        window.quit()


def microconference():
    """A microconference: title, times here and there, a star for all of it"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", ROW)
            window.open("Pages", "Microconferences 31")
            window.wait("list", "Microconferences")
            check_names("microconferences", window)
            window.open("Microconferences", re.compile(r"\ARust MC, Wed 7 Oct, 17:00–20:30 · Club E, 7 talks"))
            window.wait("heading", "Rust MC")
            window.wait("label", "Wednesday 7 October, 17:00–20:30 · Club E")
            window.wait("label", "10:00–13:30 in Prague")
            window.wait("toggle button", "Tokyo time (JST)")
            window.wait("list item", re.compile(r"\A17:00–17:30, 30 min, Creating self references safely, Gary Guo"))
            window.wait("list item", re.compile(r"\A18:30–19:00, 30 min, Coffee break"))
            window.press("button", "Star All")
            window.wait("button", "Unstar All")
            window.wait("list item", "My Plan 1")
            check_names("microconference", window)
            wait("the star in the store", lambda: plan_of(home) == ["Rust MC"])
            window.quit()


def star_and_undo():
    """A talk: found in the schedule, starred by key, let go, brought back"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            show_page(window, 1, "Nothing Starred Yet", "empty plan")
            show_page(window, 3, "Schedule")
            window.open("Schedule", ROW)
            window.wait("heading", TALK)
            window.wait("list item", re.compile(r"\AMonday 5 October, 17:00–17:30"))
            window.wait("label", re.compile(r"\ATokyo time \(JST\) · in .*\n10:00–10:30 in Prague\Z"))
            check_names("talk", window)
            window.key("Control+d")
            window.wait_star(TALK, True)
            wait("a row that says so", lambda: STARRED.search(window.find("list item", ROW).name))
            show_plan(window)
            window.wait("list item", ROW)
            check_names("plan", window)
            window.key("Control+d")
            window.press("button", "Undo")  # at once, for it goes by itself
            window.wait("list item", ROW)
            window.wait("list item", "My Plan 1")
            wait("the star in the store", lambda: plan_of(home) == [TALK])
            window.quit()


def offline():
    """Without a network: the same conference, page, day and stars"""
    with Home() as home:
        home.cli("add", "--sample")
        home.cli("star", TALK, "Rust MC")
        with Window(home) as window:
            window.wait("list item", ROW)
            window.press("radio button", "Wed 7")
            window.wait("row header", HOUR)
            window.quit()
        cut_off = ["unshare", "--map-root-user", "--net"]
        if subprocess.run([*cut_off, "true"], capture_output=True, check=False).returncode != 0:
            print("# here nobody may take the network away; what is asked is only whether it was used")
            cut_off = []
        with Window(home, *cut_off) as window:
            window.wait("frame", CONFERENCE)
            window.wait("row header", HOUR)
            assert window.find("radio button", "Wed 7").is_(STATE.PRESSED), "another day is shown"
            window.wait("list item", "My Plan 2")
            show_plan(window)
            window.wait("list item", ROW)
            window.wait("list item", re.compile(r"\A17:00–20:30, 3 h 30 min, Rust MC"))
            assert internet_sockets(window.process.pid) == [], "the program has a connection"
            window.quit()
        with Window(home, *cut_off) as window:
            window.wait("list item", ROW)
            assert window.find("list item", "My Plan 2").is_(STATE.SELECTED), "the page is not the one that was left"
            window.quit()


def internet_sockets(pid):
    """The process's own among its network namespace's."""
    own = set()
    for fd in os.listdir(f"/proc/{pid}/fd"):
        target = os.readlink(f"/proc/{pid}/fd/{fd}")
        if target.startswith("socket:["):
            own.add(target[8:-1])
    found = []
    for protocol in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        try:
            with open(f"/proc/{pid}/net/{protocol}", encoding="ascii") as table:
                found += [line for line in table.readlines()[1:] if line.split()[9] in own]
        except FileNotFoundError:
            continue
    return found


def two_programs():
    """Window and command line at once see each other's stars"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            show_page(window, 1, "Nothing Starred Yet")
            window.press("radio button", "List")
            home.cli("star", TALK)
            began = time.monotonic()
            window.wait("list item", ROW, patience=2)
            print(f"# seen after {time.monotonic() - began:.2f} s")
            window.press("toggle button", f"Star “{TALK}”")
            window.wait("list item", MAYBE)
            window.press("toggle button", f"Star “{TALK}”")
            window.wait("label", "Nothing Starred Yet")
            wait("a plan without it", lambda: plan_of(home) == [], patience=2)
            show_page(window, 3, "Schedule")
            window.press("toggle button", "Star “AF_XDP BoF”")
            window.wait_star("AF_XDP BoF", True)
            wait("a plan with it", lambda: plan_of(home) == ["AF_XDP BoF"], patience=2)
            home.cli("unstar", "AF_XDP BoF")
            window.wait_star("AF_XDP BoF", False, patience=2)
            window.quit()


def killed():
    """Killed after a star was seen: the star is there"""
    titles = ["AF_XDP BoF", TALK, "Performance Tools and Prompts"]
    with Home() as home:
        home.cli("add", "--sample")
        for number, title in enumerate(titles, 1):
            with Window(home) as window:
                star = window.wait("toggle button", f"Star “{title}”")
                star.press()
                wait("a pressed star", lambda: star.is_(STATE.PRESSED))
                # The screen does not wait for the disk, so the star may be younger on the latter.
                wait("the star in the store", lambda: picks_of(home) == number, patience=1)
                window.kill()
        with Window(home) as window:
            window.wait("list item", "My Plan 3")
            for title in titles:
                window.wait_star(title, True)
            window.quit()


def keyboard_only():
    """Keys alone: from the first start to a talk's star, and from page to page"""
    with Home() as home, Window(home) as window:
        window.wait("button", "Try the Sample Conference")
        window.key_until("Tab", lambda thing: thing.name == "Try the Sample Conference", 6)
        window.key("Enter")
        window.wait("list item", ROW)
        wait("the focus on the schedule", lambda: window.focused.is_(STATE.SHOWING), patience=5)
        row = window.key_until("Down", lambda thing: ROW.search(thing.name), 15)
        window.key_until("Tab", lambda thing: thing.name == f"Star “{TALK}”", 2)
        window.key("Space")
        window.wait_star(TALK, True)
        window.key_until("Shift+Tab", lambda thing: thing.role == "list item" and ROW.search(thing.name), 2)
        window.key("Enter")
        window.wait("heading", TALK)
        assert row is not None
        show_page(window, 1, "My Plan")
        window.wait("list item", "My Plan 1")
        show_page(window, 4, "Microconferences")
        window.wait("list", "Microconferences")
        show_page(window, 3, "Schedule")
        window.key("Control+t")
        window.wait("dialog", "Time Zone")
        check_names("zones", window)
        window.key("Escape")
        window.wait_gone("dialog", "Time Zone")
        window.quit()


def just_type():
    """Search: just type, Down, Enter, and Escape back to the row one came from"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", re.compile(rf"\A17:00–17:30, .*{TALK}, "))
            before = window.key_until("Down", lambda thing: thing.role == "list item", 3).name
            window.type("starovoi")
            person = window.wait("list item", re.compile(r"\AAlexei Starovoitov"))
            assert person is not None
            check_names("results", window)
            window.key("Down")
            wait("the focus on the first result", lambda: window.focused.name.startswith("Alexei Starovoitov"))
            window.key("Down")
            wait("the focus on the talk", lambda: window.focused.name.startswith(TALK))
            window.key("Enter")
            window.wait("heading", TALK)
            window.key("Up", "Up")
            wait("the focus in the field", lambda: window.focused.role in ("text", "entry", "search box"))
            window.key("Escape")
            window.wait_gone("list", "Results")
            window.key("Escape")
            window.wait("list item", re.compile(rf"\A17:00–17:30, .*{TALK}, "))
            wait("the focus on the row it came from", lambda: window.focused.name == before)
            window.key("Control+f")
            wait("the focus in the field", lambda: window.focused.role in ("text", "entry", "search box"))
            window.quit()


def names():
    """Everything that can have the focus has a name, on every page"""
    for path, page in NAMELESS.items():
        print(f"# {page}: {path}")
    assert not NAMELESS, f"{len(NAMELESS)} things have none"


run(first_run, microconference, star_and_undo, offline, two_programs, killed, keyboard_only, just_type, names)
