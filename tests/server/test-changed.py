#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That later versions of the conferences differ as make_changed.py says, and in
nothing else: what rests on them can only be as right as they are."""

import json
import os
import re
import unittest
from pathlib import Path

TESTS = Path(os.environ["G_TEST_SRCDIR"])
CHANGED = Path(os.environ["LANYARD_CHANGED_PROGRAMMES"])
ORIGINALS = {"invented": TESTS / "data" / "conference", "sample": TESTS.parent / "data" / "sample"}
FIELDS = ("title", "startDate", "room", "session", "description")


def read(folder):
    return json.loads((folder / "contributions.json").read_text(encoding="ascii"))["results"][0]


def talks(folder):
    return {talk["db_id"]: talk for talk in read(folder)["contributions"]}


def calm(value):
    """Without what white space says."""
    if isinstance(value, str):
        return " ".join(value.split())
    return value


def speakers(talk):
    return [person["fullName"] for person in talk["speakers"]]


def attachments(talk):
    return [attachment["title"] for folder in talk["folders"] for attachment in folder["attachments"]]


def differences(old, new):
    found = [field for field in FIELDS if calm(old[field]) != calm(new[field])]
    found += ["speakers"] if speakers(old) != speakers(new) else []
    found += ["links"] if attachments(old) != attachments(new) else []
    return found


class ChangedTest(unittest.TestCase):
    def each(self, version):
        for name, folder in ORIGINALS.items():
            with self.subTest(conference=name):
                yield name, talks(folder), talks(CHANGED / name / version)

    def test_changed(self):
        for name, old, new in self.each("changed"):
            self.assertEqual(len(old.keys() - new.keys()), 1)
            self.assertEqual(len(new.keys() - old.keys()), 1)
            found = [kind for key in old.keys() & new.keys() for kind in differences(old[key], new[key])]
            times = ["startDate", "startDate"] if name == "invented" else ["startDate"]
            self.assertEqual(sorted(found), ["description", "links", "room", "session", "speakers", *times, "title"])
            spaced = [key for key in old.keys() & new.keys()
                      if old[key]["title"] != new[key]["title"] and calm(old[key]["title"]) == calm(new[key]["title"])]
            self.assertEqual(len(spaced), 1)

    def test_respaced(self):
        for _, old, new in self.each("respaced"):
            self.assertEqual(old.keys(), new.keys())
            self.assertEqual([differences(old[key], new[key]) for key in old if differences(old[key], new[key])], [])
            self.assertTrue(all(old[key]["title"] != new[key]["title"] for key in old))
            self.assertTrue(any("\r\n" in talk["description"] for talk in new.values()) or
                            not any(talk["description"] for talk in old.values()))

    def test_renumbered(self):
        for name, old, new in self.each("renumbered"):
            self.assertEqual(old.keys() & new.keys(), set())
            self.assertEqual([], [found for one, other in zip(old.values(), new.values(), strict=True)
                                  if (found := differences(one, other))])
            ids = [self.ids_of_sessions(folder) for folder in (ORIGINALS[name], CHANGED / name / "renumbered")]
            self.assertEqual(ids[0] & ids[1], set())
            self.assertEqual(len(ids[0]), len(ids[1]))

    @staticmethod
    def ids_of_sessions(folder):
        document = json.loads((folder / "sessions.json").read_text(encoding="ascii"))
        return {(kind, number) for block in document["results"][0]["sessions"]
                for kind, number in (("block", block["id"]), ("session", block["session"]["db_id"]))}

    def test_halved(self):
        for _, old, new in self.each("halved"):
            self.assertLess(new.keys(), old.keys())
            self.assertLess(len(new), len(old) * 2 / 3)

    def test_three_documents_agree(self):
        for name in ORIGINALS:
            for version in ("changed", "respaced", "renumbered", "halved"):
                folder = CHANGED / name / version
                timetable = (folder / "timetable.json").read_text(encoding="ascii")
                scheduled = {int(number) for number in re.findall(r'"contributionId":(\d+)', timetable)}
                self.assertEqual(scheduled, {key for key, talk in talks(folder).items() if talk["startDate"]})


if __name__ == "__main__":
    unittest.main()
