#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who presses F1: a viewer of the test's own is given the page for
where they are; without a viewer, the window shows it."""

from desk import Home, Window, run, wait

VIEWER = """[Desktop Entry]
Type=Application
Name=Viewer
Exec={script} %u
MimeType=x-scheme-handler/help;
"""


class Viewer:
    """A program that reads help, as any other: it keeps what it is asked for."""

    def __init__(self, home):
        applications = home.folder / "data" / "applications"
        script = home.folder / "viewer"
        self.asked = home.folder / "asked"
        applications.mkdir(parents=True)
        script.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$1\" >>'{self.asked}'\n")
        script.chmod(0o700)
        (applications / "org.example.Viewer.desktop").write_text(VIEWER.format(script=script))
        (applications / "mimeapps.list").write_text(
            "[Default Applications]\nx-scheme-handler/help=org.example.Viewer.desktop\n")

    def list_asked(self):
        return self.asked.read_text().splitlines() if self.asked.exists() else []

    def wait_asked(self, page):
        wait(lambda: f"{page} after {self.list_asked()}", lambda: self.list_asked()[-1:] == [f"help:lanyard/{page}"])


def where_one_is():
    """F1 opens the page for where one is"""
    with Home() as home:
        viewer = Viewer(home)
        with Window(home) as window:
            window.wait("button", "Try the Sample Conference")
            window.key("F1")
            viewer.wait_asked("first-steps")
            window.press("button", "Try the Sample Conference")
            window.wait("frame", "Linux Plumbers Conference 2026")
            window.key("Control+5")
            window.wait("label", "Speakers")
            window.key("F1")
            viewer.wait_asked("speakers")
            window.key("Control+t")
            window.wait("dialog", "Time Zone")
            window.key("F1")
            viewer.wait_asked("time-zones")
            window.key("Escape")
            window.wait_gone("dialog", "Time Zone")
            window.quit()


def no_viewer():
    """Without a viewer, F1 shows the page in the window"""
    with Home() as home, Window(home) as window:
        window.wait("button", "Try the Sample Conference")
        window.key("F1")
        window.wait("heading", "First steps")
        window.key("Escape")
        window.wait_gone("heading", "First steps")
        window.quit()


run(where_one_is, no_viewer)
