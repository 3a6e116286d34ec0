# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and searches that are narrowed down."""

import json
import shutil
import sqlite3
import unittest

from harness import CONFERENCE, ProgramTest

BEFORE = "2020-01-01T00:00:00Z"


class Filters(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()

    def titles(self, *options, **environment):
        return [row[5] for row in self.succeed("talks", *options, **environment).records()]

    def test_several_filters(self):
        self.assertEqual(self.titles("--room=hackroom", "--room=hackroom"), self.titles("--room=hackroom"))
        one, other = self.titles("--session=writing systems"), self.titles("--room=hackroom")
        self.assertTrue(set(self.titles("--session=writing systems", "--room=hackroom")) <= set(one) & set(other))
        rows = self.succeed("talks", "--from=9:30", "--until=11", "--tz=conference").records()
        self.assertGreater(len(rows), 0)
        for row in rows:
            self.assertTrue("09:30" <= row[1] < "11:00", row)
        night = self.succeed("talks", "--from=22:00", "--until=6", "--tz=America/New_York").records()
        self.assertGreater(len(night), 0)
        for row in night:
            self.assertTrue(row[1] >= "22:00" or row[1] < "06:00", row)
        self.assertEqual(self.titles("--from=0", "--until=24:00"), self.titles())
        to_come = self.titles("--still-to-come")
        self.assertLess(len(to_come), len(self.titles()))
        self.assertEqual(self.titles("--still-to-come", LANYARD_NOW=BEFORE), self.titles())
        self.assertEqual(self.titles("--keyword=copy on"), self.titles("--keyword=BTRFS"))
        self.assertEqual(len(self.titles("--type=talk", "--type=poster")), 1 + 1 + 3)  # one is a lightning talk
        for time in ("", "x", "25", "24:01", "9:60", "-1", "9:3x", "9:30:00", "999999999999"):
            self.fail_with(2, "talks", f"--from={time}")
        for name in ("session", "room", "type", "language", "keyword"):
            self.fail_with(3, "talks", f"--{name}=no such")

    def test_language(self):
        source = json.loads((CONFERENCE / "contributions.json").read_text())
        talks = source["results"][0]["contributions"]
        talks[0]["language"], talks[1]["language"] = "de_AT", "den"
        for name in ("sessions", "timetable"):
            shutil.copy(CONFERENCE / f"{name}.json", self.folder)
        (self.folder / "contributions.json").write_text(json.dumps(source))
        self.succeed("add", *(self.folder / f"{name}.json" for name in ("sessions", "contributions", "timetable")))
        rows = self.succeed("talks", "--language=DE").records()
        self.assertEqual(len(rows), 1)
        talk = self.succeed("talks", "--language=de", "--json").json()["talks"][0]
        self.assertEqual(talk["language"], "de_AT")
        self.assertIn("Language\tde_AT", self.succeed("show", talk["id"]).out)
        self.fail_with(3, "talks", "--language=d")

    def test_what_is_decided(self):
        def ids(command, *options):
            members = self.succeed(command, "--json", *options).json()
            return sorted(item["id"] for item in members["talks"] + members["breaks"])

        self.succeed("star", "talk:3104", "session:212")
        self.succeed("star", "--maybe", "talk:3105")
        self.succeed("mark", "--seen", "talk:3105")
        self.succeed("mark", "--watch-later", "talk:3108")
        self.succeed("note", "talk:3107", "Ask")
        self.succeed("entry", "add", "Train", "--day=2", "--from=18:00")
        listed = self.succeed("talks", "--json").json()
        covered = {item["id"] for item in listed["talks"] + listed["breaks"] if item["is_covered"]}
        self.assertGreater(len(covered), 0)
        self.assertEqual(set(ids("talks", "--level=going")), covered | {"talk:3104"})
        self.assertEqual(ids("talks", "--level=maybe"), ["talk:3105"])
        self.assertEqual(ids("talks", "--mark=seen"), ["talk:3105"])
        self.assertEqual(ids("talks", "--mark=watch-later", "--level=maybe", "--noted"), ["talk:3105", "talk:3107", "talk:3108"])
        self.assertEqual(ids("talks", "--mark=watch-later", "--starred"), [])
        self.assertEqual([row[5] for row in self.succeed("search", "tmpfs", "--mark=watch-later").records()], ["talk:3108"])
        self.fail_with(3, "search", "tmpfs", "--mark=seen")

        def planned(*options):
            return [entry["item"]["title"] for entry in self.succeed("plan", "--json", *options).json()["entries"]]

        maybe = [item["title"] for item in self.succeed("talks", "--json").json()["talks"] if item["id"] == "talk:3105"]
        self.assertEqual(planned("--level=maybe"), maybe)
        self.assertEqual(planned("--mark=seen"), maybe)
        self.assertIn("Train", planned("--level=going"))
        self.assertEqual(sorted(planned("--level=going", "--level=maybe")), sorted(planned()))
        self.assertEqual([row[5] for row in self.succeed("plan", "--level=maybe").records()], maybe)
        for option in ("--level=seen", "--level=", "--mark=going"):
            for command in ("talks", "plan"):
                self.fail_with(2, command, option)

    def test_conflicts_among_what_is_decided(self):
        self.succeed("star", "talk:3104")
        self.succeed("star", "--maybe", "talk:3113")
        self.assertEqual(len(self.succeed("plan", "--conflicts").records()), 1)
        self.assertEqual(len(self.succeed("plan", "--conflicts", "--level=going", "--level=maybe").records()), 1)
        self.assertEqual(self.succeed("plan", "--conflicts", "--level=going").records(), [])

    def test_now_without_what_is_hidden(self):
        def running(*options):
            return [item["id"] for item in self.succeed("now", "--json", *options).json()["running"]]

        self.assertEqual(running(), ["talk:3104", "talk:3114"])
        room = self.succeed("show", "talk:3104", "--json").json()["talk"]["room"]["name"]
        # As the window keeps it.
        with sqlite3.connect(self.folder / "data" / "lanyard" / "lanyard.db") as database:
            database.execute("INSERT INTO choices SELECT id, 'hidden', ? FROM conferences",
                             (json.dumps({"rooms": [room]}),))
        database.close()
        self.assertEqual(running(), ["talk:3114"])
        self.assertEqual(running("--all"), ["talk:3104", "talk:3114"])
        self.assertEqual(self.succeed("now").records()[0][8], "talk:3114")

    def test_search_finds_all_kinds(self):
        matches = self.succeed("search", "hackroom", "--json").json()["matches"]
        rooms = [match for match in matches if match["kind"] == "room"]
        self.assertEqual([(room["key"], room["id"], room["place"], room["snippet"]) for room in rooms],
                         [("Hackroom", None, "title", None)])
        self.assertIn("talk", {match["kind"] for match in matches})
        self.assertLessEqual({match["place"] for match in matches if match["kind"] == "talk"}, {"session", "room"})
        self.assertIn("Hackroom", self.succeed_on_terminal(60, "search", "hackroom").out)
        persons = self.succeed("show", "--json").json()["persons"]
        found = self.succeed("search", persons[0]["name"], "--json").json()["matches"]
        self.assertIn(("person", persons[0]["key"]), [(match["kind"], match["key"]) for match in found])

    def test_search_with_a_filter(self):
        everything = {row[5] for row in self.succeed("search", "o").records()}
        inside = self.succeed("search", "o", "--room=hackroom").records()
        self.assertEqual({row[5].split(":")[0] for row in inside} - {"break"}, {"talk"})
        self.assertLess({row[5] for row in inside}, everything)
        self.succeed("star", "talk:3104")
        self.assertEqual([row[5] for row in self.succeed("search", "copy", "--starred").records()], ["talk:3104"])
        self.assertEqual(self.succeed("search", "copy", "--day=1", "--from=0", "--still-to-come", "--keyword=btrfs",
                                      LANYARD_NOW=BEFORE).records()[0][5], "talk:3104")
        self.fail_with(3, "search", "copy", "--starred", "--room=hackroom")


if __name__ == "__main__":
    unittest.main(verbosity=2)
