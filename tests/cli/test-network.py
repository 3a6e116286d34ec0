# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding addresses and refreshing, against a real server: what is printed, how
the program ends, and that nothing is half done."""

import os
import re
import signal
import socket
import subprocess
import time
import unittest
import urllib.parse
import urllib.request
from pathlib import Path

from harness import OWN_DATA, PROGRAM, SANITIZER, ProgramTest, shared

SERVER = os.environ["LANYARD_TEST_SERVER"]
CHANGED = Path(os.environ["LANYARD_CHANGED_PROGRAMMES"])


class NetworkTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.base = self.start_server()

    def start_server(self, *options):
        process = subprocess.Popen([SERVER, *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process.stdout.readline().strip()

    def order(self, what, **values):
        address = f"{self.base}/test/{what}?{urllib.parse.urlencode(values)}"
        with urllib.request.urlopen(urllib.request.Request(address, method="POST", data=b"")) as answer:
            self.assertEqual(answer.read().strip(), b"ok")

    def requests(self):
        with urllib.request.urlopen(f"{self.base}/test/requests") as answer:
            return answer.read().decode()

    def change(self, version):
        self.order("event", id="77", folder=str(CHANGED / "invented" / version))

    def add(self, path="/event/77/"):
        return self.succeed("add", self.base + path)

    def state(self):
        """All that is stored, to the byte."""
        folder = self.folder / "data" / "lanyard"
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "lanyard.db-shm"}
        return {name: content for name, content in files.items() if content}


class Add(NetworkTest):
    def test_summary(self):
        lines = self.add().lines()
        self.assertEqual(lines[0], "Added “Wattlebird 2026”.")
        self.assertIn("Dates\t2–5 October 2026", lines)
        self.assertIn("Sessions\t7", lines)
        self.assertIn("Talks\t35", lines)
        self.assertIn("Breaks\t8", lines)

    def test_verbose(self):
        self.assertIn("Venue\tOld Tram Depot", self.succeed("add", "-v", self.base + "/event/77/").lines())

    def test_any_address(self):
        for path in ("/event/77/", "/event/77", "/event/77/timetable/#20261002", "/event/77/contributions/3104/",
                     "/conferenceDisplay.py?confId=77", "/e/wattlebird",
                     "/export/event/77.json?detail=contributions"):
            with self.subTest(path):
                added = self.succeed("add", "--json", self.base + path).json()
                self.assertTrue(added["is_new"])
                self.assertEqual(added["conference"]["n_talks"], 35)
                self.assertEqual(added["n_breaks"], 8)
                self.succeed("remove", "Wattlebird")

    def test_below_a_path(self):
        base = self.start_server("--prefix", "/indico")
        self.assertIn("Added", self.succeed("add", base + "/event/77/").out)

    def test_again(self):
        self.add()
        self.succeed("star", "talk:3104")
        result = self.add("/event/77/contributions/3104/")
        self.assertEqual(result.lines(), ["“Wattlebird 2026” was added before.", "Nothing new in “Wattlebird 2026”."])
        self.change("changed")
        result = self.add()
        self.assertEqual(result.lines()[:2], ["“Wattlebird 2026” was added before.", "New in “Wattlebird 2026”:"])
        self.assertFalse(self.succeed("add", "--json", self.base + "/event/77/").json()["is_new"])
        self.assertEqual(self.succeed("conferences", "--json").json()["conferences"][0]["n_picks"], 1)

    def test_says_where_from(self):
        self.assertIn(f"Read from\t{self.base}/event/77", self.add().lines())
        self.assertEqual(self.succeed("add", "--json", self.base + "/event/77/").json()["feeds"], [f"{self.base}/event/77"])

    def test_list_feeds(self):
        page = self.base + "/event/77/contributions/3104/"
        calendar = f"{self.base}/event/77/event.ics?scope=contribution"
        rows = [line.split("\t") for line in self.succeed("add", "--list-feeds", page).lines()]
        self.assertEqual([(row[0], row[-1]) for row in rows], [("indico", f"{self.base}/event/77"), ("ical", calendar)])
        feeds = self.succeed("add", "--list-feeds", "--json", page).json()["feeds"]
        self.assertEqual(feeds[1], {"kind": "ical", "source": "usual", "url": calendar})
        self.assertNotIn("/export/", self.requests())
        self.assertEqual(self.succeed("conferences", "--json").json()["conferences"], [])

    def test_feed(self):
        by_word = self.succeed("add", "--json", "--feed=indico", self.base + "/event/77/timetable/").json()
        self.assertEqual(by_word["feeds"], [f"{self.base}/event/77"])
        self.fail_with(3, "add", "--feed=xml", self.base + "/event/77/")
        self.fail_with(2, "add", "--feed=xml", "sessions.json")
        self.fail_with(2, "add", "--list-feeds", self.base + "/event/77/", self.base + "/event/78/")

    def test_no_such_feed(self):
        for word in ("nonsense", "icla", ""):
            failed = self.fail_with(2, "add", "--feed=" + word, self.base + "/event/77/")
            self.assertIn("indico, pretalx, xml, json, xcal", failed.err)
            self.assertIn(f"“{word}”", failed.err)
        self.assertEqual(self.requests(), "")

    def test_sample_without_an_address(self):
        """What asks servers has no sample, and does not wait for one."""
        online = subprocess.run([Path(PROGRAM).with_name("lanyard-online"), "add", "--sample"], env=self.environment(),
                                stdin=subprocess.DEVNULL, capture_output=True, timeout=20)
        self.assertEqual((online.returncode, online.stdout), (2, b""))
        self.assertRegex(SANITIZER.sub("", online.stderr.decode()), r"\Alanyard-cli: \S.*[.]\n\Z")

    def test_file_of_that_name(self):
        folder = self.folder / "lpc.events"
        folder.symlink_to(OWN_DATA / "conference")
        process = self.popen("add", "lpc.events", cwd=self.folder)
        self.assertIn("Added", process.communicate(timeout=60)[0].decode())


class Refresh(NetworkTest):
    def test_unchanged(self):
        self.add()
        before = self.state()
        self.assertEqual(self.succeed("refresh").lines(), ["Nothing new in “Wattlebird 2026”."])
        self.assertEqual(self.state(), before)

    def test_changed(self):
        self.add()
        self.change("changed")
        lines = self.succeed("refresh", "wattle").lines()
        self.assertEqual(lines[0], "New in “Wattlebird 2026”:")
        kinds = dict(line.split("\t") for line in lines[1:])
        self.assertLessEqual({"New", "Cancelled", "Time", "Room"}, set(kinds))
        self.assertTrue(all(int(number) > 0 for number in kinds.values()))

    def test_json(self):
        self.add()
        self.change("changed")
        refreshed, = self.succeed("refresh", "--json").json()["refreshed"]
        self.assertFalse(refreshed["is_unchanged"])
        self.assertIsNone(refreshed["error"])
        self.assertGreater(refreshed["n_changes"]["cancelled"], 0)
        self.assertEqual(refreshed["conference"]["revision"], 2)
        again, = self.succeed("refresh", "--json").json()["refreshed"]
        self.assertTrue(again["is_unchanged"])
        self.assertEqual(set(again["n_changes"].values()), {0})

    def test_cache_of_the_server(self):
        self.add()
        self.assertNotIn("nocache", self.requests())
        self.succeed("refresh")
        self.assertEqual(self.requests().count("GET /export/"), 6)
        self.assertEqual(len(re.findall(r"GET /export/.*nocache=yes", self.requests())), 3)

    def test_all(self):
        self.fail_with(3, "refresh")
        self.fail_with(3, "refresh", "--all")
        self.succeed("add", "--sample")
        self.fail_with(3, "refresh", "--all")
        self.add()
        lines = self.succeed("refresh", "--all").lines()
        self.assertEqual(lines, ["Nothing new in “Wattlebird 2026”."])
        self.fail_with(2, "refresh", "--all", "wattle")
        self.fail_with(3, "refresh", "nothing of that name")

    def test_one_of_two_fails(self):
        self.add()
        self.add("/event/20/")
        self.order("fault", name="gone", part="/20.json")
        result = self.run_program("refresh", "--all")
        self.assertEqual(result.status, 3)
        self.assertEqual(result.lines(), ["Nothing new in “Wattlebird 2026”."])
        self.assertRegex(result.err, r"\Alanyard-cli: Linux Plumbers Conference 2026: [^\n]*\.\n\Z")
        result = self.run_program("refresh", "--all", "--json")
        self.assertEqual(result.status, 3)
        errors = [each["error"] for each in result.json()["refreshed"]]
        self.assertEqual(errors.count(None), 1)

    def test_held_back(self):
        self.add()
        self.succeed("star", "talk:3104")
        self.change("halved")
        before = self.state()
        self.fail_with(17, "refresh")
        self.assertEqual(self.state(), before)
        self.assertIn("Cancelled", self.succeed("refresh", "--accept-shrink").out)

    def test_terminal(self):
        self.add()
        self.succeed_on_terminal(60, "refresh")

    def test_progress(self):
        """On a terminal a line shows how far it is, and is gone in the end."""
        master, slave = os.openpty()
        process = self.popen("add", self.base + "/event/77/", stderr=slave)
        os.close(slave)
        shown = b""
        while True:
            try:
                shown += os.read(master, 4096)
            except OSError:
                break
        os.close(master)
        out = process.communicate(timeout=60)[0].decode()
        shown = SANITIZER.sub("", shown.decode().replace("\r\n", "\n"))
        self.assertIn("Downloading…", shown)
        self.assertRegex(shown, r"Downloading… [\d.]+.[kM]?B")
        self.assertTrue(shown.endswith("\r\033[K"))
        self.assertNotIn("Downloading", out)

    def test_interrupted(self):
        self.add()
        before = self.state()
        self.change("changed")
        self.order("clear")
        self.order("fault", name="silence", part="/export/")
        process = self.popen("refresh")
        while "GET /export/" not in self.requests():
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        self.assertEqual((process.returncode, out, SANITIZER.sub("", err.decode())), (-signal.SIGINT, b"", ""))
        self.assertEqual(self.state(), before)
        self.order("fault", name="none")
        self.assertIn("New in", self.succeed("refresh").out)

    def test_killed(self):
        """Whenever it ends, the stars and a whole programme are there."""
        self.add()
        self.succeed("star", "talk:3104")
        for number in range(12):
            self.change("changed" if number % 2 == 0 else "respaced")
            process = self.popen("refresh", "--accept-shrink")
            time.sleep(number * 0.012)
            process.kill()
            process.communicate(timeout=20)
        self.succeed("refresh", "--accept-shrink")
        programme = self.succeed("show", "--json").json()
        self.assertEqual([pick["id"] for pick in programme["picks"]], ["talk:3104"])
        self.assertGreater(len(programme["talks"]), 30)


class Errors(NetworkTest):
    """Each kind has a sentence and a status of its own."""

    def fail_all(self, cases):
        """Together, as some take a while. Returns the sentences."""
        running = [(status, self.popen("add", address)) for status, address in cases]
        sentences = []
        for status, process in running:
            out, err = process.communicate(timeout=150)
            err = SANITIZER.sub("", err.decode())
            self.assertEqual(process.returncode, status, err)
            self.assertEqual(out, b"")
            self.assertRegex(err, r"\Alanyard-cli: \S.{20,}\.\n\Z")
            sentences.append(err)
        self.assertEqual(self.succeed("conferences", "--json").json()["conferences"], [])
        return sentences

    def test_faults(self):
        cases = []
        for fault, status in (("cut", 14), ("wrong-length", 14), ("gzip-bomb", 13), ("redirect-loop", 19),
                              ("captive-portal", 11), ("login-page", 11), ("too-many", 15), ("broken", 16), ("busy", 16),
                              ("gone", 3)):
            base = self.start_server(f"--fault={fault}")
            cases.append((status, base + "/event/77/"))
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            cases.append((7, f"http://127.0.0.1:{closed.getsockname()[1]}/event/1/"))
        sentences = [re.sub(r"127\.0\.0\.1:\d+", "SERVER", line) for line in self.fail_all(cases)]
        by_status = {}
        for (status, _), sentence in zip(cases, sentences):
            by_status.setdefault(status, set()).add(sentence)
        everything = [sentence for some in by_status.values() for sentence in some]
        self.assertEqual(len(everything), len(set(everything)), everything)

    def test_too_long(self):
        """The program's own patience ends."""
        if "LANYARD_TEST_SLOW" not in os.environ:
            self.skipTest("takes two minutes; LANYARD_TEST_SLOW runs it")
        self.order("fault", name="silence", part="/export/")
        self.fail_all([(8, self.base + "/event/77/")])

    def test_answers(self):
        self.fail_all([(3, self.base + "/event/4711/"), (2, "ftp://127.0.0.1/event/1/"),
                       (2, "http://user:secret@127.0.0.1/event/1/")])
        self.order("restricted", id="77")
        self.assertRegex(self.fail_all([(3, self.base + "/event/77/")])[0], "log in|sign in")

    def test_no_such_server(self):
        # A system without any authority says so first.
        result = self.run_program("add", "https://nowhere.invalid/event/1/", G_DEBUG="")
        self.assertIn(result.status, (4, 6), result.err)  # 4 where there is no network at all

    def test_untrusted(self):
        base = self.start_server("--tls")
        # A system without any authority says so first.
        result = self.run_program("add", base + "/event/77/", G_DEBUG="")
        self.assertEqual(result.status, 9, result.err)
        self.assertRegex(result.err.splitlines()[-1], r"\Alanyard-cli: The certificate of .*\.\Z")

    def test_not_published(self):
        folder = self.folder / "draft"
        folder.mkdir()
        for kind in ("event.sessions", "timetable"):
            name = f"indico-synthetic/lpc2024-like.{kind}.draft-timetable.indico-3.3.12.json"
            target = "sessions.json" if kind == "event.sessions" else "timetable.json"
            (folder / target).write_bytes(shared(name).read_bytes())
        self.order("event", id="18", folder=str(folder))
        self.assertIn("not published", self.fail_all([(10, self.base + "/event/18/")])[0])

    def test_patience_is_kept(self):
        self.add()
        self.order("fault", name="too-many")
        self.fail_with(15, "refresh")
        self.order("fault", name="none")
        self.order("clear")
        self.assertIn("minutes", self.fail_with(15, "refresh").err)
        self.assertNotIn("GET", self.requests())

    def test_secrets_stay_out(self):
        """What is typed with a password in it is not repeated."""
        result = self.fail_with(2, "add", "http://user:secret@127.0.0.1/event/1/", G_MESSAGES_DEBUG="")
        self.assertNotIn("secret", result.err)


if __name__ == "__main__":
    assert PROGRAM
    unittest.main(verbosity=2)
