# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives lanyard-cli as somebody who stars: the plan, what is on now, what has changed."""

import unittest

from harness import CHANGED, CONFERENCE, ProgramTest


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


if __name__ == "__main__":
    unittest.main(verbosity=2)
