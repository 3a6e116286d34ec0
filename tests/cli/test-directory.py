# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory of conferences: the one that is built in, and one from a server."""

import copy
import hashlib
import http.server
import json
import os
import threading
import unittest

from harness import ProgramTest

APP_ID = os.environ["LANYARD_APP_ID"]
MENU = """// by hand
{ "version": 1, "schedules": [
  { "id": "wattlebird", "title": "Wattlebird 2026", "url": "https://example.org/wattle.xml", "start": "2026-10-01",
    "end": "2026-10-05", "timezone": "Australia/Adelaide", "city": "Broken\tHill" },
  { "id": "otters", "title": "Otters", "url": "https://example.org/otters.ics", "start": "2027-01-05", "end": "2027-01-05" },
] }"""

# A programme that does not say in which zone its times are.
SCHEDULE = {"schedule": {"version": "1", "conference": {
    "acronym": "rafts", "title": "Rafts", "start": "2027-01-05", "end": "2027-01-05", "daysCount": 1,
    "timeslot_duration": "00:05", "days": [{"index": 1, "date": "2027-01-05", "rooms": {"Hall": [{
        "id": 1, "guid": "0d5f1f9c-5a0b-4c53-8c5e-5d3f0a7c9b11", "start": "10:00", "duration": "00:30", "room": "Hall",
        "title": "Ropes", "language": "en", "persons": []}]}}]}}}


class Server(http.server.ThreadingHTTPServer):
    """Answers with a menu and its digest, and remembers what it was asked."""

    def __init__(self, menu):
        super().__init__(("127.0.0.1", 0), Handler)
        self.menu = menu.encode()
        self.schedule = copy.deepcopy(SCHEDULE)
        self.asked = []
        self.status = 200
        self.thread = threading.Thread(target=self.serve_forever)
        self.thread.start()

    def end(self):
        self.shutdown()
        self.server_close()
        self.thread.join()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/rafts/schedule.json":
            self.answer(200, json.dumps(self.server.schedule).encode())
            return
        tag = '"' + hashlib.sha256(self.server.menu).hexdigest()[:16] + '"'
        known = self.headers.get("If-None-Match")
        self.server.asked.append(known)
        if known == tag:
            self.answer(304, b"", tag)
        else:
            self.answer(self.server.status, self.server.menu, tag)

    def answer(self, status, body, tag=None):
        self.send_response(status)
        if tag:
            self.send_header("ETag", tag)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *what):
        pass


class DirectoryTest(ProgramTest):
    """Without the window's schema nobody is asked."""

    def environment(self, **more):
        return super().environment(**{"XDG_CACHE_HOME": str(self.folder / "cache"),
                                      "XDG_CONFIG_HOME": str(self.folder / "config"), **more})


class BuiltIn(DirectoryTest):
    def test_all(self):
        rows = self.succeed("directory").records()
        self.assertGreater(len(rows), 100)
        self.assertEqual(rows[0], ["2026-10-05", "2026-10-07", "Linux Plumbers Conference 2026", "Prague", "Europe/Prague",
                                   "https://lpc.events/event/20/"])
        # Nothing else is coming then; what is over follows, the last first.
        days = [row[0] for row in rows[1:]]
        self.assertEqual(days, sorted(days, reverse=True))

    def test_plumbers(self):
        found = self.succeed("directory", "--json", "plumbers").json()["listings"]
        ids = [int(listing["address"].split("/")[4]) for listing in found]
        self.assertEqual(sorted(ids), [2, 4, 7, 11, 16, 17, 18, 19, 20])
        self.assertEqual([found[0]["when"], found[1]["when"]], ["upcoming", "past"])
        self.assertEqual({listing["conference_zone"] for listing in found if listing["city"] == "Online"},
                         {"Canada/Newfoundland", "Canada/Atlantic"})

    def test_now(self):
        found = self.succeed("directory", "--json", "plumbers", "2026", LANYARD_NOW="2026-10-06T12:00:00Z").json()
        self.assertEqual(found["listings"][0]["when"], "now")

    def test_words(self):
        self.assertEqual([row[2] for row in self.succeed("directory", "BRUSSELS", "2025").records()], ["FOSDEM 2025"])
        self.assertEqual([row[3] for row in self.succeed("directory", "wurzburg").records()], ["Würzburg"])
        self.fail_with(3, "directory", "nowhere-at-all")

    def test_terminal(self):
        for width in (40, 80, 160):
            with self.subTest(width):
                out = self.succeed_on_terminal(width, "directory", "fosdem").out
                self.assertIn("FOSDEM", out)
                self.assertIn("Past", out)

    def test_cache_that_is_broken(self):
        folder = self.folder / "cache" / "lanyard" / "directory"
        folder.mkdir(parents=True)
        (folder / "conferences.json").write_bytes(b"{ \"schedules\": [\xff")
        (folder / "state").write_bytes(b"[directory\n\xff")
        self.assertGreater(len(self.succeed("directory").records()), 100)


@unittest.skipUnless(os.path.exists(os.environ.get("LANYARD_SCHEMAS", "") + "/gschemas.compiled"), "the window is not built")
class Fetched(DirectoryTest):
    def setUp(self):
        super().setUp()
        self.server = Server(MENU)
        self.addCleanup(self.server.end)
        settings = self.folder / "config" / "glib-2.0" / "settings"
        settings.mkdir(parents=True)
        address = f"http://127.0.0.1:{self.server.server_address[1]}/menu.json"
        (settings / "keyfile").write_text(f"[{APP_ID.replace('.', '/')}]\ndirectory-address='{address}'\n")

    def environment(self, **more):
        return super().environment(**{"GSETTINGS_SCHEMA_DIR": os.environ["LANYARD_SCHEMAS"],
                                      "GSETTINGS_BACKEND": "keyfile", **more})

    def titles(self, *words, **environment):
        return [row[2] for row in self.succeed("directory", *words, **environment).records()]

    def test_weekly(self):
        titles = self.titles()
        self.assertEqual(titles[:2], ["Wattlebird 2026", "Linux Plumbers Conference 2026"])
        self.assertIn("Otters", titles)
        self.assertEqual(self.succeed("directory", "wattle").records()[0][3], "Broken Hill")
        self.assertEqual(len(self.server.asked), 1)
        self.titles(LANYARD_NOW="2026-10-08T00:00:00Z")
        self.assertEqual(len(self.server.asked), 1)
        self.titles(LANYARD_NOW="2026-10-10T00:00:00Z")
        self.assertEqual(len(self.server.asked), 2)
        self.assertIsNotNone(self.server.asked[1])

    def test_zone(self):
        """What a feed does not say the directory does, also when the feed is read again."""
        address = f"http://127.0.0.1:{self.server.server_address[1]}/rafts/schedule.json"
        self.server.menu = json.dumps({"schedules": [{"id": "rafts", "title": "Rafts", "url": address,
                                                      "timezone": "Asia/Tokyo"}]}).encode()
        self.titles()
        self.assertEqual(self.succeed("add", "--json", address).json()["conference"]["zone"], "Asia/Tokyo")
        self.assertEqual(self.succeed("talks", "--json").json()["talks"][0]["start"]["utc"], "2027-01-05T01:00:00Z")
        self.server.schedule["schedule"]["conference"]["days"][0]["rooms"]["Hall"][0]["title"] = "Knots"
        self.succeed("refresh", "--all")
        talk = self.succeed("talks", "--json", "--tz=UTC").json()["talks"][0]
        self.assertEqual((talk["title"], talk["start"]["utc"]), ("Knots", "2027-01-05T01:00:00Z"))

    def test_by_hand(self):
        self.titles()
        self.server.menu = MENU.replace("Otters", "Badgers").encode()
        self.assertIn("Otters", self.titles())
        self.assertIn("Badgers", self.titles("--refresh"))

    def test_failure(self):
        """What is there is listed; who asked for more hears why there is none."""
        self.titles()
        self.server.status = 500
        self.server.menu = b"no"
        self.assertIn("Otters", self.titles(LANYARD_NOW="2026-12-01T00:00:00Z"))
        self.fail_with(16, "directory", "--refresh")
        self.server.status = 200
        self.assertIn("directory", self.fail_with(12, "directory", "--refresh").err)
        self.assertIn("Otters", self.titles())


if __name__ == "__main__":
    unittest.main(verbosity=2)
