# SPDX-License-Identifier: GPL-3.0-or-later
"""A user at a desk: starts the window program, finds what is on the screen by
role and name as a screen reader does, presses keys and buttons, and waits for
what follows. Nothing here knows a pixel, and nothing sleeps."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

# Meant for the program: a warning of a library on our side ends no test.
# The newest GTK warns of frames of its own when a second start presents the
# window, so that in the program only what is critical is fatal.
DEBUG_OF_PROGRAM = os.environ.pop("G_DEBUG", "").replace("fatal-warnings", "fatal-criticals")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")

from gi.repository import Atspi, GLib  # noqa: E402

# Installed programs where `./dev` installed them, else those of the build.
INSTALLED = os.environ.get("LANYARD_INSTALLED")
if INSTALLED:
    PROGRAM = f"{INSTALLED}/bin/lanyard"
    CLI = f"{INSTALLED}/bin/lanyard-cli"
    os.environ.pop("LANYARD_DATA_DIR", None)
    os.environ["GSETTINGS_SCHEMA_DIR"] = f"{INSTALLED}/share/glib-2.0/schemas"
else:
    PROGRAM = os.environ["LANYARD"]
    CLI = os.environ["LANYARD_CLI"]
PATIENCE = 20  # seconds until something that must happen counts as missing
CONTEXT = GLib.MainContext.default()
STATE = Atspi.StateType

KEYS = {
    "Tab": 0xFF09, "Enter": 0xFF0D, "Escape": 0xFF1B, "Space": 0x20,
    "Home": 0xFF50, "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "F1": 0xFFBE, "F9": 0xFFC6, "F10": 0xFFC7, "Menu": 0xFF67,
}
MODIFIERS = {"Shift": 1, "Control": 4, "Alt": 8}


class Missing(AssertionError):
    """What should be there is not."""


def turn():
    """Lets news from the accessibility bus in for a moment."""
    over = []
    GLib.timeout_add(20, lambda: over.append(True))
    while not over:
        CONTEXT.iteration(True)


def wait(what, probe, patience=PATIENCE):
    """Asks until the answer is true. What is asked may vanish meanwhile."""
    deadline = time.monotonic() + patience
    while True:
        with contextlib.suppress(GLib.Error):
            answer = probe()
            if answer:
                return answer
        if time.monotonic() > deadline:
            raise Missing(f"after {patience} s there is still not: {what() if callable(what) else what}")
        turn()


def matches(wanted, name):
    if wanted is None:
        return True
    return wanted.search(name) is not None if isinstance(wanted, re.Pattern) else wanted == name


class Thing:
    """Something that assistive technology sees."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def text(self):
        """What an entry holds."""
        return Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible))

    def set_text(self, text):
        """What dictation does."""
        assert Atspi.EditableText.set_text_contents(self.accessible, text), f"“{self.name}” did not take the text"

    @property
    def states(self):
        return self.accessible.get_state_set()

    def is_(self, state):
        return self.states.contains(state)

    def children(self):
        for number in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(number)
            if child is not None:
                yield Thing(child)

    def walk(self, hidden=False, path=()):
        """This and all below it in the order of the tree, with the way to it.
        Leaves out what is not on the screen, such as other pages."""
        try:
            if path and not hidden and not self.is_(STATE.SHOWING):
                return
            here = path + (self,)
            yield self, here
            children = list(self.children())
        except GLib.Error:
            return
        for child in children:
            yield from child.walk(hidden, here)

    def find(self, role, name=None, hidden=False):
        for thing, _ in self.walk(hidden):
            with contextlib.suppress(GLib.Error):
                if thing.role == role and matches(name, thing.name):
                    return thing
        return None

    def is_in(self, role, name):
        parent = self.accessible.get_parent()
        while parent is not None:
            if parent.get_role_name() == role and matches(name, parent.get_name()):
                return True
            parent = parent.get_parent()
        return False

    def press(self):
        """What a screen reader does when it is told to press."""
        action = self.accessible.get_action_iface()
        assert action is not None, f"“{self.name}” cannot be pressed"
        assert action.do_action(0), f"“{self.name}” did not take the press"

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Home:
    """The folders of one user, and the clock and zone of their computer."""

    def __init__(self, zone="Asia/Tokyo", now="2026-10-02T09:00:00Z"):
        self.folder = Path(tempfile.mkdtemp(prefix="lanyard-e2e-"))
        self.zone = zone
        self.now = now

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def environment(self):
        return dict(os.environ, TZ=self.zone, LANYARD_NOW=self.now, GSETTINGS_BACKEND="keyfile",
                    XDG_DATA_HOME=str(self.folder / "data"), XDG_CONFIG_HOME=str(self.folder / "config"),
                    XDG_CACHE_HOME=str(self.folder / "cache"), XDG_STATE_HOME=str(self.folder / "state"))

    def cli(self, *words):
        """Runs the command line, which must succeed."""
        done = subprocess.run([CLI, *words], env=self.environment(), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, f"lanyard-cli {' '.join(words)}: {done.stderr}"
        return done.stdout


class Window:
    """The window program, from its start until it is closed or killed."""

    def __init__(self, home, *before, arguments=()):
        """before: a command that runs the program, such as unshare."""
        self.errors = tempfile.TemporaryFile("w+")
        self.process = self.start(home, before, arguments)
        self.focused = None
        self.listener = Atspi.EventListener.new(self._focus_moved)
        self.listener.register("object:state-changed:focused")
        self.application = self.frame = None
        self.application = wait("the program on the accessibility bus", self._find_application)
        self.frame = wait("the window", lambda: self.application.find("frame"))
        wait("a window that keys reach", lambda: self.frame.is_(STATE.ACTIVE))

    def start(self, home, before, arguments):
        environment = home.environment()
        if DEBUG_OF_PROGRAM:
            environment["G_DEBUG"] = DEBUG_OF_PROGRAM
        return subprocess.Popen([*before, PROGRAM, *arguments], env=environment, stdin=subprocess.DEVNULL, stderr=self.errors)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.listener.deregister("object:state-changed:focused")
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if kind is not None:
            self.errors.seek(0)
            for line in self.errors.read().splitlines():
                print("# the program said:", line)
        self.errors.close()

    def _find_application(self):
        self._assert_alive()
        for child in Thing(Atspi.get_desktop(0)).children():
            if child.accessible.get_process_id() == self.process.pid and child.accessible.get_child_count() > 0:
                # What the program says now, not what was heard from it before.
                child.accessible.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def _assert_alive(self):
        status = self.process.poll()
        assert status is None, f"the program ended with {status}"

    def _focus_moved(self, event):
        if event.detail1:
            self.focused = Thing(event.source)

    def _has_focus_but_not(self, before):
        if self.focused is None or before is not None and self.focused.accessible == before.accessible:
            return False
        return self.focused.is_(STATE.FOCUSED)

    def _let_focus_rest(self):
        """A row that scrolls into sight may be made twice."""
        focused = None
        while focused is not self.focused:
            focused = self.focused
            turn()
            turn()

    # What is there

    def find(self, role, name=None, hidden=False):
        self._assert_alive()
        return self.application.find(role, name, hidden)

    def wait(self, role, name=None, hidden=False, patience=PATIENCE):
        return wait(lambda: f"{role} {name}; there is:\n{self.dump()}",
                    lambda: self.find(role, name, hidden), patience)

    def wait_star(self, title, pressed, patience=PATIENCE):
        """The star of what has that title, once it is on or off."""
        def look():
            star = self.find("toggle button", f"Star “{title}”")
            return star if star is not None and star.is_(STATE.PRESSED) == pressed else None

        return wait(lambda: f"{title} {'with' if pressed else 'without'} a star; there is:\n{self.dump()}", look, patience)

    def wait_focus(self, role, name=None):
        """What has the focus now, asked for rather than heard of: a program
        that starts tells of its focus before it knows that anybody listens."""
        def look():
            thing = self.find(role, name)
            return thing if thing is not None and thing.is_(STATE.FOCUSED) else None

        self.focused = wait(lambda: f"the focus on {role} {name}, but on {self.find_focus()}; there is:\n{self.dump()}", look)
        return self.focused

    def find_focus(self):
        for thing, _ in self.application.walk():
            with contextlib.suppress(GLib.Error):
                if thing.is_(STATE.FOCUSED):
                    return thing
        return None

    def wait_gone(self, role, name=None, patience=PATIENCE):
        wait(lambda: f"{role} {name} gone", lambda: self.find(role, name) is None, patience)

    def dump(self):
        lines = []
        for thing, path in self.application.walk():
            with contextlib.suppress(GLib.Error):
                if thing.name and thing.role != "label":
                    lines.append(f"{'.' * len(path)} {thing}")
        return "\n".join(lines)

    def nameless(self):
        """What can have the focus but no name, as paths. Rows that go while one
        looks have lost theirs, and are not there when one looks again."""
        found = self._list_nameless()
        for _ in range(2):
            if found:
                again = self._list_nameless()
                found = [path for path in found if path in again]
        return found

    def _list_nameless(self):
        found = []
        for thing, path in self.application.walk():
            with contextlib.suppress(GLib.Error):
                if thing.is_(STATE.FOCUSABLE) and not thing.name.strip() and not is_named_otherwise(path):
                    found.append(" / ".join(str(step) if step.name else step.role for step in path[-12:]))
        return found

    # What a user does

    def key(self, *keys):
        """Each one as "Tab" or "Control+d"."""
        for key in keys:
            self._assert_alive()
            *held, last = key.split("+")
            mask = sum(MODIFIERS[modifier] for modifier in held)
            if mask:
                Atspi.generate_keyboard_event(mask, None, Atspi.KeySynthType.LOCKMODIFIERS)
            Atspi.generate_keyboard_event(KEYS.get(last) or ord(last), None, Atspi.KeySynthType.SYM)
            if mask:
                Atspi.generate_keyboard_event(mask, None, Atspi.KeySynthType.UNLOCKMODIFIERS)

    def type(self, text):
        """Text, as keys of a keyboard with all of its letters."""
        for letter in text:
            Atspi.generate_keyboard_event(0, letter, Atspi.KeySynthType.STRING)

    def key_until(self, key, wanted, limit):
        """Presses a key until the focus is where it is wanted."""
        way = []
        for _ in range(limit):
            before = self.focused
            self.key(key)
            with contextlib.suppress(Missing):
                wait("the focus elsewhere", lambda: self._has_focus_but_not(before), patience=1)
            self._let_focus_rest()
            way.append(str(self.focused))
            if wanted(self.focused):
                return self.focused
        raise Missing(f"{limit} times {key} did not lead there, but: " + ", ".join(way))

    def press(self, role, name):
        thing = self.wait(role, name)
        thing.press()

    def go_to(self, into, name):
        """Moves the focus with Tab into a list, then with the arrows to a row.
        Only rows near those on the screen are in the tree."""
        def is_in_list(thing):
            return thing is not None and thing.is_(STATE.FOCUSED) and thing.is_in("list", into)

        def is_there(thing):
            return thing is not None and thing.role == "list item" and matches(name, thing.name)

        self.wait("list", into)
        if not (self.focused is not None and is_in_list(self.focused)):
            self.key_until("Tab", is_in_list, 30)
        self.key("Home")
        wait("the focus on the first row",
             lambda: self.focused.role == "list item" and self.focused.accessible.get_index_in_parent() <= 1)
        if not is_there(self.focused):
            self.key_until("Down", is_there, 90)
        return self.focused

    def open(self, into, name):
        """To a row and Enter."""
        self.go_to(into, name)
        self.key("Enter")

    def quit(self):
        self.key("Control+q")
        wait("the program's end", lambda: self.process.poll() is not None)
        assert self.process.returncode == 0, f"the program ended with {self.process.returncode}"

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def is_named_otherwise(path):
    """Entries of menus have their label beside them, and the list that drops
    from a combo box is the toolkit's own, which is announced as the box."""
    if path[-1].role.endswith("menu item"):
        return any(relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
                   for relation in path[-1].accessible.get_relation_set())
    return any(thing.role == "combo box" for thing in path[:-1]) or passes_focus_on(path)


def passes_focus_on(path):
    """Some containers take the focus only when nothing in them does, and are
    then announced as what stands around them."""
    container = path[-1]
    if container.role not in ("scroll pane", "panel"):
        return False
    if any(thing.is_(STATE.FOCUSABLE) for thing, way in container.walk() if len(way) > 1):
        return True
    return len(path) > 1 and bool(path[-2].name.strip())


def run(*scenarios):
    """Runs functions in order and says in TAP how each went."""
    print("TAP version 13")
    print(f"1..{len(scenarios)}")
    failed = False
    for number, scenario in enumerate(scenarios, 1):
        began = time.monotonic()
        title = scenario.__doc__.splitlines()[0].rstrip(".")
        try:
            scenario()
            print(f"ok {number} - {title}")
        except Exception:  # a scenario that fails is no reason not to try the next
            failed = True
            print(f"not ok {number} - {title}")
            print("#", "\n# ".join(traceback.format_exc().splitlines()))
        print(f"# {time.monotonic() - began:.1f} s", flush=True)
    sys.exit(failed)
