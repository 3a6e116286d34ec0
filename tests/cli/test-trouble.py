# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not harm: bad input, hostile text, lost terminals, full disks,
interruptions. Nothing that is stored may change."""

import json
import os
import signal
import subprocess
import time
import unittest

from harness import CONFERENCE, PROGRAM, ProgramTest, shared

HOSTILE = "\033]0;owned\007\033[2J\x9b31mred\ttab\nline\x7f\u2028\u202eevil"


def event(**members):
    date = {"date": "2026-10-05", "time": "10:00:00", "tz": "UTC"}
    result = {"_type": "Conference", "id": "5", "title": "Small", "timezone": "Europe/Prague",
              "url": "https://small.example.org/event/5/", "startDate": date, "endDate": dict(date, time="18:00:00"),
              "_fossil": "conferenceMetadataWithContribs", "contributions": []}
    result.update(members)
    return {"count": 1, "additionalInfo": {}, "ts": 1791292822, "results": [result], "_type": "HTTPAPIResult",
            "url": "https://small.example.org/export/event/5.json?detail=contributions"}


def talk(key, **members):
    date = {"date": "2026-10-05", "time": "10:00:00", "tz": "UTC"}
    result = {"_type": "Contribution", "id": str(key), "db_id": key, "title": f"Talk {key}", "startDate": date,
              "endDate": dict(date, time="10:30:00"), "duration": 30, "room": "", "roomFullname": "", "session": None,
              "speakers": [], "primaryauthors": [], "coauthors": [], "description": "", "keywords": [],
              "url": f"https://small.example.org/event/5/contributions/{key}/"}
    result.update(members)
    return result


class TroubleTest(ProgramTest):
    def write(self, document, name="document.json"):
        path = self.folder / name
        if isinstance(document, bytes):
            path.write_bytes(document)
        else:
            path.write_text(json.dumps(document))
        return path


class BadInput(TroubleTest):
    def setUp(self):
        super().setUp()
        self.add_conference()
        self.succeed("star", "talk:3104")
        self.before = self.snapshot()

    def refuse(self, status, *words):
        result = self.fail_with(status, "add", *words)
        self.assertEqual(len(result.err.splitlines()), 1)
        self.assertEqual(self.snapshot(), self.before)
        return result

    def test_answers_of_servers(self):
        for name, status in (("error-api-key-missing.403", 5), ("error-bad-timezone.400", 1),
                             ("error-not-authenticated.403", 5), ("error-oauth-insufficient-scope.403", 5),
                             ("error-oauth-invalid-token.401", 5), ("error-session-restricted.403", 5),
                             ("error-xhr-404", 3), ("event-not-found-or-no-access", 3), ("timetable-not-found", 3),
                             ("api-user", 12), ("api-user-anonymous", 12)):
            with self.subTest(name):
                self.refuse(status, shared(f"indico-synthetic/{name}.json"))

    def test_drafts(self):
        for name in ("event.sessions", "timetable"):
            result = self.refuse(10, shared(f"indico-synthetic/lpc2024-like.{name}.draft-timetable.indico-3.3.12.json"))
            self.assertIn("not published yet", result.err)

    def test_web_page(self):
        self.refuse(11, self.write(b"<!DOCTYPE html><html><body><form action='/login/'>Log in</form></body></html>"))

    def test_other_kinds(self):
        for content in (b"", b"\n", b"\0\0\0\0", b"\x89PNG\r\n\x1a\n", b"{}", b"[]",
                        b"null", b'"text"', b"1e999", b'{"results":', b"\xff\xfe{\0}\0", os.urandom(4096)):
            with self.subTest(content[:20]):
                self.refuse((12, 14), self.write(content))

    def test_empty_calendar(self):
        result = self.refuse(10, self.write(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
        self.assertIn("has no entries", result.err)

    def test_truncated(self):
        whole = (CONFERENCE / "sessions.json").read_bytes()
        for size in (1, 2, 100, len(whole) // 3, len(whole) // 2, len(whole) - 2):
            with self.subTest(size):
                self.refuse(14, self.write(whole[:size]))

    def test_nesting(self):
        self.refuse((13, 14), self.write(b"[" * 100_000_000))
        self.refuse((13, 14), self.write(b"[" * 60_000_000))
        self.refuse((13, 14), self.write(b'{"results":[{"a":' * 100_000))

    def test_events_mixed_up(self):
        self.refuse(1, CONFERENCE / "sessions.json", CONFERENCE / "cancelled" / "sessions.json")

    def test_files_that_cannot_be_read(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.refuse(3, self.folder / "missing.json")
        self.refuse(12, empty)
        self.refuse(3, self.folder / "\033[31m.json")
        if os.geteuid() != 0:
            secret = self.write(b"{}")
            secret.chmod(0)
            self.refuse(1, secret)

    def test_address_among_files(self):
        self.refuse(2, "https://lpc.events/event/20/", CONFERENCE / "sessions.json")

    def test_one_bad_file_spoils_all(self):
        self.refuse(12, CONFERENCE / "sessions.json", self.write(b"[]"))


class OddInput(TroubleTest):
    def add(self, *talks, **members):
        return self.succeed("add", "--json", self.write(event(contributions=list(talks), **members))).json()

    def test_control_characters_never_reach_the_terminal(self):
        self.add(talk(1, title=HOSTILE, description=HOSTILE, room=HOSTILE, roomFullname=HOSTILE, session=HOSTILE,
                      keywords=[HOSTILE], url="https://small.example.org/\033",
                      speakers=[{"fullName": HOSTILE, "first_name": HOSTILE, "last_name": HOSTILE, "id": "1",
                                 "affiliation": HOSTILE, "emailHash": "x", "db_id": 1, "person_id": 1}]),
                 title=HOSTILE, description=HOSTILE, location=HOSTILE, address=HOSTILE, organizer=HOSTILE)
        self.succeed("star", "talk:1")
        for words in (["conferences"], ["sessions"], ["talks"], ["show"], ["show", "talk:1"], ["plan"], ["now"],
                      ["search", "tab"]):
            with self.subTest(words):
                self.succeed_on_terminal(80, *words)
                piped = self.succeed(*words).out
                self.assert_harmless(piped.replace("\t", ""))
                self.assertNotIn("\u202e", piped)
                document = self.succeed(*words, "--json").out
                self.assert_harmless(document)
                json.loads(document)
        self.assert_harmless(self.succeed("unstar", "talk:1").out)
        self.assert_harmless(self.succeed("remove", "red").out)

    def test_malformed_talks_are_skipped_and_counted(self):
        wrong = (None, 5, "x", [], {}, True, -1, 1e300)
        bad = [None, 5, "text", []]
        for index, value in enumerate(wrong):
            bad.append({member: value for member in talk(100 + index)})
            for number, member in enumerate(talk(0)):
                bad.append(talk(1000 + 100 * index + number, **{member: value}))
        result = self.add(talk(1), *bad)
        self.assertGreater(result["n_skipped"], 0)
        self.assertLessEqual(result["conference"]["n_talks"] + result["n_skipped"], len(bad) + 1)
        self.assertIn("talk:1", [row[8] for row in self.succeed("talks").records()])
        self.assertRegex(self.succeed("add", self.folder / "document.json").out, r"\nSkipped\t\d+\n")
        for width in (80, 40):
            self.succeed_on_terminal(width, "talks")

    def test_far_dates(self):
        def at(year):
            date = {"date": f"{year:04}-12-31", "time": "23:59:59", "tz": "UTC"}
            return {"startDate": date, "endDate": date}
        self.add(talk(1), talk(2, **at(9999)), talk(3, **at(1)), talk(4, **at(1900)), **at(9999))
        for words in (["conferences"], ["sessions"], ["talks"], ["talks", "--tz=Pacific/Kiritimati"],
                      ["talks", "--tz=Pacific/Pago_Pago"], ["show"], ["show", "talk:2"], ["now"]):
            with self.subTest(words):
                self.succeed(*words)
                self.succeed(*words, "--json").json()
                self.succeed_on_terminal(80, *words)

    def test_lone_surrogates(self):
        path = self.write(event(contributions=[talk(1, title="TITLE")]))
        path.write_text(path.read_text().replace("TITLE", "a\\ud83d b \\udc00"))
        result = self.run_program("add", path)
        self.assertIn(result.status, (0, 1))
        if result.status == 0:
            self.succeed("talks")
        else:
            self.assertRegex(result.err, r"\Alanyard-cli: [^\n]+\n\Z")

    def test_other_encodings(self):
        self.add(talk(1, title="Überlänge – 縦"))
        out = subprocess.run([PROGRAM, "talks"], env=self.environment(LC_ALL="C"), capture_output=True, check=True).stdout
        self.assertTrue(out.isascii())
        self.assertIn(b"berl", out)
        raw = subprocess.run([PROGRAM, "talks", "--json"], env=self.environment(LC_ALL="C"), capture_output=True,
                             check=True).stdout
        self.assertIn("Überlänge – 縦", raw.decode())
        found = subprocess.run([PROGRAM, "show", "überlänge"], env=self.environment(LC_ALL="C"), capture_output=True)
        self.assertEqual(found.returncode, 0)
        self.assertEqual(self.fail_with(3, "show", "\udcff\udcfe").out, "")


class Surroundings(TroubleTest):
    def setUp(self):
        super().setUp()
        self.add_conference()

    def test_reader_that_goes_away(self):
        """Whether or not whoever starts the program ignores SIGPIPE."""
        for disposition in (signal.SIG_DFL, signal.SIG_IGN):
            reader, writer = os.pipe()
            os.close(reader)
            process = self.popen("talks", "--json", stdout=writer, restore_signals=False,
                                 preexec_fn=lambda: signal.signal(signal.SIGPIPE, disposition))
            os.close(writer)
            self.assertEqual(process.communicate(timeout=60)[1], b"")
            self.assertNotEqual(process.returncode, 0)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            process = self.popen("talks", stdout=full)
            err = process.communicate(timeout=60)[1]
        self.assertEqual(process.returncode, 1)
        self.assertRegex(err, rb"\Alanyard-cli: [^\n]+\n\Z")

    def test_damaged_database(self):
        """A backup takes its place, and who reads it is told once."""
        folder = self.folder / "data" / "lanyard"
        self.succeed("star", self.succeed("talks").records()[0][8])
        self.assertEqual(len(list((folder / "backups").glob("lanyard-*.db"))), 1)
        damaged = b"not a database" * 1000
        (folder / "lanyard.db").write_bytes(damaged)
        result = self.run_program("plan")
        self.assertEqual(result.status, 0, result.err)
        self.assertEqual(len(result.records()), 1)
        self.assertRegex(result.err, r"\Alanyard-cli: The database was damaged and was set aside\. "
                                     r"The backup of [^\n]+ has taken its place\. The damaged file is “\S+”\.\n\Z")
        aside, = folder.glob("lanyard.db.damaged-*")
        self.assertEqual(aside.read_bytes(), damaged)
        master, slave = os.openpty()
        process = self.popen("plan", stderr=slave)
        os.close(slave)
        process.communicate(timeout=60)
        self.assertIn(b"was damaged", os.read(master, 4096))
        os.close(master)
        self.succeed("plan")

    def test_folder_that_cannot_be_made(self):
        self.fail_with(1, "add", CONFERENCE, XDG_DATA_HOME="/dev/null/nowhere")

    def test_nothing_is_asked(self):
        """Not even when there is nobody to answer."""
        process = self.popen("remove", "wattle", stdin=None, preexec_fn=lambda: os.close(0))
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0)

    def test_interrupted_import_leaves_nothing_half_done(self):
        documents = sorted(shared("indico-synthetic").glob("large-1200-*.json"))
        interrupted = 0
        for delay in range(0, 400, 20):
            process = self.popen("add", *documents)
            time.sleep(delay / 1000)
            process.send_signal(signal.SIGINT)
            err = process.communicate(timeout=60)[1]
            self.assertIn(process.returncode, (0, -signal.SIGINT), err)
            interrupted += process.returncode != 0
            rows = {row[2]: row[5] for row in self.succeed("conferences").records()}
            self.assertEqual(rows.pop("Wattlebird 2026"), "35")
            self.assertIn(list(rows.values()), ([], ["1200"]))
            if rows:
                self.succeed("remove", "large")
        self.assertGreater(interrupted, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
