#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is in a calendar, iCalendar or xCal, by rules of its own and with
# Python's time zones: see test-format-files.c.

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

MEALS = {'lunch', 'coffee', 'tea', 'dinner', 'breakfast', 'break', 'morning tea', 'afternoon tea',
         'coffee break', 'lunch break', 'tea break'}


def unescape(text):
    return re.sub(r'\\(.)', lambda match: '\n' if match[1] in 'nN' else match[1], text)


def entities(text):
    text = re.sub(r'&#x([0-9a-fA-F]+);', lambda match: chr(int(match[1], 16)), text)
    return text.replace('&amp;', '&')


def line(text):
    return ' '.join(entities(text).split())


def split_property(text):
    """Name, parameters and value of an unfolded line."""
    match = re.match(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^;:]*))*):(.*)$', text, re.S)
    if not match:
        return None
    parameters = dict(re.findall(r';([A-Za-z0-9-]+)=("[^"]*"|[^;:]*)', match[2]))
    return match[1], {key: value.strip('"') for key, value in parameters.items()}, match[3]


def read_ical(data):
    text = re.sub(rb'\r*\n[ \t]', b'', data).decode()
    head, *events = re.split(r'\r*\nBEGIN:VEVENT\r*\n', text)
    entries = []
    for event in events:
        event = event.split('END:VEVENT')[0]
        properties = [split_property(row) for row in re.split(r'\r*\n', event) if row]
        entries.append([row for row in properties if row])
    return [row for row in map(split_property, re.split(r'\r*\n', head)) if row], entries


def read_xcal(data):
    def properties(element):
        for child in element:
            name = child.tag.split('}')[-1]
            if '{http://pentabarf.org}' in child.tag:
                name = 'pentabarf:' + name
            elif name == 'category':
                continue
            yield name.upper(), {}, (child.text or '').replace('\\', '\\\\')

    calendar = ElementTree.fromstring(data).find('vcalendar')
    head = list(properties(element for element in calendar if element.tag != 'vevent'))
    return head, [list(properties(event)) for event in calendar.iter('vevent')]


def first(event, name):
    return next((unescape(value) for key, _, value in event if key == name), '')


def instant(event, name, zone):
    for key, parameters, value in event:
        if key == name:
            wall = datetime.strptime(value.rstrip('Z'), '%Y%m%dT%H%M%S')
            if value.endswith('Z'):
                wall = wall.replace(tzinfo=timezone.utc)
            else:
                wall = wall.replace(tzinfo=ZoneInfo(parameters.get('TZID', zone)))
            return int(wall.timestamp())
    return None


def names(event):
    found = []
    for key, parameters, value in event:
        if key == 'ATTENDEE':
            found.append(line(parameters.get('CN', value)))
    match = re.match(r'(?:Speakers?|von): *([^\n]+)', first(event, 'DESCRIPTION'))
    if match and re.match(r'indico-contribution-\d+-', first(event, 'UID')):
        # Up to Indico 3.0: the family's name first.
        found = [f'{given} {family}' for family, given in re.findall(r'([^,()]+), ([^()]+) \([^)]*\)(?:, )?', line(match[1]))]
    elif match and not found:
        found = [re.sub(r' \(.*', '', name) for name in re.split(r', (?![^(]*\))', line(match[1]))]
    return list(dict.fromkeys(found))


def is_break(event):
    return not names(event) and line(first(event, 'SUMMARY')).lower().split(': ')[-1] in MEALS


def main(path, zone='UTC'):
    with open(path, 'rb') as file:
        data = file.read()
    head, events = read_xcal(data) if b'<iCalendar' in data[:400] else read_ical(data)
    zone = first(head, 'X-WR-TIMEZONE') or zone
    is_indico = first(events[0], 'UID').startswith('indico-')
    has_venue = any('(Austria Center)' in first(event, 'LOCATION') for event in events)
    talks, breaks, blocks, rooms = [], 0, 0, set()
    people, sessions, zones = set(), set(), []
    for event in events:
        place = line(first(event, 'LOCATION'))
        if is_indico and has_venue:
            place = re.sub(r' ?\(Austria Center\)$|^Austria Center$', '', place).strip('"')
        if place:
            rooms.add(place)
        zones += [parameters['TZID'] for key, parameters, _ in event if key == 'DTSTART' and 'TZID' in parameters]
        if is_break(event):
            breaks += 1
            continue
        people.update(names(event))
        if first(event, 'UID').startswith('indico-session-'):
            blocks += 1
            sessions.add(first(event, 'URL'))
            continue
        sessions.update(value for key, _, value in event if key == 'CATEGORIES')
        talks.append({'title': line(first(event, 'PENTABARF:TITLE') or first(event, 'SUMMARY')),
                      'start': instant(event, 'DTSTART', zone), 'end': instant(event, 'DTEND', zone),
                      'room': place or None, 'n_credits': len(names(event))})
    talks.sort(key=lambda talk: (talk['start'], talk['title']))
    spots = [talks[0], talks[len(talks) // 2], talks[-1]] if talks else []
    json.dump({'n_talks': len(talks), 'n_sessions': len(sessions), 'n_rooms': len(rooms), 'n_persons': len(people),
               'n_breaks': breaks, 'n_blocks': blocks, 'zone': max(zones, key=zones.count) if zones else zone,
               'start': talks[0]['start'] if talks else None, 'end': max((talk['end'] for talk in talks), default=None),
               'talks': spots}, sys.stdout)


if __name__ == '__main__':
    main(*sys.argv[1:])
