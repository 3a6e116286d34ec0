# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line in a language whose characters are two columns wide, with the translation that was installed."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from harness import ProgramTest, cells_of

LOCALE = "ja_JP.UTF-8"


def is_installed():
    prefix = os.environ.get("LANYARD_INSTALLED")
    return prefix is not None and (Path(prefix) / "share/locale/ja/LC_MESSAGES/lanyard.mo").exists()


@unittest.skipUnless(is_installed(), "the Japanese translation is not installed")
class Japanese(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.locales = Path(tempfile.mkdtemp(prefix="lanyard-cli-"))
        cls.addClassCleanup(shutil.rmtree, cls.locales)
        try:
            subprocess.run(["localedef", "-i", "ja_JP", "-f", "UTF-8", cls.locales / LOCALE], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            raise unittest.SkipTest("the Japanese locale cannot be made here") from None

    def setUp(self):
        super().setUp()
        self.add_conference()

    def environment(self, **more):
        return super().environment(LC_ALL=LOCALE, LANGUAGE="ja", LOCPATH=str(self.locales), **more)

    def test_columns_stand_under_their_titles(self):
        self.assert_aligned(self.succeed_on_terminal(100, "sessions"), "日時", "タイトル", "ID")

    def test_columns_without_a_title_take_no_more_than_they_need(self):
        """gettext's answer to an empty title is the header of its file."""
        result = self.succeed_on_terminal(160, "now", LANYARD_NOW="2020-01-01T00:00:00Z")
        top = next(line for line in result.lines() if line.startswith("時刻"))
        self.assertEqual(top.split(), ["時刻", "部屋", "タイトル", "講演者", "ID"])

    def test_days_are_written_as_in_japan(self):
        self.assertRegex(self.succeed("show").out, r"\d{4}年\d+月\d+日〜")
        days = [line for line in self.succeed_on_terminal(100, "talks").lines() if line.endswith(")")]
        self.assertRegex(days[1], r"\A\d{4}年\d+月\d+日\([月火水木金土日]\)\Z")

    def test_help_is_aligned(self):
        lines = [line for line in self.succeed("--help").out.splitlines() if line.startswith("  -")]
        starts = {len(cells_of(line)) - len(cells_of(line.split("  ")[-1].lstrip())) for line in lines}
        self.assertEqual(len(starts), 1, lines)


if __name__ == "__main__":
    unittest.main(verbosity=2)
