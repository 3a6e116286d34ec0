#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how many seconds Confy's importer takes to read a schedule and to store it, in an empty store.

Usage: confy.py FOLDER FILE

Into FOLDER Debian's package "confy" is unpacked first, if it is not there: it is no package that Lanyard needs. The
importer is called directly, without Confy's window and without a download; Python's start does not count.
"""

import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import time


def unpack(folder):
    """Gets the package from where the machine's own packages come from."""
    modules = os.path.join(folder, 'usr', 'lib', 'python3', 'dist-packages')
    if not os.path.exists(os.path.join(modules, 'confy')):
        with tempfile.TemporaryDirectory() as download:
            subprocess.run(['apt-get', '-o', 'APT::Sandbox::User=root', 'download', 'confy'], cwd=download, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
            package, = os.listdir(download)
            subprocess.run(['dpkg', '-x', os.path.join(download, package), folder], check=True)
    return modules


def main():
    folder, file = sys.argv[1:]
    try:
        modules = unpack(folder)
    except (OSError, ValueError, subprocess.SubprocessError):
        sys.exit('The package confy cannot be had here.')
    sys.path.insert(0, modules)
    import gi  # pylint: disable=import-outside-toplevel
    gi.require_version('Gtk', '4.0')
    from confy import local  # pylint: disable=import-outside-toplevel
    from confy.remotes.pentabarf import import_pentabarf  # pylint: disable=import-outside-toplevel

    with tempfile.TemporaryDirectory() as store, open(os.devnull, 'w', encoding='utf-8') as nothing:
        local.dbfile = os.path.join(store, 'confy.db')
        begun = time.monotonic()
        local.db = sqlite3.connect(local.dbfile, detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
        local.db.row_factory = sqlite3.Row
        with contextlib.redirect_stdout(nothing):
            local.migrate()
            with open(file, encoding='utf-8') as content:
                import_pentabarf(content.read(), 'file://' + file)
        local.close()
        print(time.monotonic() - begun)


if __name__ == '__main__':
    main()
