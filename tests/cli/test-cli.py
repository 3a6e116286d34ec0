# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives lanyard-cli as a person and as a script would."""

import json
import unittest
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from harness import CONFERENCE, ProgramTest, cells_of, shared


class Usage(ProgramTest):
    def test_version(self):
        self.assertRegex(self.succeed("--version").out, r"\Alanyard-cli \d+\.\d+\.\d+\n\Z")

    def test_help_names_every_command(self):
        text = self.succeed("--help").out
        for command in ("add", "remove", "conferences", "sessions", "talks", "show", "star", "unstar", "plan", "now",
                        "search"):
            self.assertRegex(text, rf"\n  {command} ")
            self.assertIn(f"lanyard-cli {command}", self.succeed(command, "--help").out)

    def test_wrong_usage_is_2(self):
        for words in ([], ["frobnicate"], ["--frobnicate"], ["talks", "--frobnicate"], ["talks", "word"], ["add"],
                      ["add", "--sample", "file"], ["remove"], ["remove", "a", "b"], ["star"], ["search"],
                      ["talks", "--tz=Mars/Olympus"], ["--tz=Mars/Olympus", "conferences"], ["--conference"]):
            with self.subTest(words):
                result = self.run_program(*words)
                self.assertEqual(result.status, 2)
                self.assertEqual(result.out, "")
                self.assertRegex(result.err, r"\Alanyard-cli: [^\n]+\n\Z")

    def test_nothing_there_is_3(self):
        for words in (["talks"], ["sessions"], ["show"], ["plan"], ["now"], ["search", "x"], ["star", "x"],
                      ["remove", "x"]):
            self.fail_with(3, *words)
        self.assertEqual(self.succeed("conferences").out, "")
        self.assertEqual(self.succeed("conferences", "--json").json()["conferences"], [])

    def test_options_may_stand_before_or_after_the_command(self):
        self.add_conference()
        before = self.succeed("--json", "--tz=Asia/Tokyo", "--conference=wattle", "talks").out
        self.assertEqual(before, self.succeed("talks", "--conference", "wattle", "--tz", "Asia/Tokyo", "--json").out)

    def test_wrong_clock(self):
        self.add_conference()
        self.fail_with(1, "now", LANYARD_NOW="soon")


class Conferences(ProgramTest):
    def test_add(self):
        result = self.add_conference()
        self.assertEqual(result.lines()[0], "Added “Wattlebird 2026”.")
        self.assertEqual(dict(result.records()[1:]),
                         {"Dates": "2–5 October 2026", "Zone": "Australia/Adelaide", "Sessions": "7", "Talks": "35",
                          "Breaks": "8"})

    def test_add_again_replaces(self):
        self.add_conference()
        self.succeed("star", "talk:3104")
        self.assertEqual(self.add_conference().lines()[0], "Replaced the programme of “Wattlebird 2026”.")
        (conference,) = self.succeed("conferences", "--json").json()["conferences"]
        self.assertEqual((conference["n_talks"], conference["n_picks"], conference["revision"]), (35, 1, 2))

    def test_add_single_files(self):
        self.succeed("add", CONFERENCE / "sessions.json")
        self.succeed("add", CONFERENCE / "contributions.json", "--verbose")
        self.assertEqual(self.run_on_terminal(40, "add", CONFERENCE / "timetable.json", "-v").status, 0)
        self.assertEqual(len(self.succeed("conferences").records()), 1)

    def test_add_nothing(self):
        """A variable of a shell that is empty is not the folder one is in."""
        self.fail_with(3, "add", "")

    def test_add_names_what_is_wrong(self):
        """Of several files, and of those of a folder, the one that is no schedule is named."""
        folder = self.folder / "files"
        folder.mkdir()
        self.assertEqual(self.fail_with(12, "add", folder).err.count(str(folder)), 1)
        wrong = folder / "wrong.json"
        wrong.write_text("[1, 2]")
        for words in (CONFERENCE / "timetable.json", wrong), (wrong, CONFERENCE / "timetable.json"), (wrong,):
            self.assertIn(f"{wrong}: This is JSON, but no schedule;", self.fail_with(12, "add", *words).err)
        (folder / "event.json").write_bytes((CONFERENCE / "timetable.json").read_bytes())
        result = self.fail_with(12, "add", folder)
        self.assertIn(f"{wrong}: This is JSON, but no schedule;", result.err)
        self.assertEqual(result.err.count(str(folder)), 1)

    def test_sample(self):
        result = self.succeed("add", "--sample", "--json").json()
        self.assertEqual(result["conference"]["title"], "Linux Plumbers Conference 2026")
        self.assertEqual((result["conference"]["n_talks"], result["conference"]["n_sessions"]), (295, 31))

    def test_missing_sample(self):
        self.fail_with(3, "add", "--sample", LANYARD_DATA_DIR=str(self.folder))

    def test_list(self):
        self.add_conference()
        self.succeed("add", CONFERENCE / "cancelled")
        rows = self.succeed("conferences").records()
        self.assertIn(["2026-10-02", "2026-10-05", "Wattlebird 2026", "Australia/Adelaide", "7", "35", "0"],
                      [row[:7] for row in rows])
        for width in (80, 40):
            result = self.succeed_on_terminal(width, "conferences")
            self.assert_aligned(result, "TITLE", "ID")

    def test_choice(self):
        self.add_conference()
        self.succeed("add", CONFERENCE / "cancelled")
        uuid = next(row[-1] for row in self.succeed("conferences").records() if row[2] == "Wattlebird 2026")
        for name in (uuid, uuid[:13].upper(), "WATTLEBIRD 2026"):
            shown = self.succeed("show", "--json", f"--conference={name}").json()
            self.assertEqual(shown["conference"]["uuid"], uuid)
        self.fail_with(3, "show", "--conference=nothing like that")

    def test_ambiguous_choice_lists_the_candidates(self):
        self.add_conference()
        self.succeed("add", CONFERENCE / "cancelled")
        titles = [row[2] for row in self.succeed("conferences").records()]
        common = next(c for c in "abcdefghijklmnopqrstuvwxyz" if all(c in title.lower() for title in titles))
        result = self.fail_with(2, "remove", common)
        for title in titles:
            self.assertIn(title, result.err)
        self.assertEqual(len(self.succeed("conferences").records()), 2)

    def test_current_conference(self):
        self.add_conference()
        self.succeed("add", CONFERENCE / "cancelled")
        for now, title in (("2026-10-03T00:00:00Z", "Wattlebird 2026"), ("2020-01-01T00:00:00Z", "Wattlebird 2026"),
                           ("2026-10-06T00:00:00Z", "cancelled"), ("2030-01-01T00:00:00Z", "cancelled")):
            shown = self.succeed("show", "--json", LANYARD_NOW=now).json()["conference"]
            self.assertEqual(shown["title"] == "Wattlebird 2026", title == "Wattlebird 2026", (now, shown["title"]))

    def test_remove_keeps_the_picks(self):
        self.add_conference()
        self.succeed("star", "talk:3104", "session:211")
        self.assertIn("2 picks are kept for 30 days", self.succeed("remove", "wattle").out)
        self.assertEqual(self.succeed("conferences").out, "")
        self.add_conference()
        self.assertEqual(len(self.succeed("show", "--json").json()["picks"]), 2)
        self.assertEqual(self.succeed("remove", "wattle", "--json").json()["removed"]["title"], "Wattlebird 2026")


class Lists(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()

    def titles(self, *words):
        return [row[5] for row in self.succeed("talks", *words).records()]

    def test_talks(self):
        result = self.succeed("talks", "--tz=conference")
        self.assertEqual(result.lines()[0], "# Times in Australia/Adelaide (ACST, then ACDT)")
        rows = result.records()
        self.assertEqual(len(rows), 35 + 8)
        self.assertEqual({len(row) for row in rows}, {10})
        self.assertEqual(rows[2][:6] + rows[2][7:],
                         ["2026-10-02", "09:30", "10:15", "Banksia Hall", "", "Copy on write, ten years on",
                          "Filesystems and Storage MC", "talk:3104", ""])

    def test_half_hour_zone_and_lost_hour(self):
        rows = {row[8]: row for row in self.succeed("talks", "--tz=conference").records()}
        self.assertEqual(rows["talk:3134"][:3], ["2026-10-04", "01:30", "03:30"])
        rows = {row[8]: row for row in self.succeed("talks", "--tz=UTC").records()}
        self.assertEqual(rows["talk:3134"][:3], ["2026-10-03", "16:00", "17:00"])

    def test_terminal(self):
        for width in (80, 40):
            result = self.succeed_on_terminal(width, "talks")
            self.assertEqual(result.lines()[0], "Times in Europe/Berlin (CEST)")
            self.assertIn("Friday 2 October 2026", result.lines())
            self.assertIn("Not scheduled yet", result.lines())
            self.assertIn("\033[1mSaturday 3 October 2026\033[0m", result.out)

    def test_alignment_with_wide_characters(self):
        """Japanese, Chinese, Arabic and Hebrew titles do not push columns."""
        for width in (120, 80, 60):
            result = self.succeed_on_terminal(width, "talks", "--session=writing")
            header = "".join(cells_of(result.lines()[1]))
            column = header.index("ID")
            rows = [cells_of(line) for line in result.lines()[2:] if "talk:" in line or "break:" in line]
            self.assertEqual(len(rows), 5)
            for row in rows:
                self.assertRegex("".join(row[column - 2:column + 6]), r"\A  (talk|break)")

    def test_dumb_terminal_has_no_bold(self):
        self.assertNotIn("\033", self.run_on_terminal(80, "talks", TERM="dumb").out)

    def test_days(self):
        for day in ("1", "2026-10-02"):
            rows = self.succeed("talks", f"--day={day}", "--tz=conference").records()
            self.assertEqual({row[0] for row in rows}, {"2026-10-02"})
        # In Berlin one of the talks of Sunday is still on Saturday.
        self.assertIn("The hour that is not there", self.titles("--day=2"))
        self.assertNotIn("The hour that is not there", self.titles("--day=2", "--tz=conference"))
        self.assertEqual(self.titles("--day=today"), self.titles("--day=1"))
        self.fail_with(3, "talks", "--day=0")
        self.fail_with(3, "talks", "--day=9")
        self.fail_with(3, "talks", "--day=2026-12-24")
        for day in ("yesterday", "2026-02-30", "2026-10", "", "-1", "99999999999999999999"):
            self.fail_with(2, "talks", f"--day={day}")

    def test_filters(self):
        self.assertEqual(len(self.titles("--session=writing systems")), 5)
        self.assertEqual(self.titles("--session=213"), self.titles("--session=session:213"))
        self.assertEqual({row[3] for row in self.succeed("talks", "--room=hackroom").records()}, {"Hackroom"})
        self.assertEqual(len(self.titles("--room=hackroom")), 4)
        self.assertEqual(len(self.titles("--room=hackroom", "--all")), 4 + 8)
        self.fail_with(3, "talks", "--session=no such")
        self.fail_with(3, "talks", "--room=no such")

    def test_starred(self):
        self.succeed("star", "talk:3104", "session:213")
        rows = self.succeed("talks", "--starred").records()
        self.assertEqual([row[4] for row in rows], ["going"] + 5 * ["covered"])
        terminal = self.succeed_on_terminal(80, "talks", "--starred").out
        self.assertEqual((terminal.count("★"), terminal.count("·")), (2, 5))
        self.assertEqual([row[8] for row in self.succeed("sessions", "--starred").records()], ["session:213"])

    def test_talks_json(self):
        document = self.succeed("talks", "--json", "--tz=Asia/Tokyo").json()
        self.assertEqual((document["lanyard"], document["zone"]), (1, "Asia/Tokyo"))
        self.assertEqual((len(document["talks"]), len(document["breaks"])), (35, 8))
        talk = next(t for t in document["talks"] if t["id"] == "talk:3104")
        self.assertEqual(talk["start"], {"utc": "2026-10-02T00:00:00Z", "local": "2026-10-02T09:00:00+09:00",
                                         "zone": "Asia/Tokyo"})
        self.assertEqual(talk["session"]["id"], "session:211")
        self.assertEqual([t["start"] for t in document["talks"][-3:]], [None, None, None])
        self.assertNotIn("description", talk)

    def test_sessions(self):
        rows = self.succeed("sessions", "--tz=conference").records()
        self.assertEqual(rows[0], ["2026-10-02", "09:30", "12:30", "3", "Banksia Hall; Mallee Lab", "9", "",
                                   "Filesystems and Storage MC", "session:211", ""])
        self.assertEqual(len(rows), 7)
        self.assertIn("Fri 2, 09:30–12:30 +2", self.succeed_on_terminal(80, "sessions", "--tz=conference").out)
        self.assert_aligned(self.succeed_on_terminal(80, "sessions"), "WHEN", "TITLE", "ID")
        self.succeed_on_terminal(40, "sessions")
        document = self.succeed("sessions", "--json").json()
        self.assertEqual((len(document["sessions"]), len(document["blocks"])), (7, 10))
        self.assertEqual(sum(session["n_talks"] for session in document["sessions"]), 32)


class Show(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()

    def test_talk(self):
        self.succeed("star", "talk:3113")
        for words in (["talk:3104"], ["3104"], ["copy on write"], ["Copy", "on", "write,", "ten", "years", "on"]):
            text = self.succeed("show", *words).out
            self.assertIn("When\tFriday 2 October 2026, 02:00–02:45, Berlin time (CEST)\n", text)
            self.assertIn("When\tFriday 2 October 2026, 09:30–10:15, Adelaide time (ACST)\n", text)
            self.assertIn("Overlaps\tMesh on the Nullarbor", text)
            self.assertIn("\nSlides\t", text)
            self.assertIn("\nRecording\t", text)
            self.assertIn("ID\ttalk:3104\n", text)
            self.assertEqual(text.splitlines()[:2], ["# Times in Europe/Berlin (CEST)", "Copy on write, ten years on"])
        for width in (80, 40):
            lines = self.succeed_on_terminal(width, "show", "talk:3104").lines()
            self.assertEqual(lines[:2], ["Times in Europe/Berlin (CEST)", "Copy on write, ten years on"])

    def test_json_is_indented_for_people(self):
        piped = self.succeed("show", "--json")
        terminal = self.run_on_terminal(40, "show", "--json")
        self.assertEqual(len(piped.out.splitlines()), 1)
        self.assertGreater(len(terminal.out.splitlines()), 1000)
        self.assert_harmless(terminal.out)
        self.assertEqual(terminal.json(), piped.json())

    def test_own_zone_is_said_once(self):
        self.assertEqual(self.succeed("show", "talk:3104", "--tz=conference").out.count("When\t"), 1)

    def test_parts(self):
        document = self.succeed("show", "--json", "talk:3102").json()["talk"]
        text = self.succeed("show", "talk:3102").out
        self.assertGreater(len(document["parts"]), 1)
        for part in document["parts"]:
            self.assertIn(f"Part\t{part['title']}", text)

    def test_session_and_break(self):
        text = self.succeed("show", "session:211").out
        self.assertEqual(text.count("When\t"), 6)
        self.assertEqual(text.count("Lead\t"), len(self.succeed("show", "--json", "session:211").json()["session"]["leads"]))
        self.assertIn("talk:3112", text)
        self.assertIn("Room\tFoyer", self.succeed("show", "Registration").out)
        self.assertEqual(self.succeed("show", "Registration", "--json").json()["break"]["kind"], "break")
        for width in (80, 40):
            self.succeed_on_terminal(width, "show", "session:211")
            self.succeed_on_terminal(width, "show", "Registration")

    def test_conference(self):
        text = self.succeed("show").out
        self.assertIn("Organiser\tWattlebird committee", text)
        self.assertNotIn("javascript:", text)
        self.succeed_on_terminal(40, "show")

    def test_not_found_and_ambiguous(self):
        self.fail_with(3, "show", "no such title")
        self.fail_with(3, "show", "talk:1")
        self.fail_with(3, "show", "")
        result = self.fail_with(2, "show", "lunch")
        self.assertEqual(len(result.err.splitlines()), 3)
        self.assertIn("Sat 3", result.err)


class RealProgrammes(ProgramTest):
    def expected(self, path, zone):
        """From the document itself, without any code of ours."""
        (event,) = json.loads(path.read_text())["results"]
        rows = set()
        for talk in event["contributions"]:
            start, end = [datetime.fromisoformat(f"{talk[k]['date']}T{talk[k]['time']}").replace(
                tzinfo=ZoneInfo(talk[k]["tz"])).astimezone(ZoneInfo(zone)) for k in ("startDate", "endDate")]
            self.assertEqual(end - start, timedelta(minutes=talk["duration"]))
            rows.add((f"{start:%Y-%m-%d}", f"{start:%H:%M}", f"{end:%H:%M}", " ".join(talk["title"].split())))
        return rows

    def test_xdc_2021(self):
        path = shared("indico/xdc2021.contributions.json")
        self.succeed("add", path)
        sessions = self.succeed("sessions").records()
        self.assertEqual(sorted(row[7] for row in sessions), ["Demos / Lightning talks I", "Main Track", "Workshop"])
        self.assertEqual(sum(int(row[5]) for row in sessions), 37)
        for zone, name in (("Asia/Tokyo", "JST"), ("America/New_York", "EDT"), ("Asia/Kathmandu", "UTC+05:45")):
            result = self.succeed("talks", f"--tz={zone}")
            self.assertEqual(result.lines()[0], f"# Times in {zone} ({name})")
            rows = {(row[0], row[1], row[2], row[5]) for row in result.records()}
            self.assertEqual(rows, self.expected(path, zone))

    def test_zone_that_debian_moved_away(self):
        name = "indico-synthetic/lpc2020-like.newfoundland."
        self.succeed("add", shared(name + "event.sessions.indico-3.2.9.json"), shared(name + "timetable.indico-3.2.9.json"))
        for zone in ("conference", "Canada/Newfoundland"):
            result = self.succeed("talks", f"--tz={zone}")
            self.assertEqual(result.lines()[0], "# Times in Canada/Newfoundland (NDT)")
            self.assertEqual(result.records(), self.succeed("talks", "--tz=America/St_Johns").records())
        for talk in self.succeed("talks", "--json", "--tz=conference").json()["talks"]:
            if talk["start"]:
                self.assertTrue(talk["start"]["local"].endswith("-02:30"))

    def test_every_synthetic_programme(self):
        folder = shared("indico-synthetic")
        for path in sorted(folder.glob("*.json")):
            if path.name.startswith(("lpc", "large")) and "draft" not in path.name and ".events." not in path.name:
                with self.subTest(path.name):
                    self.succeed("add", path)
                    self.succeed_on_terminal(80, "talks")


if __name__ == "__main__":
    unittest.main(verbosity=2)
