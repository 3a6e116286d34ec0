#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the built-in sample says what its README says.

Usage: check-sample.py FOLDER

FOLDER is data/sample. Counts what is in the three documents, looks for things
that must not be there, and compares the files with what the generator makes.
"""

import json
import pathlib
import subprocess
import sys

WANTED = {
    'talks': 295, 'sessions': 31, 'blocks': 45, 'breaks in blocks': 52, 'other breaks': 2,
    'speakers': 313, 'speaker entries': 385, 'rooms': 10, 'days': 3, 'microconferences': 24,
    'talks without a speaker': 6, 'sessions with leads': 5,
}


def people_of(value, key='speakers'):
    return {(p['first_name'], p['last_name']) for t in value for p in t[key]}


def count(folder):
    read = {n: json.loads((folder / f'{n}.json').read_text(encoding='ascii'))
            for n in ('sessions', 'contributions', 'timetable')}
    by_block = read['sessions']['results'][0]
    talks = read['contributions']['results'][0]['contributions']
    days = read['timetable']['results']['20']
    blocks = by_block['sessions']
    sessions = {b['session']['db_id']: b['session'] for b in blocks}
    top = [e for day in days.values() for e in day.values()]
    inside = [e for t in top for e in t.get('entries', {}).values()]
    in_blocks = [t for b in blocks for t in b['contributions']]

    assert {t['db_id'] for t in in_blocks} == {t['db_id'] for t in talks}
    assert {e['contributionId'] for e in inside if 'contributionId' in e} == {t['db_id'] for t in talks}
    assert all(p['emailHash'] is None and not p['affiliation'] for t in talks for p in t['speakers'])
    assert not any(t['description'] or t['folders'] or t['note'] for t in talks)
    assert all(s['description'] for s in sessions.values())
    assert len({s['color'] for s in sessions.values()}) == len(sessions)
    for name in read:
        assert '@' not in (folder / f'{name}.json').read_text(), f'a mail address in {name}.json'

    return {
        'talks': len(talks), 'sessions': len(sessions), 'blocks': len(blocks),
        'breaks in blocks': sum(e['entryType'] == 'Break' for e in inside),
        'other breaks': sum(e['entryType'] == 'Break' for e in top),
        'speakers': len(people_of(talks)),
        'speaker entries': sum(len(t['speakers']) for t in talks),
        'rooms': len({b['room'] for b in blocks}), 'days': len(days),
        'microconferences': sum(s['title'].endswith(' MC') for s in sessions.values()),
        'talks without a speaker': sum(not t['speakers'] for t in talks),
        'sessions with leads': sum(bool(s['sessionConveners']) for s in sessions.values()),
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    found = count(folder)
    failed = False
    for name, wanted in WANTED.items():
        if found[name] != wanted:
            print(f'{name}: {found[name]} instead of {wanted}')
            failed = True
    made = subprocess.run([sys.executable, '-B', str(folder / 'make-sample.py'), '--check'], check=False)
    sys.exit(failed or made.returncode != 0)


if __name__ == '__main__':
    main()
