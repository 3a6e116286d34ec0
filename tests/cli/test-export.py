# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking a plan elsewhere, and seeing somebody else's."""

import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from harness import SANITIZER, ProgramTest

TALK = "Copy on write, ten years on"
MAYBE = "Mesh on the Nullarbor"
SESSION = "Filesystems and Storage MC"


class Export(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add_conference()
        self.succeed("star", TALK)
        self.succeed("star", "--maybe", MAYBE)

    def run_binary(self, *words):
        """Standard output as it is, for files that are not text."""
        process = self.popen("export", *words)
        out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, SANITIZER.sub("", err.decode())), (0, ""))
        return out

    def test_calendar(self):
        calendar = self.run_binary("--ics").decode()
        self.assertTrue(calendar.startswith("BEGIN:VCALENDAR\r\n") and calendar.endswith("END:VCALENDAR\r\n"))
        self.assertEqual(calendar.count("BEGIN:VEVENT"), 2)
        self.assertEqual(calendar.count("STATUS:TENTATIVE"), 1)
        self.assertNotIn("BEGIN:VALARM", calendar)
        self.assertNotIn("TZID", calendar)
        self.assertEqual(calendar, self.run_binary("--ics").decode())
        self.assertLess(max(len(line.encode()) for line in calendar.split("\r\n")), 76)

        zoned = self.run_binary("--ics", "--zones", "--alarm=5").decode()
        self.assertEqual(zoned.count("BEGIN:VTIMEZONE"), 1)
        self.assertEqual(zoned.count("TRIGGER:-PT5M"), 2)
        self.assertGreater(self.run_binary("--ics", "--all").count(b"BEGIN:VEVENT"), 30)
        self.assertEqual(self.run_binary("--ics", TALK).count(b"BEGIN:VEVENT"), 1)
        self.assertGreater(self.run_binary("--ics", SESSION).count(b"BEGIN:VEVENT"), 0)
        self.assertEqual(self.run_binary("--ics", "--all-conferences").count(b"BEGIN:VEVENT"), 2)

    def test_file(self):
        path = self.folder / "plan.ics"
        self.assertEqual(self.succeed("export", "--ics", "-o", path).out, "")
        before = os.stat(path)
        self.succeed("export", "--ics", f"--output={path}")
        self.assertEqual((before.st_ino, before.st_mtime_ns), (os.stat(path).st_ino, os.stat(path).st_mtime_ns))
        self.assertIn("The folder for the file “plan.ics” is not there.",
                      self.fail_with(3, "export", "--ics", "-o", self.folder / "gone" / "plan.ics").err)

    def test_pages_of_all_conferences(self):
        path = self.folder / "plan.pdf"
        self.succeed("export", "--pdf", "--all-conferences", "-o", path)
        self.assertTrue(path.read_bytes().startswith(b"%PDF-"))
        self.succeed("export", "--pdf", "--all-conferences", "-o", path, LANGUAGE="ar", LC_ALL="C.UTF-8")

    def test_text(self):
        text = self.succeed("export", "--text", "--tz=Asia/Tokyo").out
        self.assertIn("Times in Asia/Tokyo (JST)", text)
        self.assertIn(TALK, text)
        self.assertIn(f"{MAYBE} (maybe)", text)
        self.assertIn(TALK, self.succeed("export", "--text", "--day=1").out)
        self.assertNotIn(TALK, self.succeed("export", "--text", "--day=2").out)

    def read_pages(self, reader, *options):
        pdf = self.run_binary("--pdf", *options)
        return subprocess.run([reader, "-", "-"], input=pdf, stdout=subprocess.PIPE, check=True).stdout.decode()

    def test_pages(self):
        reader = shutil.which("pdftotext")
        for options in ((), ("--paper=pocket",), ("--paper=letter",), ("--grid", "--all"), ("--grid", "--all", "--day=1")):
            pdf = self.run_binary("--pdf", *options)
            self.assertTrue(pdf.startswith(b"%PDF-"))
            if reader:
                text = subprocess.run([reader, "-", "-"], input=pdf, stdout=subprocess.PIPE, check=True).stdout.decode()
                self.assertIn("Times in", text)
        if reader:
            self.assertTrue(self.read_pages(reader).startswith("My Plan\n"))
            self.assertTrue(self.read_pages(reader, TALK).startswith(TALK))
            self.assertTrue(self.read_pages(reader, TALK, MAYBE).startswith("Selection\n"))
            whole = self.read_pages(reader, "--all")
            self.assertTrue(whole.startswith("Wattlebird 2026\n"))
            self.assertNotIn("My Plan", whole)
        path = self.folder / "session.pdf"
        self.succeed("export", "--pdf", SESSION, "-o", path)
        self.assertTrue(path.read_bytes().startswith(b"%PDF-"))
        self.assertEqual(self.run_program("export", "--pdf", "--bogus").status, 2)
        self.fail_with(3, "export", "--pdf", "no such talk")

    def test_to_and_fro(self):
        path = self.folder / "theirs.json"
        self.succeed("export", "--json", "-o", path)
        link = self.succeed("export", "--giggity").out.strip()
        self.assertTrue(link.startswith("https://ggt.gaa.st/#url=https%3A%2F%2F"))
        self.assertIn(link, self.succeed("export", "--giggity", "--qr").out)
        self.succeed("unstar", MAYBE)
        before = self.snapshot()
        rows = self.succeed("compare", path).records()
        self.assertEqual(sorted(row[1:4] for row in rows), sorted([["going", "going", TALK], ["maybe", "", MAYBE]]))
        both = self.succeed("compare", link, "--json").json()
        self.assertEqual((both["n_unknown"], len(both["picks"])), (0, 2))
        self.assertEqual(self.snapshot(), before)
        self.succeed_on_terminal(60, "compare", path)

    def test_living_calendar(self):
        """What a command changes is in the calendar file when it ends, as if a window had been open."""
        path = self.folder / "living.ics"
        settings = self.folder / "config" / "glib-2.0" / "settings"
        settings.mkdir(parents=True)
        schema, = Path(os.environ["GSETTINGS_SCHEMA_DIR"]).glob("*.gschema.xml")
        group = re.search('path="/(.*)/"', schema.read_text()).group(1)
        (settings / "keyfile").write_text(f"[{group}]\ncalendar-file='{path}'\ncalendar-alarm=10\n")
        kept = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(self.folder / "config")}

        def written():
            status = os.stat(path)
            return status.st_ino, status.st_mtime_ns

        self.succeed("talks", **kept)
        self.assertFalse(path.exists())
        self.succeed("star", "talk:3114", **kept)
        first = path.read_text()
        self.assertEqual((first.count("BEGIN:VEVENT"), first.count("TRIGGER:-PT10M")), (3, 3))
        self.succeed("entry", "add", "Train", "--day=1", "--from=18:00", **kept)
        self.assertIn("SUMMARY:Train", path.read_text())
        before = written()
        self.succeed("note", "talk:3114", "Not in any calendar", **kept)
        self.succeed("plan", **kept)
        self.assertEqual(written(), before)
        backup = self.folder / "backup.json"
        self.succeed("export", "--backup", "-o", backup, **kept)
        self.succeed("unstar", "talk:3114", **kept)
        self.assertNotIn("Train talk", path.read_text())
        self.assertEqual(path.read_text().count("BEGIN:VEVENT"), 3)
        path.unlink()
        (self.folder / "living.ics").mkdir()
        result = self.run_program("star", "talk:3114", **kept)
        self.assertEqual((result.status, result.out), (1, "Starred “Time without a network: clocks at sea”.\n"))
        self.assertRegex(result.err, r"\Alanyard-cli: [^\n]+\n\Z")
        self.assertEqual(len(self.succeed("plan", "--level=going").records()), 3)

    def test_refusals(self):
        for words in ((), ("--ics", "--text"), ("--ics", "--json"), ("--text", "--all-conferences"), ("--all", TALK, "--ics"),
                      ("--grid", "--ics"),
                      ("--pdf", "--grid", "--all-conferences"), ("--ics", "--day=1", "--all-conferences"), ("--paper=a5", "--pdf"), ("--ics", "--alarm=-3"), ("--ics", "--qr"), ("--ics", "--day=x")):
            self.fail_with(2, "export", *words)
        self.fail_with(3, "export", "--ics", "no such talk")
        self.fail_with(3, "compare", self.folder / "nothing.json")
        self.fail_with(1, "compare", "https://example.org/")
        (self.folder / "foreign.json").write_text("{}")
        self.fail_with(1, "compare", self.folder / "foreign.json")
        self.succeed("unstar", TALK, MAYBE)
        self.fail_with(1, "export", "--giggity")
        self.assertEqual(self.run_binary("--ics").count(b"BEGIN:VEVENT"), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
