#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes later versions of the tests' conferences, with a story between them.

Usage: make_changed.py FOLDER

Writes FOLDER/CONFERENCE/VERSION/{sessions,contributions,timetable}.json, for

  invented    the invented conference (tests/data/conference)
  sample      the built-in sample; what happens to it here is invented and stays
              in tests

  changed     one of each change, told in `change_invented` and `change_sample`
  respaced    white space and line ends differ, and nothing else
  renumbered  all numbers that a database gives differ, and nothing else
  halved      every second talk is gone

and prints the folders, one a line.
"""

import importlib.util
import pathlib
import re
import sys
from datetime import datetime, timedelta

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / 'data' / 'sample'), str(TOP / 'tests' / 'data' / 'conference')]

import indico_event as indico  # noqa: E402 (found through the line above)
from indico_export import Export, encode  # noqa: E402


def load(path):
    """A script whose name no import statement can say."""
    spec = importlib.util.spec_from_file_location(path.stem.replace('-', '_'), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKERS = {
    'invented': load(TOP / 'tests' / 'data' / 'conference' / 'make-conference.py').make_conference,
    'sample': load(TOP / 'data' / 'sample' / 'make-sample.py').make_event,
}


def find(things, title):
    """The one with this title: a story about what is not there is a mistake."""
    found = [thing for thing in things if thing.title == title]
    if len(found) != 1:
        raise LookupError(f'there are {len(found)} with the title “{title}”')
    return found[0]


def find_person(event, last):
    for talk in event.talks:
        for person in talk.speakers:
            if person.last == last:
                return person
    raise LookupError(f'nobody is called {last}')


def at(date, clock):
    return datetime.fromisoformat(f'{date}T{clock}')


def add_talk(event, title, minutes, start, block, speakers, description=''):
    event.talks.append(indico.Talk(
        max(talk.id for talk in event.talks) + 1, max(talk.number for talk in event.talks) + 1, title, minutes, start,
        block, block.session, speakers=speakers, description=description))


def add_slides(talk, name):
    talk.folders = talk.folders + [indico.Folder(9600, [indico.Attachment(9600, 'Slides', file=name, size=123456)])]


def block_of(event, session, title):
    return find(find(event.sessions, session).blocks, title)


def first_block_of(event, session):
    return min(find(event.sessions, session).blocks, key=lambda block: block.start)


def change_invented(event):
    talks = event.talks
    talks.remove(find(talks, 'Mesh on the Nullarbor'))                                       # cancelled
    find(talks, 'NFS over a satellite').start = at('2026-10-04', '11:30')                    # another time
    find(talks, 'Not yet given a time').start = at('2026-10-02', '11:30')                    # a time at last
    find(talks, 'Free software for fire brigades').room = 'Mallee Lab'                       # another room
    find(talks, 'A').title = 'A, and what comes after'                                       # another title
    find(talks, 'Page cache for the impatient').speakers[1:] = [find_person(event, 'Lindqvist')]
    joint = find(talks, 'Time without a network: clocks at sea')                             # another session only
    joint.room = joint.block.room
    joint.block = block_of(event, 'Filesystems and Storage MC', 'On disk')
    joint.session = joint.block.session
    find(talks, 'The hour that is not there').description = 'Starts at 01:30, ends at 03:30. *Bring a watch.*'
    add_slides(find(talks, 'Maintainers, and how to keep them'), 'maintainers.pdf')          # another link
    add_talk(event, 'After the flood: forty terabytes by tram', 30, at('2026-10-04', '10:00'),
             block_of(event, 'Filesystems and Storage MC', 'Over the wire'), [find_person(event, 'Yupanqui')],
             'What we saved from the cellar, and **how**.')
    respace_talk(find(talks, 'Welcome to Kaurna country'))                                   # nothing that counts


def change_sample(event):
    talks = event.talks
    talks.remove(find(talks, 'The slab allocator sheaves post-mortem'))
    find(talks, 'Untangling convoluted performance regression').start = at('2026-10-05', '10:45')
    find(talks, 'Security Features status update').room = 'Club D'
    find(talks, '20 years of pahole : alive and kicking!').title = '21 years of pahole: alive and kicking!'
    find(talks, 'Breakpoints in drgn').speakers = [indico.Person('Ida', 'Invented', id=99001)]
    late = find(talks, 'Performance Tools and Prompts')
    late.room = late.block.room
    late.block = first_block_of(event, 'Toolchains Track')
    late.session = late.block.session
    find(talks, 'A Compressed RAM Service').description = 'An abstract that was **invented** for a test.'
    add_slides(find(talks, 'RT tasks in sched-ext support'), 'invented.pdf')
    add_talk(event, 'A talk that nobody proposed, invented to be new in a test', 45, at('2026-10-05', '10:00'),
             first_block_of(event, 'LPC Refereed Track'), [indico.Person('Ida', 'Invented', id=99001)])
    respace_talk(find(talks, 'AF_XDP BoF'))


def respace(text):
    """Twice the blanks, the line ends of Windows, an empty line at the end."""
    return text.replace('\r\n', '\n').replace(' ', '  ').replace('\n', '\r\n') + '\r\n' if text else text


def respace_talk(talk):
    talk.title = f' {talk.title} '.replace(' ', '  ')
    talk.description = respace_prose(talk.description)


def respace_prose(text):
    """Only where it means nothing: neither in code nor at a line's beginning or end."""
    return text if re.search(r'[`|$<]|^ |  $', text, re.MULTILINE) else respace(text)


def respace_all(event):
    for talk in event.talks:
        respace_talk(talk)


def renumber(event):
    for things, distance in ((event.talks, 500000), (event.sessions, 600000),
                             ([block for session in event.sessions for block in session.blocks], 700000)):
        for thing in things:
            thing.id += distance
    for talk in event.talks:
        for part in talk.parts:
            part.id += 800000


def halve(event):
    event.talks = event.talks[::2]


VERSIONS = {
    'changed': {'invented': change_invented, 'sample': change_sample},
    'respaced': dict.fromkeys(MAKERS, respace_all),
    'renumbered': dict.fromkeys(MAKERS, renumber),
    'halved': dict.fromkeys(MAKERS, halve),
}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    top = pathlib.Path(sys.argv[1])
    for version, changes in VERSIONS.items():
        for conference, make in MAKERS.items():
            event = make()
            changes[conference](event)
            event.stamp += timedelta(hours=2)
            folder = top / conference / version
            folder.mkdir(parents=True, exist_ok=True)
            for name, document in Export(event, manager=conference == 'invented').documents().items():
                (folder / name).write_text(encode(document), encoding='ascii')
            print(folder)


if __name__ == '__main__':
    main()
