#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a schedule in JSON, found without Lanyard.

json-facts.py FILE [ZONE] prints the numbers, times and some talks that
test-format-files.c compares with what Lanyard reads."""

import datetime
import json
import re
import sys
import zoneinfo


def line(text):
    """A name as it is shown."""
    if isinstance(text, dict):
        text = text.get('en') or next((value for value in text.values() if value), None)
    return ' '.join(text.split()) if isinstance(text, str) and text.strip() else None


def instant(text, zone):
    """UTC seconds of a time with an offset, or else in the zone."""
    if not text:
        return None
    stamp = datetime.datetime.fromisoformat(text)
    if stamp.tzinfo is None:
        stamp = stamp.replace(tzinfo=zone)
    return int(stamp.timestamp())


def minutes(text):
    """Seconds of "1:30"."""
    hours, rest = text.split(':')
    return int(hours) * 3600 + int(rest) * 60


class Facts:
    def __init__(self, zone=None):
        self.talks = []
        self.sessions = set()
        self.rooms = set()
        self.persons = set()
        self.breaks = set()
        self.zone = zone

    def add(self, title, start, end, room, credits):
        room = line(room)
        if line(title) is None:
            return
        if room is not None:
            self.rooms.add(room)
        self.persons |= set(credits)
        self.talks.append({'title': line(title), 'start': start, 'end': end, 'room': room, 'n_credits': len(set(credits))})

    def add_break(self, title, start, room):
        if room is not None:
            self.rooms.add(line(room))
        self.breaks.add((line(title), start, line(room)))

    def show(self):
        timed = [talk for talk in self.talks if talk['start'] is not None]
        picked = [self.talks[0], self.talks[len(self.talks) // 2], self.talks[-1]]
        picked += [talk for talk in self.talks if talk['start'] is None][:1]
        print(json.dumps({
            'n_talks': len(self.talks), 'n_sessions': len(self.sessions), 'n_rooms': len(self.rooms),
            'n_persons': len(self.persons), 'n_breaks': len(self.breaks), 'zone': self.zone,
            'start': min(talk['start'] for talk in timed), 'end': max(talk['end'] for talk in timed),
            'talks': picked}))


def find_zone(conference):
    """The zone that is named, unless the times are those of another one."""
    stamp = datetime.datetime.fromisoformat(conference['days'][0]['day_start'])
    name = conference.get('time_zone_name')
    if name and zoneinfo.ZoneInfo(name).utcoffset(stamp.replace(tzinfo=None)) == stamp.utcoffset():
        return name
    return stamp.isoformat()[-6:]


def read_days(schedule):
    """schedule.json 1."""
    conference = schedule['conference']
    facts = Facts(find_zone(conference))
    facts.sessions |= {line(track['name']) for track in conference.get('tracks', [])}
    for day in conference['days']:
        for name, events in day['rooms'].items():
            for event in events:
                start = instant(event['date'], None)
                facts.add(event['title'], start, start + minutes(event['duration']), event.get('room') or name,
                          [person.get('guid') or person.get('code') or person['id'] for person in event['persons']])
                if event['track']:
                    facts.sessions.add(line(event['track']))
    return facts


def read_flat(schedule):
    """schedule.json 2."""
    facts = Facts(schedule['conference']['time_zone_name'])
    facts.sessions |= {line(track['name']) for track in schedule['conference']['tracks']}
    for event in schedule['events']:
        facts.add(event['title'], instant(event['start'], None), instant(event['end'], None), event['room']['name'],
                  [person['guid'] for person in event['participants']])
    return facts


def read_matrix(document):
    """FOSDEM's JSON for its chat rooms."""
    facts = Facts('Europe/Brussels')
    for track in document['tracks']:
        facts.sessions.add(track['slug'])
        facts.persons |= {person['person_id'] for person in track['managers']}
    for talk in document['talks']:
        start = instant(talk['start_datetime'], None)
        facts.add(talk['title'], start, start + talk['duration'] * 60, talk['conference_room'],
                  [person['person_id'] for person in talk['persons'] if person['event_role'] != 'coordinator'])
    return facts


def read_grid(document, zone):
    """Submissions of pretalx's old interface by date, minute and room."""
    facts = Facts(zone.key)
    for part in ('schedule', 'sprints'):
        for day in document[part].values():
            for row in day.values():
                for talk in row.values():
                    slot = talk['slot']
                    facts.add(talk['title'], instant(slot['start'], None), instant(slot['end'], None), slot['room'],
                              [speaker['code'] for speaker in talk['speakers']])
    for date, entries in document['extra'].items():
        for minute, entry in entries.items():
            time = datetime.time(int(minute) // 60, int(minute) % 60)
            start = datetime.datetime.combine(datetime.date.fromisoformat(date), time, zone)
            facts.add_break(entry['title'], int(start.timestamp()), None)
    return facts


def read_open_event(sessions, zone):
    facts = Facts(zone.key if zone else None)
    for session in sessions:
        facts.sessions.add(line(session['track']['name']))
        facts.add(session['title'], instant(session.get('start_time'), None), instant(session.get('end_time'), None),
                  session['location'], [speaker['id'] for speaker in session['speakers'] if line(speaker['name'])])
    return facts


def read_field(entries):
    """Electromagnetic Field."""
    zone = zoneinfo.ZoneInfo('Europe/London')
    facts = Facts('Europe/London')
    for entry in entries:
        names = [line(name) for name in re.split(r', +| & ', entry['speaker'])]
        facts.add(entry['title'], instant(entry['start_date'], zone), instant(entry['end_date'], zone), entry['venue'],
                  [name for name in names if name])
    return facts


def read(document, zone):
    if isinstance(document, list):
        return read_field(document)
    if 'sessions' in document:
        return read_open_event(document['sessions'], zone)
    if 'extra' in document:
        return read_grid(document, zone)
    if 'talks' in document:
        return read_matrix(document)
    schedule = document['schedule']
    return read_flat(schedule) if 'events' in schedule else read_days(schedule)


with open(sys.argv[1], encoding='utf-8') as file:
    read(json.load(file), zoneinfo.ZoneInfo(sys.argv[2]) if len(sys.argv) > 2 else None).show()
