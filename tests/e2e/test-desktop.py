#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a desktop starts it: by its installed desktop file, through
the bus, while it runs and while it does not; its actions, links and files."""

import contextlib
import os
import re
import socket
import subprocess
from pathlib import Path

from desk import INSTALLED, PROGRAM, Home, Window, run, wait

from gi.repository import Gio, GLib

DESKTOP_FILE = next(Path(INSTALLED or "/nowhere").glob("share/applications/*.desktop"), None)
APP_ID = DESKTOP_FILE.stem if DESKTOP_FILE else None
ROW = re.compile(r"\A\d\d:\d\d–\d\d:\d\d, ")
# Kept: what was asked of a program that is only being started is forgotten when
# whoever asked leaves the bus.
BUS = Gio.bus_get_sync(Gio.BusType.SESSION)


def ask_bus(method, *arguments):
    signature, values = arguments or (None, None)
    return BUS.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                         GLib.Variant(signature, values) if signature else None, None, Gio.DBusCallFlags.NONE, -1)


def find_process():
    """The process that has the program's name on the bus, or 0."""
    with contextlib.suppress(GLib.Error):
        return ask_bus("GetConnectionUnixProcessID", "(s)", (APP_ID,)).unpack()[0]
    return 0


class Activated:
    """A process that the bus has started, as subprocess would see it."""

    def __init__(self):
        self.pid = wait("the program on the bus", find_process)
        self.returncode = None

    def poll(self):
        if not Path(f"/proc/{self.pid}").exists():
            self.returncode = 0
        return self.returncode

    def kill(self):
        os.kill(self.pid, 9)

    def wait(self):
        wait("the end of the process", lambda: self.poll() is not None)


class StartedWindow(Window):
    """The window that the desktop opens."""

    def __init__(self, home, start):
        self.start_by = start
        super().__init__(home)

    def start(self, home, before, arguments):
        environment = home.environment()
        changed = {name: value for name, value in environment.items() if name.startswith(("XDG_", "LANYARD_", "GSETTINGS_", "TZ"))}
        ask_bus("UpdateActivationEnvironment", "(a{ss})", (changed,))
        self.start_by()
        return Activated()

    def quit(self):
        super().quit()
        wait("the name to be free", lambda: find_process() == 0)


def desktop_file():
    return Gio.DesktopAppInfo.new_from_filename(str(DESKTOP_FILE))


def start_again(home, *words):
    """A second start, which must leave it to the first."""
    done = subprocess.run([PROGRAM, *words], env=home.environment(), stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr


def from_the_desktop():
    """The desktop file starts it through the bus, and its actions open their pages"""
    info = desktop_file()
    assert info is not None, f"{DESKTOP_FILE} is no desktop file, or its program is not found"
    assert info.list_actions() == ["plan", "now"], info.list_actions()
    with Home() as home:
        home.cli("add", "--sample")
        with StartedWindow(home, lambda: info.launch([], None)) as window:
            assert "--gapplication-service" in Path(f"/proc/{window.process.pid}/cmdline").read_text(encoding="utf-8")
            window.wait("list item", ROW)
            info.launch_action("plan", None)
            window.wait("label", "Nothing Starred Yet")
            info.launch_action("now", None)
            window.wait_gone("label", "Nothing Starred Yet")
            window.wait("label", "Now & Next")
            assert find_process() == window.process.pid
            window.quit()
        with StartedWindow(home, lambda: info.launch_action("plan", None)) as window:
            window.wait("label", "Nothing Starred Yet")
            window.quit()


def single_instance():
    """A second start uses the window that is there"""
    with Home() as home:
        home.cli("add", "--sample")
        with Window(home) as window:
            window.wait("list item", ROW)
            start_again(home, "--plan")
            window.wait("label", "Nothing Starred Yet")
            start_again(home, "--now")
            window.wait_gone("label", "Nothing Starred Yet")
            start_again(home)
            assert find_process() == window.process.pid
            assert len([thing for thing, _ in window.application.walk() if thing.role == "frame"]) == 1
            window.quit()
        with Window(home, arguments=["--plan"]) as window:
            window.wait("label", "Nothing Starred Yet")
            window.quit()


class Server:
    """Counts who calls, and answers nobody."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.setblocking(False)
        self.name = f"127.0.0.1:{self.socket.getsockname()[1]}"
        self.address = f"http://{self.name}/event/20/"

    def was_called(self):
        try:
            self.socket.accept()[0].close()
        except BlockingIOError:
            return False
        return True


def link():
    """A link of a web page asks no server until its name was read"""
    server = Server()
    ours = Gio.AppInfo.get_default_for_uri_scheme("lanyard")
    assert ours is not None and ours.get_id() == DESKTOP_FILE.name
    with Home() as home, StartedWindow(home, lambda: ours.launch_uris([f"lanyard:{server.address}"], None)) as window:
        window.wait("button", "Find Conference")
        window.wait("grouping", server.name)
        start_again(home, f"lanyard:{server.address}event")
        window.wait("button", "Find Conference")
        assert not server.was_called()
        window.press("button", "Find Conference")
        wait("a call", server.was_called)
        window.key("Escape")
        window.wait_gone("dialog", "Add Conference")
        window.quit()


def files_and_addresses():
    """A file is opened by the desktop file, and an address at once"""
    server = Server()
    schedule = next(Path(os.environ["LANYARD_TEST_SCHEDULES"]).glob("*.xml"))
    info = desktop_file()
    with Home() as home:
        with StartedWindow(home, lambda: info.launch([Gio.File.new_for_path(str(schedule))], None)) as window:
            window.wait("list item", ROW)
            start_again(home, server.address)
            wait("a call", server.was_called)
            window.key("Escape")
            window.wait_gone("dialog", "Add Conference")
            window.quit()


if DESKTOP_FILE is None:
    print("1..0 # SKIP without an installation: ./dev test makes one")
else:
    run(from_the_desktop, single_instance, link, files_and_addresses)
