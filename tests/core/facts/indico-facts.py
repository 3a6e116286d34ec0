#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a document that Indico exports of an event, found without Lanyard.

indico-facts.py FILE prints the numbers, times and some talks that
test-format-files.c compares with what Lanyard reads."""

import datetime
import json
import sys
import zoneinfo

# Zones that Indico offers and that not every system has.
OLD_NAMES = {'Canada/Newfoundland': 'America/St_Johns'}

PEOPLE = ('speakers', 'presenters', 'primaryauthors', 'authors', 'coauthors')


def line(text):
    return ' '.join((text or '').split()) or None


def instant(stamp):
    if stamp is None:
        return None
    wall = datetime.datetime.fromisoformat(f'{stamp["date"]}T{stamp["time"]}')
    zone = zoneinfo.ZoneInfo(OLD_NAMES.get(stamp['tz'], stamp['tz']))
    return int(wall.replace(tzinfo=zone).timestamp())


def room_of(entry):
    """Without the quotes that some type around it."""
    name = line(entry.get('room')) or line(entry.get('roomFullname'))
    if name and name.count('"') == 2 and name[0] == name[-1] == '"':
        name = line(name[1:-1])
    return name


def person(entry):
    """The number that a person has in all talks of the event, or else the name."""
    if entry.get('person_id') is not None:
        return entry['person_id']
    if entry.get('_type') == 'SlotChair' and 'db_id' in entry:
        return int(entry['id'])
    first = entry.get('first_name', entry.get('firstName'))
    return line(f'{first} {entry.get("last_name", entry.get("familyName"))}')


class Facts:
    """Whatever is twice in the document counts once."""

    def __init__(self):
        self.talks = {}
        self.sessions = set()
        self.rooms = set()
        self.breaks = set()
        self.blocks = set()
        self.persons = set()

    def add_room(self, entry):
        if room_of(entry):
            self.rooms.add(room_of(entry))

    def add_talk(self, entry, key):
        credits = {person(one) for name in PEOPLE for one in entry.get(name, [])}
        self.persons |= credits
        for part in entry.get('subContributions', []):
            self.persons |= {person(one) for one in part['speakers']}
        self.add_room(entry)
        self.talks[entry[key]] = {
            'title': line(entry['title']), 'start': instant(entry['startDate']), 'end': instant(entry['endDate']),
            'room': room_of(entry), 'n_credits': len(credits)}

    def show(self, zone):
        talks = sorted(self.talks.values(), key=lambda talk: (talk['start'] is None, talk['start'] or 0, talk['title']))
        timed = [talk for talk in talks if talk['start'] is not None]
        print(json.dumps({
            'n_talks': len(talks), 'n_sessions': len(self.sessions), 'n_rooms': len(self.rooms),
            'n_persons': len(self.persons), 'n_breaks': len(self.breaks), 'n_blocks': len(self.blocks), 'zone': zone,
            'start': min(talk['start'] for talk in timed), 'end': max(talk['end'] for talk in timed),
            # The first, the middle and the last one, and whatever else is every hundredth.
            'talks': [talks[0], talks[len(talks) // 2], talks[-1], *talks[::100]]}))


def read_timetable(days):
    """/export/timetable: sessions have blocks, blocks have talks and breaks; what crosses midnight is on both days."""
    facts = Facts()
    zones = []

    def add(entry):
        zones.append(entry['startDate']['tz'])
        facts.add_room(entry)
        if entry['entryType'] == 'Break':
            facts.breaks.add(entry['uniqueId'])
        elif entry['entryType'] == 'Contribution':
            facts.add_talk(entry, 'contributionId')
        else:
            facts.sessions.add(entry['sessionId'])
            facts.blocks.add(entry['sessionSlotId'])
            facts.persons |= {person(one) for one in entry['conveners']}
            for inner in entry['entries'].values():
                add(inner)

    for day in days.values():
        for entry in day.values():
            add(entry)
    facts.show(max(zones, key=zones.count))


def read_event(event):
    """/export/event in each of its details."""
    facts = Facts()
    facts.persons |= {person(one) for one in event.get('chairs', [])}
    contributions = list(event['contributions'])
    for block in event.get('sessions', []):
        facts.sessions.add(line(block['session']['title']))
        facts.blocks.add(block['id'])
        facts.add_room(block)
        facts.persons |= {person(one) for one in block.get('conveners', [])}
        contributions += block['contributions']
    for entry in contributions:
        facts.add_talk(entry, 'db_id')
        if entry['session']:
            facts.sessions.add(line(entry['session']))
    facts.show(event['timezone'])


with open(sys.argv[1], encoding='utf-8') as file:
    results = json.load(file)['results']
if isinstance(results, dict):
    read_timetable(next(iter(results.values())))
else:
    read_event(results[0])
