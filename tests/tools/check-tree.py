#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at a staged installation: each file is one that is expected, and what
refers to another file finds it.

Usage: check-tree.py SOURCES STAGE PREFIX
"""

import configparser
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

# Below the prefix; {id} is the app id, {page} a page of the help, {language} a
# translation.
EXPECTED = """
bin/lanyard
bin/lanyard-cli
libexec/lanyard-online
libexec/lanyard-print
share/applications/{id}.desktop
share/bash-completion/completions/lanyard-cli
share/dbus-1/services/{id}.service
share/glib-2.0/schemas/{id}.gschema.xml
share/help/C/lanyard/{page}
share/icons/hicolor/scalable/apps/{id}.svg
share/icons/hicolor/symbolic/apps/{id}-symbolic.svg
share/lanyard/sample/contributions.json
share/lanyard/sample/sessions.json
share/lanyard/sample/timetable.json
share/licenses/lanyard/CC0-1.0.txt
share/licenses/lanyard/GPL-3.0-or-later.txt
share/locale/{language}/LC_MESSAGES/lanyard.mo
share/man/man1/lanyard-cli.1
share/man/man1/lanyard.1
share/metainfo/{id}.metainfo.xml
share/mime/packages/{id}.xml
""".split()


def words_of(path):
    """The lines of a list that say something."""
    lines = path.read_text(encoding='utf-8').splitlines() if path.exists() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


class Tree:
    def __init__(self, top, stage, prefix):
        self.top, self.stage, self.prefix = Path(top), Path(stage), prefix
        self.root = self.stage / prefix.strip('/')
        found = re.search(r"^app_id = '(.+)'$", (self.top / 'meson.build').read_text(encoding='utf-8'), re.MULTILINE)
        self.id = found.group(1)
        self.version = re.search(r"version: '(.+)'", (self.top / 'meson.build').read_text(encoding='utf-8')).group(1)

    def staged(self, path):
        """Where an absolute path lies in the stage."""
        return self.stage / path.strip('/')

    def read(self, path):
        return (self.root / path.format(id=self.id)).read_text(encoding='utf-8')

    def expected(self):
        folder = self.top / 'help'
        pages = [path.relative_to(folder / 'C').as_posix() for path in (folder / 'C').rglob('*') if path.is_file()]
        languages = words_of(self.top / 'po' / 'LINGUAS')
        for pattern in EXPECTED:
            for page in pages if '{page}' in pattern else ['']:
                for language in languages if '{language}' in pattern else ['']:
                    yield pattern.format(id=self.id, page=page, language=language)
        for language in words_of(folder / 'LINGUAS'):
            for page in pages:
                yield f'share/help/{language}/lanyard/{page}'

    def files(self):
        """Everything is there, and nothing else; not even outside of the prefix."""
        expected = {self.prefix.strip('/') + '/' + path for path in self.expected()}
        there = {path.relative_to(self.stage).as_posix() for path in self.stage.rglob('*') if not path.is_dir()}
        yield from (f'{path} is missing' for path in sorted(expected - there))
        yield from (f'{path} is not expected' for path in sorted(there - expected))

    def places(self):
        """No file knows where it was built or staged."""
        strangers = [os.fsencode(folder) for folder in (self.top, self.stage)]
        for path in self.stage.rglob('*'):
            if path.is_file() and any(stranger in path.read_bytes() for stranger in strangers):
                yield f'{path.relative_to(self.stage)} has a path of the build in it'

    def programs(self):
        """Both programs start, are of this version, and nobody may write them."""
        for name in ('lanyard', 'lanyard-cli'):
            path = self.root / 'bin' / name
            said = subprocess.run([path, '--version'], capture_output=True, text=True, timeout=60, check=False)
            if said.stdout.strip() != f'{name} {self.version}':
                yield f'{name} --version says “{said.stdout.strip()}{said.stderr.strip()}”, and not {self.version}'
            if path.stat().st_mode & 0o7777 != 0o755:
                yield f'{name} has the mode {path.stat().st_mode & 0o7777:o}'

    def desktop_file(self):
        """What it starts and shows exists, and so does each of its actions."""
        desktop = configparser.RawConfigParser(interpolation=None)
        desktop.optionxform = str
        desktop.read_string(self.read('share/applications/{id}.desktop'))
        entry = desktop['Desktop Entry']
        for section in desktop.sections():
            program = desktop[section]['Exec'].split()[0]
            if not self.staged(program).is_file():
                yield f'[{section}] starts {program}, which is not there'
        for action in entry['Actions'].strip(';').split(';'):
            if f'Desktop Action {action}' not in desktop:
                yield f'there is no action {action}'
        if not list(self.root.glob(f'share/icons/hicolor/*/apps/{entry["Icon"]}.*')):
            yield f'there is no icon {entry["Icon"]}'
        service = configparser.RawConfigParser()
        service.read_string(self.read('share/dbus-1/services/{id}.service'))
        if entry.getboolean('DBusActivatable') and service['D-BUS Service']['Name'] != self.id:
            yield f'the bus starts {service["D-BUS Service"]["Name"]}, and not {self.id}'
        program = service['D-BUS Service']['Exec'].split()[0]
        if not self.staged(program).is_file():
            yield f'the bus starts {program}, which is not there'

    def metainfo(self):
        """It speaks of this desktop file, version and media types."""
        metainfo = ElementTree.fromstring(self.read('share/metainfo/{id}.metainfo.xml'))
        if metainfo.findtext('id') != self.id or metainfo.findtext('launchable') != f'{self.id}.desktop':
            yield 'the metainfo speaks of another program'
        if metainfo.find('releases/release').get('version') != self.version:
            yield 'the metainfo speaks of another version'
        desktop = self.read('share/applications/{id}.desktop')
        for kind in metainfo.iterfind('provides/mediatype'):
            if f'{kind.text};' not in desktop:
                yield f'the metainfo says {kind.text}, the desktop file does not'
        for image in metainfo.iterfind('screenshots/screenshot/image'):
            place = image.text.partition(f'/v{self.version}/')[2]
            if not place or not (self.top / place).is_file():
                yield f'{image.text} is not a picture of the sources, at the tag of this version'

    def tools(self):
        """What others make of the files, they can make."""
        share = self.root / 'share'
        with tempfile.TemporaryDirectory() as folder:
            commands = [
                ['glib-compile-schemas', '--strict', '--targetdir', folder, share / 'glib-2.0/schemas'],
                ['desktop-file-validate', share / f'applications/{self.id}.desktop'],
                ['appstreamcli', 'validate', '--strict', '--no-net', share / f'metainfo/{self.id}.metainfo.xml'],
                ['bash', '-n', share / 'bash-completion/completions/lanyard-cli'],
                ['xmllint', '--noout', share / f'mime/packages/{self.id}.xml', *share.glob('icons/hicolor/*/apps/*.svg')],
            ]
            for command in commands:
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                if done.returncode != 0:
                    yield f'{command[0]}: {done.stdout}{done.stderr}'.strip()


def main():
    tree = Tree(*sys.argv[1:])
    failed = False
    for check in (tree.files, tree.places, tree.programs, tree.desktop_file, tree.metainfo, tree.tools):
        problems = list(check())
        failed = failed or bool(problems)
        print(f'{"not ok" if problems else "ok"} {tree.prefix}: {check.__doc__.splitlines()[0]}')
        for problem in problems:
            print(f'    {problem}')
    sys.exit(failed)


if __name__ == '__main__':
    main()
