# SPDX-License-Identifier: GPL-3.0-or-later
"""Decides things with lanyard-cli: stars, notes, marks, entries of one's own."""

import subprocess
import unittest

from harness import CONFERENCE, ProgramTest


class Stars(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()

    def level(self, name):
        shown = self.succeed("show", name, "--json").json()
        return (shown.get("talk") or shown.get("session") or shown.get("break"))["level"]

    def talk_of_a_session(self):
        talks = self.succeed("talks", "--json").json()["talks"]
        return next(talk for talk in talks if talk["session"])

    def test_left_out(self):
        talk = self.talk_of_a_session()
        self.succeed("star", talk["session"]["id"])
        self.assertTrue(self.succeed("show", talk["id"], "--json").json()["talk"]["is_covered"])
        starred = self.succeed("star", "--left-out", talk["id"], "--json").json()["starred"]
        self.assertEqual([(item["id"], item["level"]) for item in starred], [(talk["id"], "left-out")])
        left_out = self.succeed("show", talk["id"], "--json").json()["talk"]
        self.assertEqual((left_out["level"], left_out["is_covered"]), ("left-out", False))
        row = next(row for row in self.succeed("talks").records() if row[8] == talk["id"])
        self.assertEqual(row[4], "left-out")
        self.succeed_on_terminal(100, "show", talk["id"])
        self.assertNotIn(talk["id"], [entry["item"]["id"] for entry in self.succeed("plan", "--json").json()["entries"]])
        self.succeed("unstar", talk["id"])
        self.assertTrue(self.succeed("show", talk["id"], "--json").json()["talk"]["is_covered"])

    def test_all_or_none(self):
        talk = self.talk_of_a_session()
        self.fail_with(3, "star", talk["id"], "no such talk")
        self.assertIsNone(self.level(talk["id"]))
        self.fail_with(2, "star", "--left-out", talk["id"], talk["session"]["id"])
        self.assertIsNone(self.level(talk["id"]))
        self.fail_with(2, "star", "--left-out", "--maybe", talk["id"])


class Notes(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()

    def test_write_show_and_remove(self):
        self.assertIn("Wrote a note on", self.succeed("note", "talk:3104", "Ask *why* – 🦆").out)
        self.assertEqual(self.succeed("note", "talk:3104").out, "Ask *why* – 🦆\n")
        self.assertEqual(self.succeed("show", "talk:3104", "--json").json()["talk"]["note"], "Ask *why* – 🦆")
        self.assertIn("Ask *why*", self.succeed_on_terminal(80, "show", "talk:3104").out)
        self.succeed("note", "talk:3104", "--remove")
        self.assertEqual(self.succeed("note", "talk:3104").out, "")
        self.assertIn("There is no note on", self.succeed_on_terminal(80, "note", "talk:3104").out)
        self.assertIsNone(self.succeed("note", "talk:3104", "--json").json()["noted"]["note"])

    def test_from_standard_input(self):
        def write(data):
            process = self.popen("note", "session:211", "-", stdin=subprocess.PIPE)
            out, err = process.communicate(data, timeout=60)
            return process.returncode, out.decode(), err.decode()

        self.assertEqual(write("One\n\n* two\n".encode())[0], 0)
        self.assertEqual(self.succeed("note", "session:211").out, "One\n\n* two\n")
        status, out, err = write(b"\xff\xfe nonsense")
        self.assertEqual((status, out), (1, ""))
        self.assertRegex(err, r"\Alanyard-cli: [^\n]+\n\Z")
        self.assertEqual(write(b"x" * 1_000_001)[0], 1)
        self.assertEqual(self.succeed("note", "session:211").out, "One\n\n* two\n")

    def test_list(self):
        self.assertEqual(self.succeed("note").out, "")
        self.assertIn("There are no notes yet.", self.succeed_on_terminal(80, "note").out)
        self.succeed("note", "talk:3104", "Two\nlines")
        self.succeed("mark", "--seen", "--watch-later", "talk:3104", "session:211")
        rows = {row[3]: row[1:3] for row in self.succeed("note").records()}
        self.assertEqual(rows, {"talk:3104": ["seen watch-later", "Two lines"], "session:211": ["seen watch-later", ""]})
        for width in (100, 60):
            self.assert_aligned(self.succeed_on_terminal(width, "note"), "TITLE", "MARKS")
        notes = {note["id"]: note for note in self.succeed("note", "--json").json()["notes"]}
        self.assertEqual(notes["talk:3104"]["note"], "Two\nlines")
        self.assertEqual(notes["session:211"]["marks"], ["seen", "watch-later"])

    def test_marks(self):
        self.assertIn("marked as seen.", self.succeed("mark", "--seen", "talk:3104").out)
        self.assertIn("and to be watched later", self.succeed("mark", "--watch-later", "talk:3104").out)
        self.assertIn("marked to be watched later", self.succeed("unmark", "--seen", "talk:3104").out)
        self.assertEqual(self.succeed("show", "talk:3104", "--json").json()["talk"]["marks"], ["watch-later"])
        marked = self.succeed("unmark", "talk:3104", "--json").json()["marked"]
        self.assertEqual([item["marks"] for item in marked], [[]])
        self.fail_with(2, "mark", "talk:3104")
        self.fail_with(3, "mark", "--seen", "talk:3104", "nothing like it")

    def test_outlasts_a_new_programme(self):
        self.succeed("note", "talk:3104", "Kept")
        self.add_conference()
        self.assertEqual(self.succeed("note", "talk:3104").out, "Kept\n")


class Entries(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()

    def add(self, *words):
        return self.succeed("entry", "add", *words, "--json").json()["added"][0]

    def test_add_in_any_zone(self):
        entry = self.add("Lunch with Ada", "--day=2026-10-03", "--from=12:30", "--until=13:45", "--tz=Australia/Adelaide",
                         "--kind=meal", "--place=Harbour", "--people=Ada", "--note=Bring *slides*")
        self.assertEqual((entry["kind"], entry["own_kind"], entry["place"], entry["room"]["name"], entry["people"]),
                         ("own", "meal", "Harbour", "Harbour", "Ada"))
        self.assertEqual((entry["start"]["utc"], entry["end"]["utc"]), ("2026-10-03T03:00:00Z", "2026-10-03T04:15:00Z"))
        self.assertEqual((entry["zone"], entry["note"]), ("Australia/Adelaide", "Bring *slides*"))
        (row,) = self.succeed("entry", "list", "--tz=Asia/Tokyo").records()
        self.assertEqual(row, ["2026-10-03", "12:00", "13:15", "Harbour", "meal", "Lunch with Ada", "Ada", entry["id"]])
        for width in (110, 60):
            self.succeed_on_terminal(width, "entry", "list")
        self.assertIn(entry["id"], [e["item"]["id"] for e in self.succeed("plan", "--json").json()["entries"]])
        self.succeed("plan")
        self.succeed_on_terminal(100, "plan")

    def test_over_midnight_daylight_saving_and_by_default(self):
        party = self.add("Party", "--day=2026-10-24", "--from=22", "--until=4", "--tz=Europe/Berlin")
        self.assertEqual((party["start"]["utc"], party["end"]["utc"]), ("2026-10-24T20:00:00Z", "2026-10-25T03:00:00Z"))
        walk = self.add("Walk", "--day=1", "--from=8:15", "--tz=conference")
        self.assertEqual(walk["end"]["local"][11:16], "09:15")
        self.assertEqual(walk["own_kind"], "other")

    def test_remove(self):
        first = self.add("Tea", "--day=1", "--from=9")
        second = self.add("Tea", "--day=1", "--from=10")
        other = self.add("Coffee", "--day=1", "--from=10")
        result = self.fail_with(2, "entry", "remove", "tea")
        self.assertIn(first["id"], result.err)
        self.assertIn(second["id"], result.err)
        self.fail_with(3, "entry", "remove", "Coffee", "Wine")
        self.assertEqual(len(self.succeed("entry", "list").records()), 3)
        self.assertEqual(self.succeed("entry", "remove", "coffee", first["id"]).out, "Removed “Coffee”.\nRemoved “Tea”.\n")
        self.assertEqual([row[-1] for row in self.succeed("entry", "list").records()], [second["id"]])
        self.assertEqual(self.succeed("entry", "remove", second["key"], "--json").json()["removed"][0]["id"], second["id"])
        self.assertIn("no entries", self.succeed_on_terminal(80, "entry", "list").out)
        self.assertNotIn(other["id"], self.succeed("entry", "list").out)

    def test_wrong_usage(self):
        for words in (["entry"], ["entry", "dance"], ["entry", "add"], ["entry", "add", "Tea"],
                      ["entry", "add", "Tea", "--day=1"], ["entry", "add", "Tea", "--day=1", "--from=noon"],
                      ["entry", "add", "", "--day=1", "--from=9"], ["entry", "add", "Tea", "--day=x", "--from=9"],
                      ["entry", "add", "Tea", "--day=1", "--from=9", "--kind=siesta"], ["entry", "remove"],
                      ["entry", "list", "--place=Harbour"], ["entry", "add", "Tea", "Cake", "--day=1", "--from=9"]):
            with self.subTest(words):
                self.fail_with(2, *words)
        self.assertEqual(self.succeed("entry", "list").out, "# Times in Europe/Berlin (CEST)\n")

    def test_removed_conference_keeps_what_is_yours(self):
        entry = self.add("Tea", "--day=1", "--from=9")
        uuid = self.succeed("conferences").records()[0][-1]
        self.assertIn(f"lanyard-cli remove --for-good {uuid}", self.succeed("remove", "wattle").out)
        self.succeed("add", CONFERENCE)
        self.assertEqual([row[-1] for row in self.succeed("entry", "list").records()], [entry["id"]])
        self.assertIn("for good", self.succeed("remove", "--for-good", "wattle").out)
        self.succeed("add", CONFERENCE)
        self.assertEqual(self.succeed("entry", "list").records(), [])

    def test_removed_is_removed_for_good(self):
        self.add("Tea", "--day=1", "--from=9")
        uuid = self.succeed("conferences").records()[0][-1]
        self.succeed("remove", "wattle")
        self.fail_with(3, "remove", "--for-good", "wattle")
        self.assertIn("for good", self.succeed("remove", "--for-good", uuid).out)
        self.fail_with(3, "remove", "--for-good", uuid)
        self.succeed("add", CONFERENCE)
        self.assertEqual(self.succeed("entry", "list").records(), [])


if __name__ == "__main__":
    unittest.main()
