#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanyard as a Flatpak, from outside its sandbox: a conference from its server,
a star, an account through the Secret portal, a file through the portal for
documents, and all of that again without a network. Takes the picture."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "e2e"))
from desk import PROGRAM, STATE, Atspi, Home, Thing, Window, run, wait  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402
from indico import PATIENCE, Indico  # noqa: E402

ID = os.environ["LANYARD_ID"]
SHELL = os.environ["LANYARD_SHELL"]
PERMISSIONS = {"shared": {"network", "ipc"}, "sockets": {"wayland", "fallback-x11"}, "devices": {"dri"}}
TOKEN = "indp_4hHnFzMYcYRSvHGCiMMPqcX5bOWaxOv2PvkuQnJQ"
PRIVATE = "Wattlebird 2026"
TALK = "Mesh on the Nullarbor"


class DistantIndico(Indico):
    """It may run in a Debian root, which ends with a signal and not by itself."""

    def close(self):
        self.process.terminate()
        self.process.stdout.close()
        self.process.wait(PATIENCE)


class SandboxHome(Home):
    """A user whose applications keep to themselves, in ~/.var/app."""

    def environment(self):
        return dict(super().environment(), HOME=str(self.folder))

    @property
    def app(self):
        return self.folder / ".var" / "app" / ID

    def shell(self, command):
        """What a shell in the sandbox says."""
        done = subprocess.run([SHELL, "-c", command], env=self.environment(), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60, check=False)
        return done.stdout + done.stderr

    def login(self, address, token):
        done = subprocess.run([os.environ["LANYARD_CLI"], "login", address], env=self.environment(), input=token + "\n",
                              capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


class SandboxWindow(Window):
    """Known by its name, as its number is another one in the sandbox."""

    def _find_application(self):
        self._assert_alive()
        return find_application("lanyard")

    def find(self, role, name=None, hidden=False):
        return super().find(role, name, hidden) or role == "button" and find_button(self.application, name)


def find_application(name):
    for child in Thing(Atspi.get_desktop(0)).children():
        if child.name == name and child.accessible.get_child_count() > 0:
            child.accessible.set_cache_mask(Atspi.Cache.NONE)
            return child
    return None


def find_button(where, name):
    """Older accessibility services call it otherwise."""
    return where.find("button", name) or where.find("push button", name)


def permissions():
    """The permissions are the five that were meant, and the home is not seen"""
    said = {}
    output = subprocess.run(["flatpak", "info", "--show-permissions", ID], capture_output=True, text=True, check=True).stdout
    for line in output.splitlines():
        if line and not line.startswith("["):
            key, _, values = line.partition("=")
            said[key] = set(values.strip(";").split(";"))
    # Flatpak itself writes x11 beside fallback-x11, for versions that know only that.
    said["sockets"].discard("x11")
    assert said == PERMISSIONS, said
    with SandboxHome() as home:
        (home.folder / "diary").write_text("dear diary")
        seen = home.shell(f"cat '{home.folder}/diary'; ls /app/share/licenses/{ID}/*")
        assert "dear diary" not in seen, seen
        for licence in "md4c/LICENSE.md", "libical/LICENSE", "qrencode/COPYING", "GPL-3.0-or-later.txt":
            assert Path(licence).name in seen, seen


def keyring_items():
    """What GNOME's keyring keeps for the sandbox: the key of its file."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    found = bus.call_sync("org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "SearchItems",
                          GLib.Variant("(a{ss})", ({"app_id": ID},)), None, Gio.DBusCallFlags.NONE, PATIENCE * 1000, None)
    return [item for items in found.unpack() for item in items]


def save_in_portal(path):
    """Types a path into the dialog of the portal, which is another program."""
    dialog = wait("the portal's dialog", lambda: find_application("xdg-desktop-portal-gtk"))
    entry = wait("its entry", lambda: dialog.find("text", "Name") or dialog.find("text"))
    Atspi.EditableText.set_text_contents(entry.accessible, str(path))
    wait("the button to save", lambda: find_button(dialog, "Save")).press()


def export_plan(window, path):
    window.key("Control+1")
    window.wait("list", None)
    window.press("toggle button", "Plan Options")
    window.wait("menu item", None)
    window.key("e")
    window.wait("dialog", "Export")
    window.press("button", "Save…")
    save_in_portal(path)
    wait("the file", path.is_file)
    wait("the portal's dialog gone", lambda: find_application("xdg-desktop-portal-gtk") is None)


def bring_to_front(home, window):
    """Another program had the keys, and nothing gives them back without a window
    manager; a second start of the same program does."""
    second = subprocess.run([PROGRAM], env=home.environment(), stdin=subprocess.DEVNULL, timeout=30, check=False)
    assert second.returncode == 0, "the second start failed"
    wait("a window that keys reach", lambda: window.frame.is_(STATE.ACTIVE))


def take_picture():
    """Once nothing moves any more: one page fades into the next."""
    picture = Path(os.environ["LANYARD_PICTURE"])
    before = None

    def is_still():
        nonlocal before
        seen = before
        subprocess.run(["scrot", "--overwrite", picture], check=True)
        before = picture.read_bytes()
        return before == seen

    wait("a window in which nothing moves", is_still)


def use():
    """Added, starred, signed in, exported; and found again without a network"""
    with SandboxHome() as home:
        with DistantIndico("--restricted=77") as indico:
            indico.set_token(TOKEN, "read:legacy_api read:user")
            home.cli("add", indico.event(20))
            said = home.login(indico.base, TOKEN)
            assert "Guinea Pig" in said, said
            assert keyring_items(), "the Secret portal has given no key"
            home.cli("add", indico.event(77))
            home.cli("star", TALK)
            with SandboxWindow(home) as window:
                window.wait("list", "Schedule")
                plan = home.folder / "plan.ics"
                export_plan(window, plan)
                bring_to_front(home, window)
                wait("what was exported", lambda: TALK in plan.read_text())
                window.key("Control+3")
                window.wait("list", "Schedule")
                take_picture()
                window.key("F1")
                window.wait("heading", "Find your way in the schedule")
                # Services older than the sandbox's still tell of the dialog when it is closed.
                window.key("Escape")
                window.quit()
        written = [path for path in home.app.rglob("*") if path.is_file()]
        keyrings = [path for path in written if path.suffix == ".keyring"]
        assert keyrings, "there is no keyring of the sandbox's own"
        kept = b"".join(path.read_bytes() for path in written)
        assert TALK.encode() in kept, "what is looked through is not what was written"
        assert TOKEN.encode() not in kept, "the token is in a file"

        os.environ["LANYARD_ALONE"] = "yes"
        assert "Guinea Pig" in home.cli("accounts")
        assert PRIVATE in home.cli("conferences")
        assert TALK in home.cli("plan")
        with SandboxWindow(home) as window:
            window.wait_star(TALK, True)
            window.quit()


run(permissions, use)
