#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a calendar of ours over changes of the clocks as somebody else's program does: once by the
names of the zones, as it knows them itself, and once by what the calendar says about them.

Usage: check-ical-zones.py TEST-ICAL-ZONES
"""

import os
import subprocess
import sys
import tempfile
import zoneinfo

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

described = {str(zone['TZID']): zone.to_tz() for zone in calendar.walk('VTIMEZONE')}
assert sorted(described) == ['America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Prague'], described
checked = {}


def read(time, zones):
    """The instant of a property, its wall clock taken in one of these zones."""
    name = time.params.get('TZID')
    if name is None:
        return time.dt.timestamp()
    checked[name] = checked.get(name, 0) + 1
    wall = time.dt.replace(tzinfo=None, fold=0)
    zone = zones(name)
    if hasattr(zone, 'localize'):
        return zone.localize(wall, is_dst=True).timestamp()
    return wall.replace(tzinfo=zone).timestamp()


for event in calendar.walk('VEVENT'):
    start, end = (int(number) for number in str(event['SUMMARY']).split())
    for zones in (zoneinfo.ZoneInfo, described.get):
        assert read(event['DTSTART'], zones) == start, (event.to_ical(), zones)
        assert read(event['DTEND'], zones) == end, (event.to_ical(), zones)
assert len(checked) == 4 and min(checked[name] for name in checked if name != 'Asia/Kolkata') > 600, checked
