#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the built-in sample from the tables in facts/.

Usage: make-sample.py [--check] [FOLDER]

Writes sessions.json, contributions.json and timetable.json into FOLDER (this
script's own folder). The same tables give the same bytes; --check only says
whether the files are those that the tables give.
"""

import csv
import pathlib
import re
import sys
from datetime import datetime

import indico_event as indico
from indico_export import Export, encode

HERE = pathlib.Path(__file__).resolve().parent
FACTS = HERE / 'facts'


def table(name):
    with open(FACTS / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def wall(date, clock):
    return datetime.fromisoformat(f'{date}T{clock}')


def text_colour(colour):
    """Black or white, whichever can be read on the colour."""
    def linear(value):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    red, green, blue = (linear(int(colour[n:n + 2], 16) / 255) for n in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return '#000000' if luminance > 0.179 else '#ffffff'


def read_descriptions():
    text = (FACTS / 'descriptions.md').read_text(encoding='utf-8')
    parts = re.split(r'^## (.+)\n', text, flags=re.MULTILINE)
    return {title: body.strip() for title, body in zip(parts[1::2], parts[2::2])}


class People:
    """One id of ours for each name, in the order of the programme."""

    def __init__(self):
        self.by_name = {}

    def read(self, names):
        return [self.named(name) for name in names.split('; ') if name]

    def named(self, name):
        if name not in self.by_name:
            last, first = name.split(', ', 1)
            self.by_name[name] = indico.Person(first, last, id=5001 + len(self.by_name))
        return self.by_name[name]


def make_event():
    event = indico.Event(
        id=20, base='https://lpc.events', title='Linux Plumbers Conference 2026',
        zone='Europe/Prague', start=wall('2026-10-05', '09:00'), end=wall('2026-10-07', '22:30'),
        stamp=datetime(2026, 10, 6, 13, 20, 22), location='Prague Congress Centre',
        description='<p>This sample comes with Lanyard. Titles, speakers, times and rooms are those '
        'of the programme published on 6 October 2026; the few sentences about each session are '
        'Lanyard’s own. The programme itself is at '
        '<a href="https://lpc.events/event/20/">lpc.events</a>.</p>')

    descriptions = read_descriptions()
    sessions = {}
    for number, row in enumerate(table('sessions.tsv'), 1):
        # A page that exists, where the session's own number is not known.
        url = None if row['origin'] == 'known' else 'https://lpc.events/event/20/timetable/'
        sessions[row['id']] = indico.Session(
            int(row['id']), number, row['title'], row['colour'], text_colour(row['colour']),
            descriptions[row['title']], url=url)
    event.sessions = list(sessions.values())

    blocks = {}
    for row in table('blocks.tsv'):
        session = sessions[row['session']]
        block = indico.Block(int(row['block']), session, wall(row['date'], row['start']),
                             wall(row['date'], row['end']), row['room'])
        session.blocks.append(block)
        blocks[row['block']] = block
    for session in event.sessions:
        rooms = {block.room for block in session.blocks}
        session.room = rooms.pop() if len(rooms) == 1 else ''

    people = People()
    for number, row in enumerate(table('talks.tsv'), 1):
        block = blocks[row['block']]
        microconference = block.session.title.endswith(' MC')
        event.talks.append(indico.Talk(
            int(row['id']), number, row['title'], int(row['minutes']),
            wall(block.start.date(), row['start']), block, block.session,
            speakers=people.read(row['speakers']),
            track=block.session.title if microconference else None))

    for row in table('leads.tsv'):
        for block in sessions[row['session']].blocks:
            block.leads = people.read(row['leads'])

    for row in table('breaks.tsv'):
        event.breaks.append(indico.Break(
            row['title'], wall(row['date'], row['start']), wall(row['date'], row['end']),
            blocks.get(row['block']), colour='#e5e0da', text_colour='#000000'))
    return event


def main():
    arguments = sys.argv[1:]
    check = '--check' in arguments
    folders = [argument for argument in arguments if argument != '--check']
    folder = pathlib.Path(folders[0]) if folders else HERE
    stale = []
    for name, document in Export(make_event()).documents().items():
        text = encode(document)
        if not check:
            (folder / name).write_text(text, encoding='ascii')
        elif (folder / name).read_text(encoding='ascii') != text:
            stale.append(name)
    if stale:
        sys.exit(f'not as make-sample.py makes them: {", ".join(stale)}')


if __name__ == '__main__':
    main()
