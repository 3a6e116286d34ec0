#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes invented Indico events that are extreme in one way each, for tests of
how pages cope.

Usage: make_extremes.py FOLDER
"""

import datetime
import json
import os
import sys

BASE = 'https://events.example.org'
MORNING = datetime.datetime(2026, 10, 5, 9, 0)
LONG = ('Reconsidering the interplay of asynchronous notification interfaces and deferred reclamation in long-running '
        'heterogeneous workloads, with Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft')


def date(moment):
    return {'date': moment.strftime('%Y-%m-%d'), 'time': moment.strftime('%H:%M:%S'), 'tz': 'UTC'}


def speaker(number):
    return {'_type': 'ContributionParticipation', 'first_name': f'Given{number}', 'last_name': f'Family{number}',
            'fullName': f'Family{number}, Given{number}', 'id': str(number), 'db_id': number, 'person_id': number,
            'affiliation': f'Institute of Things {number}', 'emailHash': None}


class Event:
    def __init__(self, number, title):
        self.number = number
        self.title = title
        self.blocks = []
        self.talks = []

    def talk(self, title, start, minutes, room='', session=None, n_speakers=1):
        number = len(self.talks) + 1
        self.talks.append({
            '_type': 'Contribution', 'id': str(number), 'db_id': 100 * self.number + number, 'friendly_id': number,
            'title': title, 'startDate': start and date(start), 'duration': minutes,
            'endDate': start and date(start + datetime.timedelta(minutes=minutes)), 'room': room, 'roomFullname': room,
            'location': '', 'note': {}, 'type': None, 'track': session, 'session': session, 'description': title,
            'folders': [], 'material': [], 'speakers': [speaker(number + i) for i in range(n_speakers)],
            'primaryauthors': [], 'coauthors': [], 'keywords': [], 'references': [], 'board_number': '', 'code': '',
            'url': f'{BASE}/event/{self.number}/contributions/{number}/'})
        return self.talks[-1]

    def block(self, title, start, minutes, room='', talks=()):
        number = len(self.blocks) + 1
        own = [self.talk(name, start + datetime.timedelta(minutes=offset), length, room, title)
               for name, offset, length in talks]
        session = {'_type': 'Session', 'id': str(number), 'db_id': 10 * self.number + number, 'friendly_id': number,
                   'title': title, 'description': '', 'color': '#%06x' % (number * 2777777 % 0xffffff),
                   'isPoster': False, 'url': f'{BASE}/event/{self.number}/sessions/{number}/', 'sessionConveners': [],
                   'folders': [], 'material': []}
        self.blocks.append({
            '_type': 'SessionSlot', 'id': 1000 * self.number + number, 'startDate': date(start),
            'endDate': date(start + datetime.timedelta(minutes=minutes)), 'title': title, 'slotTitle': '',
            'description': '', 'url': session['url'], 'contributions': own, 'session': session, 'room': room,
            'roomFullname': room, 'location': '', 'conveners': [], 'note': {}})

    def write(self, folder):
        event = {'_type': 'Conference', 'id': str(self.number), 'title': self.title, 'description': '',
                 'startDate': date(MORNING), 'endDate': date(MORNING + datetime.timedelta(days=2)), 'timezone': 'UTC',
                 'room': '', 'roomFullname': '', 'location': '', 'address': '', 'type': 'conference', 'references': [],
                 'url': f'{BASE}/event/{self.number}/', 'folders': [], 'chairs': [], 'material': [], 'keywords': [],
                 'note': {}}
        os.makedirs(folder, exist_ok=True)
        for name, content in (('sessions', {'sessions': self.blocks, 'contributions': []}),
                              ('contributions', {'contributions': self.talks})):
            document = {'count': 1, 'additionalInfo': {}, 'ts': 1790000000, '_type': 'HTTPAPIResult',
                        'url': f'{BASE}/export/event/{self.number}.json?detail={name}&tz=UTC',
                        'results': [dict(event, **content)]}
            with open(os.path.join(folder, f'{name}.json'), 'w', encoding='ascii') as file:
                json.dump(document, file)


def later(minutes):
    return MORNING + datetime.timedelta(minutes=minutes)


def many_rooms():
    event = Event(501, 'Fourteen Rooms at Once')
    for room in range(14):
        event.block(f'Track of Room {room + 1}', MORNING, 480, f'Room {room + 1}',
                    [(f'Talk {room + 1}.{i + 1}', 45 * i, 40) for i in range(10)])
    return event


def one_room():
    event = Event(502, 'One Room')
    event.block('All of It', MORNING, 420, 'The Room', [(f'Talk {i + 1}', 60 * i, 55) for i in range(7)])
    return event


def one_talk():
    event = Event(503, 'One Talk')
    event.talk('The Talk', MORNING, 90, 'The Room')
    return event


def long_words():
    event = Event(505, LONG)
    event.block(LONG + ' MC', MORNING, 180, LONG, [(f'{LONG} {i}', 5 * i, 5) for i in range(8)])
    event.talk(LONG, later(30), 90, LONG, n_speakers=14)
    return event


def no_rooms():
    event = Event(506, 'Nobody Knows Where')
    event.block('Somewhere MC', MORNING, 180, '', [('Five minutes', 0, 5), ('Ninety minutes', 5, 90)])
    event.talk('Elsewhere', later(10), 90)
    event.talk('No time either', None, 20)
    return event


def empty_blocks():
    event = Event(507, 'Blocks Without Talks')
    for number in range(3):
        event.block(f'Open Space {number + 1} MC', later(200 * number), 180, f'Room {number + 1}')
    return event


EXTREMES = {'many-rooms': many_rooms, 'one-room': one_room, 'one-talk': one_talk,
            'long-words': long_words, 'no-rooms': no_rooms, 'empty-blocks': empty_blocks}


def main():
    for name, make in EXTREMES.items():
        make().write(os.path.join(sys.argv[1], name))


if __name__ == '__main__':
    main()
