# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives lanyard-cli as a person and as a script would."""

import json
import unittest
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from harness import CHANGED, CONFERENCE, ProgramTest, cells_of, shared


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


class Picks(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()

    def picks(self):
        return {pick["id"]: pick["level"] for pick in self.succeed("show", "--json").json()["picks"]}

    def test_star_and_unstar(self):
        self.assertEqual(self.succeed("star", "talk:3104", "writing systems mc", "Registration").lines(),
                         ["Starred “Copy on write, ten years on”.", "Starred “Writing Systems MC”.",
                          "Starred “Registration”."])
        self.succeed("star", "--maybe", "3104")
        picks = self.picks()
        self.assertEqual(picks.pop("talk:3104"), "maybe")
        self.assertEqual(picks.pop("session:213"), "going")
        self.assertEqual(list(picks.values()), ["going"])
        self.succeed("unstar", *self.picks())
        self.assertEqual(self.picks(), {})
        self.assertEqual(self.succeed("star", "3104", "--json").json()["starred"][0]["level"], "going")

    def test_nothing_is_starred_unless_all_is_found(self):
        self.fail_with(3, "star", "talk:3104", "no such title")
        self.fail_with(2, "star", "talk:3104", "coffee")
        self.assertEqual(self.picks(), {})

    def test_plan(self):
        self.assertEqual(self.succeed("plan").records(), [])
        self.assertIn("Nothing is starred yet.", self.succeed_on_terminal(80, "plan").out)
        self.succeed("star", "talk:3104", "talk:3113", "talk:3117", "talk:3103")
        rows = self.succeed("plan").records()
        self.assertEqual([row[8] for row in rows], ["talk:3104", "talk:3113", "talk:3117", "talk:3103"])
        self.assertEqual([row[9] for row in rows], ["talk:3113", "talk:3104", "", ""])
        for width in (80, 40):
            terminal = " ".join(self.succeed_on_terminal(width, "plan").out.split())
            self.assertIn("Overlaps with “Copy on write, ten years on”, 02:00–02:30", terminal)
        self.assertEqual([row[8] for row in self.succeed("plan", "--day=2").records()], ["talk:3117"])
        document = self.succeed("plan", "--json").json()
        self.assertEqual(len(document["entries"]), 4)
        self.assertEqual([(o["first"], o["second"], o["end"]["utc"]) for o in document["overlaps"]],
                         [("talk:3104", "talk:3113", "2026-10-02T00:30:00Z")])

    def test_plan_says_what_is_in_conflict(self):
        self.assertIn("Nothing is in conflict.", self.succeed_on_terminal(80, "plan", "--conflicts").out)
        self.succeed("star", "talk:3104", "talk:3117")
        self.succeed("star", "--maybe", "talk:3113")
        rows = self.succeed("plan", "--conflicts").records()
        self.assertEqual([row[4:8] for row in rows], [["overlap", "maybe", "talk:3104", "talk:3113"]])
        self.succeed("star", "talk:3113")
        self.assertEqual(self.succeed("plan", "--conflicts").records()[0][5], "going")
        self.assertEqual(self.succeed("plan", "--conflicts", "--day=2").records(), [])
        terminal = " ".join(self.succeed_on_terminal(200, "plan", "--conflicts").out.split())
        self.assertIn("★ “Copy on write, ten years on” overlaps “Mesh on the Nullarbor” Both 02:00–02:30 (30 min)", terminal)

    def test_nothing_overlaps_itself(self):
        self.succeed("star", "talk:3104")
        self.assertNotIn("Overlaps", self.succeed("show", "talk:3104").out)
        self.succeed("star", "talk:3113")
        self.assertIn("Overlaps\tMesh on the Nullarbor", self.succeed("show", "talk:3104").out)

    def test_plan_says_how_else_it_can_be_heard(self):
        for name in ("sessions", "contributions", "timetable"):  # a talk by one of the speakers of talk 3104
            text = (CONFERENCE / f"{name}.json").read_text().replace("tmpfs that survives", "COPY on write,  ten years on")
            (self.folder / f"{name}.json").write_text(text)
        self.succeed("add", *(self.folder / f"{name}.json" for name in ("sessions", "contributions", "timetable")))
        self.succeed("star", "talk:3104", "talk:3113")
        videos = ["https://www.youtube.com/watch?v=invented-xx",
                  "https://events.example.org/event/77/contributions/3104/attachments/1602/3404/talk.opus",
                  "https://youtu.be/invented-xx"]
        conflict = self.succeed("plan", "--conflicts", "--json").json()["conflicts"][0]
        self.assertEqual([a["kind"] for a in conflict["alternatives"]], ["repeat"] + ["recording"] * 3)
        self.assertEqual({a["of"] for a in conflict["alternatives"]}, {"talk:3104"})
        self.assertEqual((conflict["alternatives"][0]["item"]["id"], conflict["alternatives"][0]["is_free"]), ("talk:3108", True))
        self.assertEqual([a["url"] for a in conflict["alternatives"][1:]], videos)
        self.assertEqual(self.succeed("plan", "--conflicts").records()[0][8], " ".join(["talk:3108", *videos]))
        terminal = " ".join(self.succeed_on_terminal(200, "plan", "--conflicts").out.split())
        self.assertRegex(terminal, "ten years on” again: [^:]*, 06:30–07:00, and you are free then")
        self.assertIn("Recording of “Copy on write, ten years on”: " + videos[0], terminal)
        self.assertNotIn("alternatives", self.succeed("plan", "--json").json()["conflicts"][0])
        self.succeed("entry", "add", "Train", "--day=1", "--from=06:00", "--until=07:00")
        terminal = " ".join(self.succeed_on_terminal(200, "plan", "--conflicts").out.split())
        self.assertIn("but you are busy then", terminal)

    def test_plan_has_own_entries_on_any_day(self):
        self.succeed("entry", "add", "Train", "--day=2026-09-30", "--from=18:00", "--until=20:00", "--kind=travel")
        self.succeed("entry", "add", "Dinner", "--day=2026-09-30", "--from=19:30", "--until=21:00")
        rows = self.succeed("plan", "--day=2026-09-30").records()
        self.assertEqual([row[5] for row in rows], ["Train", "Dinner"])
        conflicts = self.succeed("plan", "--conflicts").records()
        self.assertEqual([row[4:8] for row in conflicts], [["overlap", "going", rows[0][8], rows[1][8]]])
        self.assertEqual(self.succeed("plan", "--day=2026-10-01", "--conflicts").records(), [])

    def test_plan_is_free_while_something_is_left_out(self):
        self.succeed("star", "session:212")
        before = self.succeed("plan", "--gaps", "--day=1").records()
        self.succeed("star", "--left-out", "talk:3114")
        after = self.succeed("plan", "--gaps", "--day=1").records()
        self.assertEqual([row[1:4] for row in after if row not in before], [["02:30", "03:00", "30"]])
        self.assertEqual(len(after), len(before) + 1)

    def test_plan_says_where_rooms_change(self):
        talks = [row for row in self.succeed("talks").records() if row[0] == "2026-10-02"]
        first, second = next((a, b) for a in talks for b in talks if a[2] == b[1] and a[3] != b[3])
        self.succeed("star", first[8], second[8])
        rows = self.succeed("plan", "--conflicts").records()
        self.assertEqual([row[1:3] + row[4:8] for row in rows],
                         [[first[2], second[1], "room-change", "going", first[8], second[8]]])
        self.assertEqual(self.succeed("plan", "--conflicts", "--between-rooms=0").records(), [])
        self.assertIn("No time to go from", self.succeed_on_terminal(200, "plan").out)
        self.fail_with(2, "plan", "--between-rooms=-1")
        self.fail_with(2, "plan", "--gaps", "--fits")

    def test_plan_says_what_fits(self):
        self.succeed("star", "talk:3104", "talk:3117")
        self.succeed("star", "--maybe", "talk:3105")
        gaps = self.succeed("plan", "--gaps", "--day=1").records()
        self.assertTrue(all(int(row[3]) >= 10 for row in gaps))
        rows = self.succeed("plan", "--fits", "--day=1").records()
        self.assertEqual([row[9] for row in rows if row[8] == "talk:3105"], ["maybe"])
        for row in rows:
            self.assertTrue(any(gap[1] <= row[1] and row[2] <= gap[2] for gap in gaps), row)
        day = self.succeed("plan", "--fits", "--day=1", "--json").json()["days"][0]
        self.assertEqual([[fit["item"]["id"] for fit in gap["fits"]] for gap in day["gaps"] if gap["fits"]],
                         self.group_by_gap(rows, gaps))
        self.assertEqual(day["gaps"][0]["before"], None)
        self.succeed_on_terminal(60, "plan", "--fits")

    @staticmethod
    def group_by_gap(rows, gaps):
        groups = [[row[8] for row in rows if gap[1] <= row[1] and row[2] <= gap[2]] for gap in gaps]
        return [group for group in groups if group]

    def test_plan_of_all_conferences(self):
        self.succeed("add", "--sample")
        self.succeed("star", "talk:3104", "--conference=wattle")
        self.succeed("star", "talk:2439", "--conference=plumbers")
        document = self.succeed("plan", "--all-conferences", "--json").json()
        uuids = [conference["uuid"] for conference in document["conferences"]]
        self.assertEqual(len(set(uuids)), 2)
        self.assertEqual(sorted(entry["conference_uuid"] for entry in document["entries"]), sorted(uuids))
        rows = self.succeed("plan", "--all-conferences").records()
        self.assertEqual([(row[8], row[10]) for row in rows],
                         [(entry["item"]["id"], entry["conference_uuid"]) for entry in document["entries"]])
        self.assertIn("CONFERENCE", self.succeed_on_terminal(240, "plan", "--all-conferences").out)
        self.succeed("unstar", "talk:2439", "--conference=plumbers")
        self.assertEqual(len(self.succeed("plan", "--all-conferences", "--json").json()["conferences"]), 1)

    def test_now(self):
        self.succeed("star", "talk:3113", "talk:3117")
        document = self.succeed("now", "--json").json()
        self.assertEqual(document["now"]["utc"], "2026-10-02T00:40:00Z")
        self.assertEqual([item["id"] for item in document["running"]], ["talk:3104", "talk:3114"])
        self.assertEqual([item["id"] for item in document["next"]],
                         ["talk:3105", "break:424/Short break/1"])
        self.assertEqual([item["id"] for item in document["next_of_plan"]], ["talk:3117"])
        rows = self.succeed("now").records()
        self.assertEqual([(row[8], row[9]) for row in rows],
                         [("talk:3104", "5 min left"), ("talk:3114", "20 min left"), ("talk:3105", "in 5 min"),
                          ("break:424/Short break/1", "in 20 min"), ("talk:3117", "in 23 h 20 min")])
        for width in (80, 40):
            self.assertIn("Next in your plan", self.succeed_on_terminal(width, "now").out)
        self.assertEqual(document["phase"], "during")
        self.assertEqual(self.succeed("now", LANYARD_NOW="2030-01-01T00:00:00Z").records(), [])
        for now, words in (("2026-09-28T00:00:00Z", "Starts in "), ("2030-01-01T00:00:00Z", "The conference is over")):
            self.assertIn(words, self.succeed_on_terminal(80, "now", LANYARD_NOW=now).out)

    def test_search(self):
        rows = self.succeed("search", "keyboard", "layouts").records()
        self.assertIn("talk:3129", [row[5] for row in rows])
        terminal = self.succeed_on_terminal(80, "search", "copy", "write").out
        self.assertIn("Copy on write", terminal)
        self.succeed_on_terminal(40, "search", "copy", "write")
        self.fail_with(3, "search", "xyzzyplugh")
        self.fail_with(3, "search", '"')
        self.succeed("add", CONFERENCE / "cancelled")
        self.fail_with(2, "search", "--all-conferences", "--starred", "copy")
        everywhere = self.succeed("search", "--all-conferences", "copy", "--json").json()["matches"]
        self.assertIn("talk:3104", [match["id"] for match in everywhere])

    def change(self, version="changed"):
        """Adds a later version of the conference, two hours later."""
        self.succeed("add", CHANGED / "invented" / version, LANYARD_NOW="2026-10-02T12:10:00+09:30")

    def test_changes(self):
        self.assertEqual(self.succeed("changes").records(), [])
        self.assertIn("No changes are known.", self.succeed_on_terminal(80, "changes").out)
        self.succeed("star", "Mesh on the Nullarbor", "NFS over a satellite", "Free software for fire brigades")
        self.change()
        rows = self.succeed("changes", "--tz=conference").records()
        self.assertEqual({tuple(row[:2]) for row in rows}, {("2026-10-02", "12:10")})
        self.assertEqual([row[2] for row in rows], 3 * ["mine"] + (len(rows) - 3) * [""])
        self.assertEqual(sorted(row[3] for row in rows if row[4] != "Not yet given a time"),
                         ["cancelled", "description", "links", "new", "room", "session", "speakers", "time", "title"])
        mine = {row[3]: row for row in self.succeed("changes", "--mine", "--tz=conference").records()}
        self.assertEqual(sorted(mine), ["cancelled", "room", "time"])
        self.assertEqual(mine["room"][7], "Mallee Lab")
        self.assertEqual(mine["time"][7].split("/")[0], "2026-10-04T11:30:00+10:30")
        got = next(row for row in rows if row[4] == "Not yet given a time")
        self.assertEqual((got[3], got[6], got[7].split("/")[0]), ("time", "", "2026-10-02T11:30:00+09:30"))

    def test_changes_json(self):
        self.succeed("star", "NFS over a satellite")
        self.change()
        document = self.succeed("changes", "wattlebird", "--mine", "--json", "--tz=conference").json()
        self.assertEqual(len(document["changes"]), 1)
        change = document["changes"][0]
        self.assertEqual((change["change"], change["kind"], change["title"], change["is_mine"], change["is_seen"]),
                         ("time", "talk", "NFS over a satellite", True, False))
        self.assertEqual(change["noticed_at"]["utc"], "2026-10-02T02:40:00Z")
        self.assertEqual(change["new_start"]["local"], "2026-10-04T11:30:00+10:30")
        self.assertIsNone(change["old_text"])

    def test_changes_since(self):
        self.change()
        later = {"LANYARD_NOW": "2026-10-02T13:10:00+09:30"}
        for since, is_found in (("2h", True), ("90m", True), ("30m", False), ("1w", True), ("2026-10-02", True),
                                ("2026-10-03", False), ("2026-10-02T12:10:00+09:30", True),
                                ("2026-10-02T12:10:01+09:30", False)):
            with self.subTest(since=since):
                rows = self.succeed("changes", f"--since={since}", **later).records()
                self.assertEqual(len(rows) > 0, is_found)
        for wrong in ("yesterday", "2", "h", "2y", "-2h", "999999999999999999999h", "2026-13-01", ""):
            with self.subTest(since=wrong):
                self.fail_with(2, "changes", f"--since={wrong}")
        self.fail_with(3, "changes", "no such conference")
        self.fail_with(2, "changes", "wattlebird", "2026")

    def test_changes_on_terminal(self):
        self.succeed("star", "NFS over a satellite")
        self.change()
        out = " ".join(" ".join(self.succeed_on_terminal(100, "changes").lines()).split())
        self.assertIn("Today, 04:40 ★ Time NFS over a satellite", out)
        self.assertIn("Moved from Sun 4 Oct, 01:30–02:00 to 03:00–03:30", out)
        self.assertIn("in Adelaide", out)
        self.assertIn("New in the programme, on Sun 4 Oct, 01:30–02:00", out)
        for width in (80, 40):
            self.succeed_on_terminal(width, "changes")

    def test_renumbered_feed_changes_nothing(self):
        self.succeed("star", "NFS over a satellite")
        self.change("renumbered")
        self.assertEqual(self.succeed("changes").records(), [])
        self.change("respaced")
        self.assertEqual(self.succeed("changes").records(), [])
        self.assertEqual([row[5] for row in self.succeed("plan").records()], ["NFS over a satellite"])

    def test_cancelled_pick_stays(self):
        self.succeed("star", "Mesh on the Nullarbor")
        rows = self.succeed("plan").records()
        self.change()
        cancelled = self.succeed("plan").records()
        self.assertEqual([row[:9] + ["cancelled"] for row in rows], cancelled)
        self.assertEqual([row[9] for row in self.succeed("talks", "--starred").records()], ["cancelled"])
        self.assertIn("Cancelled: Mesh on", self.succeed_on_terminal(80, "plan").out)
        self.assertEqual(self.succeed("show", cancelled[0][8]).lines()[2], "State\tCancelled")
        self.assertTrue(self.succeed("show", cancelled[0][8], "--json").json()["talk"]["is_cancelled"])
        self.assertEqual({row[9] for row in self.succeed("sessions").records()}, {""})
        counts = {row[7]: row[5] for row in self.succeed("sessions").records()}
        self.assertEqual(counts["Networking for Remote Places MC"], "2")  # one cancelled, one moved away
        start = self.succeed("plan", "--json").json()["entries"][0]["item"]["start"]["utc"]
        self.assertIn(("talk:3113", "cancelled"),
                      [(row[8], row[9]) for row in self.succeed("now", LANYARD_NOW=start).records()])
        self.succeed("add", CONFERENCE, LANYARD_NOW="2026-10-02T13:10:00+09:30")
        self.assertEqual(self.succeed("plan").records(), rows)
        self.assertEqual([row[3] for row in self.succeed("changes", "--mine").records()][:1], ["restored"])

    def test_two_programs_star_at_once(self):
        talks = [f"talk:{key}" for key in range(3101, 3131)]
        running = []
        for start in range(0, 30, 2):
            running += [self.popen("star", talks[start]), self.popen("star", talks[start + 1])]
        for process in running:
            err = process.communicate(timeout=60)[1]
            self.assertEqual((process.returncode, err), (0, b""))
        self.assertEqual(sorted(self.picks()), sorted(talks))


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
