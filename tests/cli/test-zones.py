# SPDX-License-Identifier: GPL-3.0-or-later
"""Schedules that name no zone: what their times are taken for, who says so, and
that this is said and stays."""

import http.server
import json
import subprocess
import threading
import unittest

from harness import OWN_DATA, ProgramTest, shared

FLOATING = OWN_DATA / "calendar" / "pentabarf.xcal"
NAMED = OWN_DATA / "calendar" / "pretalx.ics"
TITLE = "bc2031"
BROOK = "4@bc2031@pentabarf.org"
UNNAMED = """<schedule><conference><title>Moor Days 2031</title><base_url>https://moor.example.org/2031/</base_url></conference>
<day index="1" date="2031-08-11"><room name="Hut"><event id="1"><title>Peat</title><start>10:00</start>
<duration>00:30</duration></event></room></day></schedule>"""
HERON = b"""BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:bc2031\r\nBEGIN:VEVENT\r\nUID:heron\r\nSUMMARY:Heron\r
DTSTART:20310812T090000\r\nDURATION:PT30M\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"""

# The same talk, and another one.
NAMED_MOOR = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Moor Days 2031
X-WR-TIMEZONE:Asia/Tokyo
BEGIN:VEVENT
UID:1
SUMMARY:Peat
LOCATION:Hut
DTSTART:20310811T100000
DURATION:PT30M
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Sedge
LOCATION:Hut
DTSTART:20310811T110000
DURATION:PT30M
END:VEVENT
END:VCALENDAR
"""


class ZoneTest(ProgramTest):
    def add(self, *words):
        return self.succeed("add", *words)

    def places(self):
        """When and where each talk is, in UTC."""
        talks = self.succeed("talks", "--all", "--json", "--tz=UTC").json()["talks"]
        return sorted((talk["start"]["utc"], talk["end"]["utc"], (talk["room"] or {}).get("name", "")) for talk in talks)

    def start_of_brook(self):
        return self.succeed("show", BROOK, "--json", "--tz=UTC").json()["talk"]["start"]["utc"]

    def said(self, result):
        return [line for line in result.lines() if "names no time zone" in line]


class Files(ZoneTest):
    def test_nobody_knows(self):
        result = self.add(FLOATING)
        self.assertEqual(len(self.said(result)), 1)
        self.assertIn("those of UTC.", self.said(result)[0])
        self.assertIn("--zone=ZONE", self.said(result)[0])
        self.assertEqual(len(self.said(self.add("--verbose", FLOATING))), 1)
        self.assertEqual(self.start_of_brook(), "2031-08-11T23:30:00Z")

    def test_somebody_says(self):
        result = self.add("--verbose", "--zone=Europe/Berlin", FLOATING)
        self.assertEqual(self.said(result), [])
        self.assertIn("Zone\tEurope/Berlin", result.lines())
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")

    def test_said_later(self):
        """It is who says it that moves everything, not the organisers."""
        self.add(FLOATING)
        self.succeed("star", BROOK)
        self.add("--zone=Europe/Berlin", FLOATING)
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")
        self.assertEqual(self.succeed("changes", TITLE, "--json").json()["changes"], [])
        self.assertEqual(self.succeed("conferences", "--json").json()["conferences"][0]["n_picks"], 1)

    def test_stays(self):
        self.add("--zone=Europe/Berlin", FLOATING)
        result = self.add(FLOATING)
        self.assertIn("those of Europe/Berlin.", self.said(result)[0])
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")
        self.succeed("remove", TITLE)
        self.add(FLOATING)
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")

    def test_named(self):
        """What the file says itself is right."""
        self.add(NAMED)
        before = self.places()
        result = self.add("--zone=Asia/Tokyo", NAMED)
        self.assertIn("Zone\tEurope/Berlin", result.lines())
        self.assertEqual(self.said(result), [])
        self.assertEqual(self.places(), before)

    def test_directory_knows(self):
        """What was fetched of the directory, without asking anybody now."""
        kept = self.folder / "cache" / "lanyard" / "directory" / "conferences.json"
        kept.parent.mkdir(parents=True)
        kept.write_text(json.dumps({"schedules": [{"title": "Moor Days", "timezone": "Asia/Tokyo", "start": "2031-08-11",
                                                   "end": "2031-08-12", "url": "https://moor.example.org/2031/schedule.xml"}]}))
        path = self.folder / "schedule.xml"
        path.write_text(UNNAMED)
        result = self.succeed("add", path, XDG_CACHE_HOME=str(self.folder / "cache"))
        self.assertIn("those of Asia/Tokyo.", self.said(result)[0])
        self.assertEqual([start for start, end, room in self.places()], ["2031-08-11T01:00:00Z"])

    def test_one_of_two_formats_knows(self):
        """Two files of one conference: what both have is there once."""
        unnamed, named = self.folder / "moor.xml", self.folder / "moor.ics"
        unnamed.write_text(UNNAMED)
        named.write_text(NAMED_MOOR)
        result = self.add(unnamed, named)
        self.assertEqual(self.said(result), [])
        self.assertIn("Zone\tAsia/Tokyo", result.lines())
        self.assertEqual([start for start, end, room in self.places()], ["2031-08-11T01:00:00Z", "2031-08-11T02:00:00Z"])

    def test_one_conference_in_three_formats_at_once(self):
        result = self.add(*[shared(f"klimacamp2015/schedule.{name}") for name in ("json", "ics", "xcal")])
        self.assertEqual(self.said(result), [])
        self.assertIn("Talks\t106", result.lines())

    def test_through_a_pipe(self):
        """What is in it can be had once, also where the zone is only found afterwards."""
        self.add("--zone=Europe/Berlin", FLOATING)
        with FLOATING.open("rb") as file, subprocess.Popen(["cat"], stdin=file, stdout=subprocess.PIPE) as pipe:
            process = self.popen("add", "/dev/stdin", stdin=pipe.stdout)
            out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, err), (0, b""))
        self.assertIn("those of Europe/Berlin.", out.decode())
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")

    def test_no_zone(self):
        result = self.fail_with(2, "add", "--zone=Europe/Atlantis", FLOATING)
        self.assertIn("There is no time zone “Europe/Atlantis”", result.err)
        self.assertEqual(self.succeed("conferences", "--json").json()["conferences"], [])

    def test_one_conference_in_three_formats(self):
        """Two of them say that they are in Berlin's zone; the third one does not."""
        places = []
        for name in ("json", "ics", "xcal"):
            words = ["--zone=Europe/Berlin"] if name == "xcal" else []
            added = self.add("--json", *words, shared(f"klimacamp2015/schedule.{name}")).json()
            places.append(self.places())
            self.succeed("remove", "--for-good", added["conference"]["title"])
        self.assertEqual(len(places[0]), 106)
        self.assertEqual(places[1], places[0])
        self.assertEqual(places[2], places[0])


class Feeds(ZoneTest):
    def setUp(self):
        super().setUp()
        bodies = {
            "/bc2031.xcal": ("application/xml", FLOATING.read_bytes()),
            "/heron.ics": ("text/calendar", HERON),
            "/moor.xml": ("application/xml", UNNAMED.encode()),
            "/moor.ics": ("text/calendar", NAMED_MOOR.encode()),
        }

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                kind, body = bodies[self.path]
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("ETag", '"first"')
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        origin = f"http://127.0.0.1:{server.server_port}"
        self.address = f"{origin}/bc2031.xcal"
        self.heron = f"{origin}/heron.ics"
        self.moor = f"{origin}/moor.xml"
        self.named = f"{origin}/moor.ics"

    def test_nobody_knows(self):
        self.assertIn("those of UTC.", self.said(self.add(self.address))[0])
        self.assertEqual(self.start_of_brook(), "2031-08-11T23:30:00Z")

    def test_somebody_says(self):
        self.assertEqual(self.said(self.add("--zone=Europe/Berlin", self.address)), [])
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")
        self.succeed("refresh")
        self.add(self.address)
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")

    def test_said_later(self):
        self.add(self.address)
        self.succeed("star", BROOK)
        self.add("--zone=Europe/Berlin", self.address)
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")
        self.succeed("refresh")
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")
        self.assertEqual(self.succeed("changes", TITLE, "--json").json()["changes"], [])
        self.assertEqual(self.succeed("conferences", "--json").json()["conferences"][0]["n_picks"], 1)

    def test_known_from_files(self):
        """The zone of the files is that of the address as well, also when the conference was removed meanwhile."""
        path = self.folder / "schedule.xml"
        path.write_text(UNNAMED)
        self.add("--zone=Europe/Berlin", path)
        self.add(self.moor)
        self.assertEqual([start for start, end, room in self.places()], ["2031-08-11T08:00:00Z"])
        self.succeed("remove", "Moor Days 2031")
        self.assertIn("those of Europe/Berlin.", self.said(self.add(self.moor))[0])
        self.assertEqual([start for start, end, room in self.places()], ["2031-08-11T08:00:00Z"])

    def test_one_of_two_feeds_knows(self):
        self.assertEqual(self.said(self.add(self.moor, self.named)), [])
        expected = ["2031-08-11T01:00:00Z", "2031-08-11T02:00:00Z"]
        self.assertEqual([start for start, end, room in self.places()], expected)
        self.succeed("refresh")
        self.assertEqual([start for start, end, room in self.places()], expected)

    def test_said_later_of_several(self):
        """The conference keeps all the feeds that it is made of."""
        self.add(self.address, self.heron)
        before = self.places()
        self.add("--zone=Europe/Berlin", self.address)
        self.assertEqual(len(self.places()), len(before))
        self.assertEqual(self.start_of_brook(), "2031-08-11T21:30:00Z")
        self.assertEqual(self.succeed("show", "heron", "--json", "--tz=UTC").json()["talk"]["start"]["utc"],
                         "2031-08-12T07:00:00Z")
        self.succeed("refresh")
        self.assertEqual(len(self.places()), len(before))


if __name__ == "__main__":
    unittest.main(verbosity=2)
