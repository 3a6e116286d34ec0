# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes large files of the small ones in tests/data: the same entries again and again, under ids of their own.

In them an entry has a text as long as real ones have, or it is as small as it is in tests/data.
"""

import json
import os
import re

# For each JSON file where its entries are.
JSON_ENTRIES = {
    'emf/schedule.json': (),
    'fosdem-matrix/matrix.json': ('talks',),
    'indico/contributions.json': ('results', 0, 'contributions'),
    'open-event/sessions.json': ('sessions',),
    'pretalx/legacy.json': ('results',),
    'pretalx/submissions.json': ('results',),
    'pretalx/widget.json': ('talks',),
    'schedule-json/flat.json': ('schedule', 'events'),
    'schedule-json/frab.json': ('schedule', 'conference', 'days', 0, 'rooms', 'Pier'),
    'schedule-json/pretalx.json': ('schedule', 'conference', 'days', 0, 'rooms', 'Boat house'),
}

# For each file of text what is before, in and after the part that is repeated.
TEXT_ENTRIES = {
    'frab/frab.xml': re.compile(r"(.*?)(<room name='Quay'>.*?</room>\n)(</day>.*)", re.DOTALL),
    'calendar/pretalx.ics': re.compile(r'(.*?)(BEGIN:VEVENT.*END:VEVENT\r?\n)(.*)', re.DOTALL),
    'calendar/rfc6321.xcal': re.compile(r'(.*?)(<vevent>.*</vevent>)(.*)', re.DOTALL),
}

# FOSDEM's matrix has no texts.
TINY = ('fosdem-matrix/matrix.json',)

IDS = ('id', 'db_id', 'guid', 'code', 'event_id', 'session_id', 'uuid')
ID_IN_TEXT = re.compile(r"""((?:\b(?:guid|id|code)=['"]|<uid><text>|UID:))""")


TEXTS = ('abstract', 'description', 'long_abstract')
TEXT = 'Nobody knew how the boats came to be where they were in the morning, and nobody had asked the boats. ' * 15


def with_ids(entry, number, is_tiny):
    """An entry whose ids begin or end with a number."""
    changed = dict(entry)
    for name in TEXTS:
        if not is_tiny and name in entry:
            changed[name] = {'en': f'{number} {TEXT}'} if isinstance(entry[name], dict) else f'{number} {TEXT}'
            break
    for name in IDS:
        if isinstance(entry.get(name), int):
            changed[name] = entry[name] * 1000000 + number
        elif isinstance(entry.get(name), str):
            changed[name] = f'{number:06}{entry[name]}'
    return changed


def multiply_json(source, keys, n_bytes, is_tiny):
    with open(source, encoding='utf-8') as file:
        document = json.load(file)
    entries = document
    for key in keys:
        entries = entries[key]
    each = list(entries)
    one = [with_ids(entry, 0, is_tiny) for entry in each]
    n_copies = max(1, n_bytes // len(json.dumps(one, ensure_ascii=False)))
    entries[:] = [with_ids(entry, number, is_tiny) for number in range(n_copies) for entry in each]
    return json.dumps(document, ensure_ascii=False)


def multiply_text(source, pattern, n_bytes):
    with open(source, encoding='utf-8', newline='') as file:
        before, each, after = pattern.fullmatch(file.read()).groups()
    n_copies = max(1, n_bytes // len(each))
    return before + ''.join(ID_IN_TEXT.sub(rf'\g<1>{number:06}', each) for number in range(n_copies)) + after


def names():
    return sorted([*JSON_ENTRIES, *TEXT_ENTRIES])


def make(data, name, folder, n_bytes, is_tiny=False):
    """Makes of the file of that name in the folder data one of about so many bytes, and gives its path."""
    source = os.path.join(data, name)
    text = (multiply_json(source, JSON_ENTRIES[name], n_bytes, is_tiny) if name in JSON_ENTRIES
            else multiply_text(source, TEXT_ENTRIES[name], n_bytes))
    path = os.path.join(folder, f'{n_bytes}-{name.replace("/", "-")}')
    with open(path, 'w', encoding='utf-8', newline='') as target:
        target.write(text)
    return path


def make_rooms(folder, n_rooms):
    """A schedule that is nothing but rooms, each with one short talk."""
    path = os.path.join(folder, f'{n_rooms}-rooms.xml')
    with open(path, 'w', encoding='utf-8') as target:
        target.write("<schedule><conference><title>Rooms</title><time_zone_name>UTC</time_zone_name></conference>"
                     "<day date='2026-10-01'>")
        for number in range(n_rooms):
            target.write(f"<room name='R{number}'><event id='{number}'><title>T{number}</title><start>10:00</start>"
                         "<duration>00:30</duration></event></room>")
        target.write('</day></schedule>')
    return path
