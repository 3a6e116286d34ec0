#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a schedule in frab's or Pentabarf's XML, found without Lanyard.

frab-facts.py FILE [ZONE] prints the numbers, times and some talks that
test-format-files.c compares with what Lanyard reads."""

import datetime
import json
import sys
import xml.etree.ElementTree as ElementTree
import zoneinfo

MEALS = ('breakfast', 'lunch', 'dinner', 'coffee', 'pause', 'mittagessen')


def text(element, name):
    """What a child says, on one line; None if that is nothing."""
    return ' '.join((element.findtext(name) or '').split()) or None


def clock(words):
    """Seconds since midnight."""
    numbers = [int(number) for number in words.split(':')]
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers[2] if len(numbers) > 2 else 0)


def start_of(event, day, change, zone):
    """An instant with an offset is one; else it is the day's date and hour, or the next day's in the small hours."""
    start = text(event, 'start')
    date = text(event, 'date')
    if date is not None:
        return int(datetime.datetime.fromisoformat(date).timestamp())
    if start is None:
        return None
    midnight = datetime.datetime.fromisoformat(day.get('date')).replace(tzinfo=zone)
    later = datetime.timedelta(days=1 if clock(start) < change else 0)
    wall = (midnight + later).replace(hour=clock(start) // 3600, minute=clock(start) // 60 % 60)
    return int(wall.timestamp())


def length_of(event):
    """Seconds, from the duration or else the clock at the end."""
    duration = text(event, 'duration')
    if duration is not None and ':' in duration:
        return clock(duration)
    if text(event, 'session_end_time') is None or text(event, 'start') is None:
        return 0
    return (clock(text(event, 'session_end_time')) - clock(text(event, 'start'))) % 86400


def is_break(event, is_wafer):
    """Nobody gives it, and it is no lecture: a page of wafer, or a meal."""
    if event.find('persons/person') is not None:
        return False
    if is_wafer:
        return text(event, 'type') is None and text(event, 'track') in (None, 'No Track')
    title = (text(event, 'title') or '').lower()
    return (text(event, 'description') is None and text(event, 'abstract') is None and
            title.replace(' break', '') in (*MEALS, 'break'))


def main():
    root = ElementTree.parse(sys.argv[1]).getroot()
    conference = root.find('conference')
    named = text(conference, 'time_zone_name') or (sys.argv[2] if len(sys.argv) > 2 else None)
    zone = zoneinfo.ZoneInfo(named) if named else datetime.timezone.utc
    change = clock(text(conference, 'day_change') or '00:00')
    generator = root.find('generator')
    is_wafer = generator is not None and generator.get('name') == 'wafer'
    talks, breaks, rooms, sessions, persons = [], set(), set(), set(), set()

    for day in root.iter('day'):
        for event in day.iter('event'):
            start = start_of(event, day, change, zone)
            room = text(event, 'room')
            if room is not None:
                rooms.add(room)
            if is_break(event, is_wafer):
                breaks.add((text(event, 'title'), start, start + length_of(event), room))
                continue
            names = {(person.get('id'), ' '.join(person.text.split())) for person in event.findall('persons/person')
                     if (person.text or '').strip()}
            persons |= names
            if text(event, 'track') not in (None, 'No Track'):
                sessions.add(text(event, 'track'))
            talks.append({'title': text(event, 'title'), 'start': start, 'end': start + length_of(event), 'room': room,
                          'n_credits': len(names)})

    starts = [talk['start'] for talk in talks]
    print(json.dumps({
        'n_talks': len(talks), 'n_sessions': len(sessions), 'n_rooms': len(rooms), 'n_persons': len(persons),
        'n_breaks': len(breaks), 'zone': named, 'start': min(starts), 'end': max(talk['end'] for talk in talks),
        # The first, the middle and the last one, and whatever else is every hundredth.
        'talks': [talks[0], talks[len(talks) // 2], talks[-1], *talks[::100]],
    }))


main()
