#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a calendar of ours as somebody else's program does.

Usage: check-ical.py TEST-ICAL [ARGUMENT…]
"""

import datetime
import os
import subprocess
import sys
import tempfile

try:
    import icalendar
except ImportError:
    print('python3-icalendar is not installed')
    sys.exit(77)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'calendar.ics')
    subprocess.run([sys.argv[1], '--write', path], check=True)
    with open(path, 'rb') as file:
        calendar = icalendar.Calendar.from_ical(file.read())

events = {str(event['SUMMARY']): event for event in calendar.walk('VEVENT')}
talk = events['絵文字 ' + '🦘' * 20 + ', and; so\\on']
block = events['VFIO, IOMMU & PCI; \\ MC']

assert len(events) == 4, events.keys()
assert talk['UID'] == 'indico-contribution-3104@events.example.org'
assert talk.decoded('DTSTART') == datetime.datetime.fromtimestamp(1790000000, datetime.timezone.utc)
assert talk.decoded('DTEND') - talk.decoded('DTSTART') == datetime.timedelta(minutes=30)
assert str(talk['LOCATION']) == 'Room 1, "upstairs"; left, Old Mill'
assert str(talk['DESCRIPTION']).startswith('Speakers: Ada Ørsted\n\nFirst line,\nsecond;\\ bold tab\n'), talk['DESCRIPTION']
# Some versions take a comma for the end of a category even where it is escaped.
assert ','.join(str(category) for category in talk['CATEGORIES'].cats) == 'VFIO, IOMMU & PCI; \\ MC'
assert talk['STATUS'] == 'CONFIRMED'
assert events['Not any more']['STATUS'] == 'CANCELLED'
assert block['URL'] == 'https://events.example.org/event/77/sessions/7/'
assert not [event.errors for event in calendar.walk() if event.errors]
