#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An attendee with an address: the program started with it, the conference
added, refreshed, told of by a second start, and used when the server is gone."""

import os
import re
import subprocess
from pathlib import Path

from desk import PROGRAM, Home, Window, run, wait
from indico import Indico

CHANGED = Path(os.environ["LANYARD_CHANGED_PROGRAMMES"]) / "invented" / "changed"
CANCELLED = "Mesh on the Nullarbor"
OTHER = "Copy on write, ten years on"


def from_address_to_offline():
    """Added by address, refreshed by key, told of by a second start, offline"""
    with Indico() as indico, Home() as home, Window(home, arguments=[indico.event(77)]) as window:
        window.wait("dialog", "Add Conference")
        window.wait("heading", "Wattlebird 2026")
        assert home.cli("conferences", "--json").count("uuid") == 0, "it was added before anybody said so"
        window.press("button", "Add")
        window.wait_gone("dialog", "Add Conference")
        window.wait("list", "Schedule")
        window.wait("label", "Checked just now")
        home.cli("star", CANCELLED)

        indico.set_event(77, str(CHANGED))
        window.key("Control+r")
        window.wait("list item", "Updates, 10 are new")
        window.key("Control+7")
        window.wait("list item", re.compile(f"{CANCELLED}.*Cancelled", re.IGNORECASE | re.DOTALL))

        second = subprocess.run([PROGRAM, indico.event(77) + "contributions/3104/"], env=home.environment(),
                                stdin=subprocess.DEVNULL, timeout=30, check=False)
        assert second.returncode == 0, "the second start failed"
        window.wait("heading", OTHER)

        indico.close()
        window.key("Control+r")
        window.wait("label", re.compile("does not accept the connection"))
        window.key("Control+3")
        window.wait("list", "Schedule")
        assert CANCELLED in home.cli("plan"), "the star of what was cancelled is gone"
        window.quit()


def by_keyboard():
    """An address typed, a wrong one first, with keys alone"""
    with Indico() as indico, Home() as home, Window(home) as window:
        window.wait("button", "Try the Sample Conference")
        window.key("Control+n")
        window.wait("dialog", "Add Conference")
        wait("the focus in the entry", lambda: window.focused is not None and window.focused.role in ("text", "entry"))
        window.type(indico.event(404))
        window.key("Enter")
        window.wait("label", re.compile("knows no such event"))
        window.key("Control+a")
        window.type(indico.event(77))
        window.key("Enter")
        window.wait("heading", "Wattlebird 2026")
        window.wait_focus("button", "Add")
        window.key("Enter")
        window.wait("list", "Schedule")
        window.quit()


run(from_address_to_offline, by_keyboard)
