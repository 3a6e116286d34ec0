# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is yours, out of one Lanyard and into another, as a user types it."""

import json
import sqlite3
import unittest

from harness import CONFERENCE, ProgramTest


class BackupTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()
        self.ids = [row[8] for row in self.succeed("talks").records()[:3]]
        self.backup = self.folder / "backup.json"

    def elsewhere(self):
        """Another computer, with nothing on it."""
        return {"XDG_DATA_HOME": str(self.folder / "elsewhere")}

    def picks(self, **environment):
        return {pick["id"]: pick["level"] for pick in self.succeed("show", "--json", **environment).json()["picks"]}

    def make_backup(self):
        self.succeed("star", self.ids[0], self.ids[1])
        self.succeed("star", "--maybe", self.ids[2])
        self.succeed("export", "--backup", "--output", self.backup)

    def test_there_and_back(self):
        self.make_backup()
        before = self.picks()
        self.assertEqual(len(before), 3)

        # There it waits for the conference.
        there = self.elsewhere()
        rows = self.succeed("import", self.backup, **there).records()
        self.assertEqual(rows, [["Wattlebird 2026", "3", "0", "0", "0", "0", "waiting"]])
        self.assertEqual(self.succeed("conferences", **there).records(), [])
        self.succeed("add", CONFERENCE, **there)
        self.assertEqual(self.picks(**there), before)

        # Here it is all there already.
        result = self.succeed("import", self.backup, "--json").json()
        self.assertEqual(result["imported"], [{"title": "Wattlebird 2026", "is_waiting": False, "n_picks": 0,
                                               "n_notes": 0, "n_marks": 0, "n_entries": 0, "n_choices": 0, "n_unchanged": 3}])

    def choices(self, folder, *sql):
        with sqlite3.connect(folder / "lanyard" / "lanyard.db") as database:
            for statement in sql:
                database.execute(statement)
            found = dict(database.execute("SELECT name, value FROM choices"))
        database.close()
        return found

    def test_choices(self):
        """What the window keeps for a conference; what is chosen there stays."""
        self.choices(self.folder / "data",
                     "INSERT INTO choices SELECT id, 'hidden', '{\"rooms\":[\"Hackroom\"]}' FROM conferences",
                     "INSERT INTO choices SELECT id, 'sessions-order', 'time' FROM conferences")
        self.succeed("export", "--backup", "--output", self.backup)
        there = self.elsewhere()
        self.succeed("add", CONFERENCE, **there)
        self.choices(self.folder / "elsewhere", "INSERT INTO choices SELECT id, 'sessions-order', 'title' FROM conferences")
        imported = self.succeed("import", self.backup, "--json", **there).json()["imported"][0]
        self.assertEqual((imported["n_choices"], imported["n_unchanged"]), (1, 1))
        self.assertEqual(self.choices(self.folder / "elsewhere"),
                         {"hidden": '{"rooms":["Hackroom"]}', "sessions-order": "title"})
        self.assertEqual(self.succeed("import", self.backup, "--json", **there).json()["imported"][0]["n_choices"], 0)

        # Files of the first Lanyards have none, and what is no text is refused.
        document = json.loads(self.backup.read_text())
        del document["conferences"][0]["choices"]
        self.backup.write_text(json.dumps(document))
        self.succeed("import", self.backup)
        document["conferences"][0]["choices"] = {"hidden": 3}
        self.backup.write_text(json.dumps(document))
        self.fail_with(14, "import", self.backup)

    def test_nothing_is_taken_away(self):
        self.make_backup()
        self.succeed("unstar", self.ids[0])
        fourth = self.succeed("talks").records()[4][8]
        self.succeed("star", fourth)
        self.succeed("import", self.backup)
        self.assertEqual(set(self.picks()), {*self.ids, fourth})

    def test_standard_output(self):
        self.succeed("star", self.ids[0])
        document = self.succeed("export", "--backup").json()
        self.assertEqual(document["lanyard_backup"], 1)
        pick, = document["conferences"][0]["picks"]
        self.assertEqual((pick["kind"] + ":" + pick["key"], pick["level"]), (self.ids[0], "going"))

    def test_on_a_terminal(self):
        self.make_backup()
        out = self.succeed_on_terminal(80, "import", self.backup, **self.elsewhere()).out
        self.assertIn("3 picks · kept until you add this conference", out)

    def test_refused(self):
        self.make_backup()
        text = self.backup.read_text()
        before = self.snapshot()

        def refuse(status, contents):
            self.backup.write_text(contents)
            self.fail_with(status, "import", self.backup)

        refuse(12, "{}")
        refuse(12, "Dear diary")
        refuse(14, text[:len(text) // 2])
        refuse(1, text.replace('"lanyard_backup" : 1', '"lanyard_backup" : 2'))
        refuse(14, text.replace(json.loads(text)["conferences"][0]["uuid"], "../../../etc"))
        self.fail_with(13, "import", "/dev/zero")
        self.fail_with(3, "import", self.folder / "nothing.json")
        self.fail_with(2, "import")
        self.fail_with(2, "export", "--backup", "--all")
        self.fail_with(3, "export", "--backup", "--output", self.folder / "no" / "folder.json")
        self.assertEqual(self.snapshot(), before)


if __name__ == "__main__":
    unittest.main(verbosity=2)
