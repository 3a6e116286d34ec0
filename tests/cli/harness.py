# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line's tests share: running the program in folders of its
own, through pipes or on a pseudo-terminal, and measuring what it prints."""

import fcntl
import json
import os
import re
import shutil
import struct
import subprocess
import tempfile
import termios
import unicodedata
import unittest
from pathlib import Path

PROGRAM = os.environ["LANYARD_CLI"]
OWN_DATA = Path(os.environ["G_TEST_SRCDIR"]) / "data"
SHARED_DATA = Path(os.environ.get("LANYARD_SHARED_DATA", "/nonexistent"))
CONFERENCE = OWN_DATA / "conference"
CHANGED = Path(os.environ["LANYARD_CHANGED_PROGRAMMES"])

ESCAPES = re.compile("\033\\[[01]m")
# What the address sanitizer says about fibers, whatever they do.
SANITIZER = re.compile(r"==\d+==WARNING: ASan doesn't fully support makecontext.*\n")


class Result:
    """What a run of the program left behind."""

    def __init__(self, status, out, err):
        self.status = status
        self.out = out
        self.err = SANITIZER.sub("", err)

    def lines(self):
        return ESCAPES.sub("", self.out).splitlines()

    def records(self):
        """The lines of piped output but for the comment, cut at tabs."""
        return [line.split("\t") for line in self.lines() if not line.startswith("# ")]

    def json(self):
        return json.loads(self.out)


def shared(name):
    path = SHARED_DATA / name
    if not path.exists():
        raise unittest.SkipTest(f"{name} is not here")
    return path


def cells_of(line):
    """One entry for each column of the terminal."""
    cells = []
    for char in line:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        cells.append(char)
        if unicodedata.east_asian_width(char) in "WF":
            cells.append("")
    return cells


class ProgramTest(unittest.TestCase):
    now = "2026-10-02T10:10:00+09:30"
    zone = "Europe/Berlin"

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lanyard-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def environment(self, **more):
        env = dict(os.environ)
        for name in ("COLUMNS", "LANGUAGE", "LANYARD_NOW"):
            env.pop(name, None)
        env.update(HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / "data"), TZ=self.zone,
                   XDG_STATE_HOME=str(self.folder / "state"), DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent",
                   LC_ALL="C.UTF-8", LANYARD_NOW=self.now, TERM="xterm")
        env.update(more)
        return env

    def popen(self, *words, **more):
        options = dict(stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())
        options.update(more)
        return subprocess.Popen([PROGRAM, *map(str, words)], **options)

    def run_program(self, *words, **environment):
        """Runs the program through pipes."""
        process = self.popen(*words, env=self.environment(**environment))
        out, err = process.communicate(timeout=60)
        return Result(process.returncode, out.decode(), err.decode())

    def run_on_terminal(self, width, *words, **environment):
        """Runs the program on a pseudo-terminal that is so many columns wide."""
        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        process = self.popen(*words, stdin=slave, stdout=slave, stderr=subprocess.PIPE,
                             start_new_session=True, env=self.environment(**environment))
        os.close(slave)
        out = b""
        while True:
            try:
                chunk = os.read(master, 65536)
            except OSError:  # how Linux says that nobody has the other end any more
                break
            if not chunk:
                break
            out += chunk
        os.close(master)
        err = process.communicate(timeout=60)[1]
        return Result(process.returncode, out.decode().replace("\r\n", "\n"), err.decode())

    def succeed(self, *words, **environment):
        result = self.run_program(*words, **environment)
        self.assertEqual((result.status, result.err), (0, ""))
        return result

    def succeed_on_terminal(self, width, *words, **environment):
        result = self.run_on_terminal(width, *words, **environment)
        self.assertEqual((result.status, result.err), (0, ""), result.out)
        self.assert_harmless(result.out)
        for line in result.lines():
            if "://" not in line:  # addresses stay whole
                self.assertLessEqual(len(cells_of(line)), width, line)
        return result

    def fail_with(self, status, *words, **environment):
        """The program must say why in one sentence, and nothing else. Of several statuses any will do."""
        result = self.run_program(*words, **environment)
        self.assertIn(result.status, status if isinstance(status, tuple) else (status,), result.err)
        self.assertEqual(result.out, "")
        first, *candidates = result.err.splitlines()
        self.assertRegex(first, r"\Alanyard-cli: \S.*[.:]\Z")
        self.assert_harmless(result.err)
        if not first.endswith(":"):
            self.assertEqual(candidates, [])
        return result

    def assert_harmless(self, text):
        """No control character but the line's end, and bold."""
        rest = ESCAPES.sub("", text).replace("\n", "")
        self.assertFalse([c for c in rest if unicodedata.category(c) in ("Cc", "Zl", "Zp")], rest)

    def assert_aligned(self, result, *titles):
        """Under each title but the first there is a column with a gap before it."""
        lines = result.lines()
        top = next(number for number, line in enumerate(lines) if line.startswith(titles[0]))
        rows = [cells_of(line) for line in lines[top + 1:]]
        self.assertGreater(len(rows), 0)
        for title in titles[1:]:
            start = len(cells_of(lines[top][:lines[top].index(title)]))
            for row in rows:
                self.assertEqual(row[start - 2:start], [" ", " "], "".join(row))
                self.assertNotEqual(row[start], " ", "".join(row))

    def add_conference(self):
        return self.succeed("add", CONFERENCE)

    def snapshot(self):
        """All that is stored."""
        conferences = self.succeed("conferences", "--json").json()["conferences"]
        return [(c, self.succeed("show", "--json", f"--conference={c['uuid']}").json()) for c in conferences]
