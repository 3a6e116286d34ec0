#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the files themselves, for lint.sh.

Usage: check-files.py CHECK LIST

LIST names a file with the paths of all files of the project, one a line. The
current folder is the project's. Prints what is wrong; ends with 1 if anything is.
"""

import fnmatch
import pathlib
import re
import sys
import tomllib
from xml.etree import ElementTree

CODE = ('.c', '.blp')
MARKED = re.compile(r'\b(?:N?C?_|g_dngettext|g_dpgettext2|ngettext)\s*\(')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
# Places that need the app id in so many words: see flatpak/README.md.
ID_PLACES = ['meson.build', 'flatpak/{id}.yml']


def read(path):
    return pathlib.Path(path).read_text(encoding='utf-8')


def read_or_nothing(path):
    try:
        return read(path)
    except UnicodeDecodeError:
        return ''


def potfiles(files):
    """Every file with a marked string is listed, and every listed file exists."""
    listed = [line for line in read('po/POTFILES.in').splitlines() if line and not line.startswith('#')]
    if listed != sorted(listed):
        yield 'po/POTFILES.in is not sorted (LC_ALL=C sort)'
    for path in sorted({path for path in listed if listed.count(path) > 1}):
        yield f'{path} is listed twice'
    for path in listed:
        if path not in files:
            yield f'{path} is listed and does not exist'
    for path in files:
        has_marks = path.startswith('src/') and path.endswith(CODE) and MARKED.search(COMMENT.sub('', read(path)))
        has_marks = has_marks or path.startswith('src/') and path.endswith('.ui') and 'translatable="yes"' in read(path)
        if path not in listed and has_marks:
            yield f'{path} has strings to translate and is not in po/POTFILES.in'


def licences(files):
    """Every file says its licence, or REUSE.toml says it."""
    patterns = [pattern for note in tomllib.loads(read('REUSE.toml'))['annotations'] for pattern in note['path']]
    for pattern in patterns:
        if not any(matches(path, pattern) for path in files):
            yield f'REUSE.toml speaks of {pattern}, and no such file exists'
    for path in files:
        if path.startswith('LICENSES/') or any(matches(path, pattern) for pattern in patterns):
            continue
        if 'SPDX-License-Identifier: ' not in read_or_nothing(path)[:1000]:
            yield f'{path} has no SPDX line'


def matches(path, pattern):
    """Like REUSE: a star stays inside a folder, two do not."""
    parts = re.split(r'(\*\*|\*)', pattern)
    expression = ''.join({'**': '.*', '*': '[^/]*'}.get(part, re.escape(part)) for part in parts)
    return re.fullmatch(expression, path) is not None


def app_id(files):
    """The app id is written in one place."""
    found = re.search(r"^app_id = '(.+)'$", read('meson.build'), re.MULTILINE)
    if not found:
        yield 'meson.build does not set app_id'
        return
    identifier = found.group(1)
    allowed = [place.format(id=identifier) for place in ID_PLACES]
    # As a path, too: resources and object paths are derived.
    forms = (identifier, identifier.replace('.', '/'))
    for path in files:
        if path in allowed:
            continue
        if identifier in path:
            yield f'{path} is named after the app id'
        for number, line in enumerate(read_or_nothing(path).splitlines(), 1):
            if any(form in line for form in forms):
                yield f'{path}:{number}: the app id is written out; take it from meson.build'
    if read('meson.build').count(identifier) != 1:
        yield 'meson.build writes the app id more than once'


def squeeze(text):
    return ' '.join(text.split())


def versions(files):
    """The build, the metainfo, NEWS and the package name the same releases."""
    version = re.search(r"^  version: '(.+)',$", read('meson.build'), re.MULTILINE).group(1)
    metainfo = ElementTree.parse('data/lanyard.metainfo.xml.in').getroot()
    releases = [(release.get('version'), release.get('date')) for release in metainfo.iter('release')]
    news = re.findall(r'^Version (.+)\n~+\nReleased: (.+)$', read('NEWS'), re.MULTILINE)
    if not releases or releases[0][0] != version:
        yield f'meson.build says {version}, the metainfo {releases[:1]}'
    if news != releases:
        yield f'NEWS has {news}, the metainfo {releases}'
    for paragraph in metainfo.iterfind('releases/release/description//*'):
        text = squeeze(paragraph.text or '')
        if text not in squeeze(read('NEWS')):
            yield f'NEWS does not say what the metainfo says: {text}'
    package = re.match(r'lanyard \((.+)-\d+\) ', read('.ci/debian/changelog'))
    if not package or package.group(1) != version:
        yield f'meson.build says {version}, .ci/debian/changelog {package and package.group(1)}'
    for page in fnmatch.filter(files, 'data/man/*.[1-9]'):
        for other in re.findall(r'\b\d+\.\d+\.\d+\b', read(page)):
            if other != version:
                yield f'meson.build says {version}, {page} {other}'


def layers(files):
    """The core and the command line include no GTK, and the core no program."""
    forbidden = re.compile(r'#\s*include\s*[<"](?:gtk|gdk|gsk|adwaita|adw)\b')
    upwards = re.compile(r'#\s*include\s*"(?:.*/)?(?:desktop|cli|agent)/')
    for path in fnmatch.filter(files, 'src/*.[ch]'):
        if path.startswith('src/desktop/'):
            continue
        for number, line in enumerate(read(path).splitlines(), 1):
            if forbidden.match(line):
                yield f'{path}:{number}: {line.strip()}'
            if path.startswith('src/core/') and upwards.match(line):
                yield f'{path}:{number}: {line.strip()}'


CHECKS = {'potfiles': potfiles, 'licences': licences, 'app-id': app_id, 'versions': versions, 'layers': layers}


def main():
    check, listing = sys.argv[1:]
    files = [path for path in read(listing).splitlines() if pathlib.Path(path).is_file()]
    problems = list(CHECKS[check](files))
    print('\n'.join(problems))
    sys.exit(bool(problems))


if __name__ == '__main__':
    main()
