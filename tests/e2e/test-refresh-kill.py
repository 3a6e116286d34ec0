#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A user whose computer dies in the middle of a refresh, two hundred times.

The server's programme changes before each refresh; stars are set and taken away
meanwhile by another process. Whatever was acknowledged stays: no star is lost
and none returns. The programme is the old one or the new one, never a mixture.

LANYARD_TEST_SEED repeats a run. Ends with 1 and the seed where something is wrong.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from indico import Indico

CLI = os.environ["LANYARD_CLI"]
ORIGINAL = Path(os.environ["G_TEST_SRCDIR"]) / "data" / "conference"
CHANGED = Path(os.environ["LANYARD_CHANGED_PROGRAMMES"]) / "invented"
VERSIONS = {"original": ORIGINAL, **{name: CHANGED / name for name in ("changed", "respaced", "renumbered", "halved")}}
N_REFRESHES = 200
PATIENCE = 60  # seconds until a command that hangs counts as broken
RENUMBERED = 500000  # what make_changed.py adds to a talk's number


def original_key(key):
    """What a talk was called before it was renumbered."""
    return int(key) % RENUMBERED


def contributions_of(folder):
    return json.loads((folder / "contributions.json").read_text(encoding="ascii"))["results"][0]["contributions"]


def talks_of(folder):
    """Key and title of each talk of a version, as far as they mean something."""
    return {(str(talk["db_id"]), " ".join(talk["title"].split())) for talk in contributions_of(folder)}


def find_recognisable():
    """Talks that nobody mistakes for others: what is renumbered while its title
    or its speakers change is, with good reason, another talk."""
    looks = {}
    for folder in VERSIONS.values():
        for talk in contributions_of(folder):
            look = (" ".join(talk["title"].split()), *(person["fullName"] for person in talk["speakers"]))
            looks.setdefault(original_key(talk["db_id"]), set()).add(look)
    return {number for number, all_looks in looks.items() if len(all_looks) == 1}


class Desk:
    """One user's folder, and what the program told its user."""

    def __init__(self, folder, chance):
        self.chance = chance
        self.folder = Path(folder)
        self.database = self.folder / "data" / "lanyard" / "lanyard.db"
        self.environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=str(self.folder / "data"),
                                XDG_CACHE_HOME=str(self.folder / "cache"), LC_ALL="C.UTF-8", TZ="UTC",
                                LANYARD_NOW="2026-10-02T10:10:00+09:30")
        self.starred = set()
        self.history = []  # what was done, to be told when something is wrong
        self.recognisable = find_recognisable()
        self.versions = {name: talks_of(path) for name, path in VERSIONS.items()}

    def start(self, *arguments):
        return subprocess.Popen([CLI, *arguments], env=self.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def run(self, *arguments):
        process = self.start(*arguments)
        out, err = process.communicate(timeout=PATIENCE)
        if process.returncode != 0:
            raise AssertionError(f"{' '.join(arguments)} ended with {process.returncode}: {err}")
        return out

    def query(self, question):
        connection = sqlite3.connect(self.database, timeout=PATIENCE)
        try:
            return connection.execute(question).fetchall()
        finally:
            connection.close()

    def talks(self):
        rows = self.query("SELECT key, title FROM talks WHERE NOT is_cancelled")
        return {(key, " ".join(title.split())) for key, title in rows}

    def keys(self):
        """Of what may be starred."""
        return sorted(key for key, _ in self.talks() if original_key(key) in self.recognisable)

    def version(self):
        found = [name for name, talks in self.versions.items() if talks == self.talks()]
        if not found:
            raise AssertionError("what is stored is neither the old programme nor the new one")
        return found

    def change_star(self):
        """Begins to star a talk, or to take a star away; gives how to end it."""
        key = self.chance.choice(self.keys())
        number = original_key(key)
        command = "unstar" if number in self.starred else "star"
        process = self.start(command, f"talk:{key}")

        def end():
            _, err = process.communicate(timeout=PATIENCE)
            self.history.append(f"{command} {key} ended with {process.returncode} {err.strip()}")
            # A talk that the refresh just took away may be unknown.
            if process.returncode not in (0, 3):
                raise AssertionError(f"{command} {key} ended with {process.returncode}: {err}")
            if process.returncode == 0:
                (self.starred.remove if command == "unstar" else self.starred.add)(number)
        return end

    def check(self, is_thorough):
        # The program is the first to open what was left behind.
        plan = json.loads(self.run("plan", "--json"))
        keys = [key for key, in self.query("SELECT key FROM picks WHERE level <> 'none'")]
        numbers = sorted(original_key(key) for key in keys)
        if numbers != sorted(self.starred):
            lost = self.starred - set(numbers)
            raise AssertionError(f"stars are lost: {sorted(lost)}; stars too many: {sorted(set(numbers) - self.starred)} of {keys}")
        hidden = set(keys) - {entry["item"]["key"] for entry in plan["entries"]}
        if hidden:
            raise AssertionError(f"starred, but not in the plan: {sorted(hidden)}")
        self.version()
        if is_thorough:
            self.check_database()

    def check_database(self):
        for check in ("integrity_check", "foreign_key_check"):
            found = self.query(f"PRAGMA {check}")
            if found not in ([], [("ok",)]):
                raise AssertionError(f"{check}: {found[:5]}")
        # An index of words that does not fit its documents, once a search has completed it, is an error of this.
        self.start("search", "anything").communicate(timeout=PATIENCE)
        self.query("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


class Killer:
    """Ends refreshes at a time that nobody knows before."""

    def __init__(self, desk, chance):
        self.desk = desk
        self.chance = chance
        self.longest = 0.2
        self.n_killed = 0
        self.n_ended = 0

    def size_of_log(self):
        log = self.desk.database.with_name("lanyard.db-wal")
        try:
            return log.stat().st_size
        except FileNotFoundError:
            return 0

    def wait(self, process):
        """Until its time has come: any, or one while it writes."""
        began = time.monotonic()
        moment = self.chance.uniform(0, self.longest)
        while process.poll() is None and time.monotonic() - began < moment:
            time.sleep(0.0005)

    def wait_until_it_writes(self, process):
        before = self.size_of_log()
        while process.poll() is None and self.size_of_log() == before:
            time.sleep(0.0002)
        began = time.monotonic()
        moment = self.chance.uniform(0, 0.03)
        while process.poll() is None and time.monotonic() - began < moment:
            pass

    def refresh(self):
        began = time.monotonic()
        process = self.desk.start("refresh", "--accept-shrink")
        if self.chance.random() < 0.1:
            process.wait(PATIENCE)
            self.longest = 1.2 * (time.monotonic() - began)
        elif self.chance.random() < 0.5:
            self.wait_until_it_writes(process)
        else:
            self.wait(process)
        process.send_signal(signal.SIGKILL)
        _, err = process.communicate(timeout=PATIENCE)
        self.desk.history.append(f"refresh ended with {process.returncode} {err.strip()}")
        if process.returncode == -signal.SIGKILL:
            self.n_killed += 1
        elif process.returncode == 0:
            self.n_ended += 1
        else:
            raise AssertionError(f"refresh ended with {process.returncode}: {err}")


def run(desk, server, killer, chance):
    desk.run("add", server.event(77))
    for key in chance.sample(desk.keys(), 12):
        desk.run("star", f"talk:{key}")
        desk.starred.add(original_key(key))
    seen = set()
    for number in range(N_REFRESHES):
        version = chance.choice(sorted(VERSIONS))
        desk.history.append(f"{number}: the server has {version}, here are {', '.join(desk.version())}")
        server.set_event(77, VERSIONS[version])
        end_star = desk.change_star()
        killer.refresh()
        end_star()
        desk.check(is_thorough=number % 10 == 9)
        seen.update(desk.version())
    return seen


def main():
    seed = int(os.environ.get("LANYARD_TEST_SEED", random.SystemRandom().randrange(1 << 32)))
    chance = random.Random(seed)
    folder = tempfile.mkdtemp(prefix="lanyard-kill-")
    print(f"seed {seed}", flush=True)
    try:
        desk = Desk(folder, chance)
        killer = Killer(desk, chance)
        with Indico() as server:
            try:
                seen = run(desk, server, killer, chance)
            except Exception:
                print("\n".join(desk.history[-60:]), file=sys.stderr)
                raise
        print(f"{killer.n_killed} killed, {killer.n_ended} ended, stored at times: {', '.join(sorted(seen))}")
        # Otherwise nothing was tried.
        if killer.n_killed < N_REFRESHES // 3 or killer.n_ended < 5 or len(seen) < 4:
            raise AssertionError("this run proves nothing")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
