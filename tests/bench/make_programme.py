#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the three export documents of an invented Indico event of any size.

Usage: make_programme.py FOLDER TALKS
"""

import datetime
import json
import os
import sys

EVENT = 77
BASE = 'https://events.example.org'
TALKS_OF_A_SESSION = 20
ROOMS = 20
WORDS = ('kernel memory latency scheduler tracing driver interface queue network cache '
         'verification testing release maintainer review regression boot device').split()


def date(moment):
    return {'date': moment.strftime('%Y-%m-%d'), 'time': moment.strftime('%H:%M:%S'), 'tz': 'UTC'}


def text(seed, n_words):
    return ' '.join(WORDS[(seed * 7 + i * (1 + seed % 5)) % len(WORDS)] for i in range(n_words))


def person(number):
    return {'_type': 'ContributionParticipation', '_fossil': 'contributionParticipationMetadata',
            'first_name': f'Given{number}', 'last_name': f'Family{number}', 'fullName': f'Family{number}, Given{number}',
            'id': str(number), 'db_id': number, 'person_id': number, 'affiliation': f'Institute {number % 90}',
            'emailHash': None}


def event(begin, end, n_days):
    return {'_type': 'Conference', 'id': str(EVENT), 'title': f'Benchmark Conference of {n_days} Days', 'description': '',
            'startDate': date(begin), 'endDate': date(end), 'timezone': 'Asia/Tokyo', 'room': '', 'roomFullname': '',
            'location': 'Somewhere', 'address': '', 'type': 'conference', 'references': [],
            'url': f'{BASE}/event/{EVENT}/', 'folders': [], 'chairs': [], 'material': [], 'keywords': [], 'note': {}}


def contribution(number, start, room, session):
    return {'_type': 'Contribution', '_fossil': 'contributionMetadata', 'id': str(number), 'db_id': 10000 + number,
            'friendly_id': number, 'title': f'{text(number, 5).capitalize()} {number}', 'startDate': date(start),
            'endDate': date(start + datetime.timedelta(minutes=20)), 'duration': 20, 'room': room, 'roomFullname': room,
            'location': 'Somewhere', 'note': {}, 'type': 'Talk', 'track': session, 'session': session,
            'description': '\n\n'.join(text(number + i, 60) for i in range(4)), 'folders': [],
            'url': f'{BASE}/event/{EVENT}/contributions/{10000 + number}/', 'material': [],
            'speakers': [person(number % 900), person((number * 3 + 1) % 900)], 'primaryauthors': [], 'coauthors': [],
            'keywords': [], 'references': [], 'board_number': '', 'code': ''}


def timetable_entry(talk, block, number):
    keys = ('startDate', 'endDate', 'room', 'location', 'title', 'description', 'url')
    entry = {key: talk[key] for key in keys}
    entry.update({'id': f'c{number}', 'uniqueId': f'c{number}', 'conferenceId': EVENT, 'entryType': 'Contribution',
                  '_type': 'ContribSchEntry', '_fossil': 'contribSchEntryDisplay', 'contributionId': talk['db_id'],
                  'attachments': {'files': None, 'folders': []}, 'duration': 20.0, 'presenters': [],
                  'sessionId': block['session']['db_id'], 'sessionSlotId': block['id'], 'inheritLoc': True,
                  'inheritRoom': True})
    return entry


def make(folder, n_talks):
    begin = datetime.datetime(2026, 10, 5, 0, 0)
    n_blocks = (n_talks + TALKS_OF_A_SESSION - 1) // TALKS_OF_A_SESSION
    n_days = (n_blocks + ROOMS - 1) // ROOMS
    conference = event(begin, begin + datetime.timedelta(days=n_days), n_days)
    blocks, talks, days = [], [], {}
    for index in range(n_blocks):
        start = begin + datetime.timedelta(days=index // ROOMS)
        room = f'Room {index % ROOMS + 1}'
        title = f'{text(index, 2).title()} {index} MC'
        session = {'_type': 'Session', 'id': str(index), 'db_id': 500 + index, 'friendly_id': index, 'title': title,
                   'description': text(index, 40), 'color': '#%06x' % (index * 77777 % 0xffffff), 'isPoster': False,
                   'url': f'{BASE}/event/{EVENT}/sessions/{500 + index}/', 'sessionConveners': [], 'folders': [],
                   'material': []}
        own = [contribution(number, start + datetime.timedelta(minutes=20 * i), room, title)
               for i, number in enumerate(range(index * TALKS_OF_A_SESSION,
                                                min((index + 1) * TALKS_OF_A_SESSION, n_talks)))]
        block = {'_type': 'SessionSlot', 'id': 3000 + index, 'conference': conference, 'startDate': date(start),
                 'endDate': date(start + datetime.timedelta(minutes=20 * len(own))), 'title': title, 'slotTitle': '',
                 'description': '', 'url': session['url'], 'contributions': own, 'session': session, 'room': room,
                 'roomFullname': room, 'location': 'Somewhere', 'conveners': [], 'note': {}}
        blocks.append(block)
        talks += own
        entries = {f'c{talk["db_id"]}': timetable_entry(talk, block, talk['db_id']) for talk in own}
        days.setdefault(start.strftime('%Y%m%d'), {})[f's{index}'] = {
            'entryType': 'Session', 'id': f's{index}', 'uniqueId': f's{index}', 'conferenceId': EVENT,
            'sessionSlotId': block['id'], 'sessionId': session['db_id'], 'title': title, 'slotTitle': '', 'room': room,
            'location': 'Somewhere', 'startDate': block['startDate'], 'endDate': block['endDate'],
            'color': session['color'], 'description': session['description'], 'conveners': [], 'entries': entries}
    documents = {
        'sessions': [dict(conference, sessions=blocks, contributions=[])],
        'contributions': [dict(conference, contributions=talks)],
        'timetable': {str(EVENT): days},
    }
    for name, results in documents.items():
        path = 'timetable/77.json' if name == 'timetable' else f'event/77.json?detail={name}&tz=UTC'
        document = {'count': 1, 'additionalInfo': {}, 'ts': 1790000000, 'url': f'{BASE}/export/{path}',
                    'results': results, '_type': 'HTTPAPIResult'}
        with open(os.path.join(folder, f'{name}.json'), 'w', encoding='ascii') as file:
            json.dump(document, file)


if __name__ == '__main__':
    os.makedirs(sys.argv[1], exist_ok=True)
    make(sys.argv[1], int(sys.argv[2]))
