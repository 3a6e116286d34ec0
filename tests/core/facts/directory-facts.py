#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which conferences Giggity's menu lists, found without Lanyard.

directory-facts.py FOLDER reads the menu's files, one for each conference, and
prints what test-format-files.c compares with what Lanyard reads. Days are
those since the beginning of the year 1, which is the first one."""

import datetime
import json
import pathlib
import sys


def day(text):
    return datetime.date.fromisoformat(text).toordinal()


def facts(entry):
    """One that ends before it begins is held on its first day."""
    metadata = entry.get('metadata', {})
    first = day(entry['start'])
    last = day(entry['end'])
    return {'title': entry['title'], 'address': entry['url'], 'first_day': first, 'last_day': last if last >= first else first,
            'zone': entry.get('timezone'), 'n_links': len(metadata.get('links', []))}


listings = [facts(json.loads(path.read_text(encoding='utf-8'))) for path in sorted(pathlib.Path(sys.argv[1]).glob('*.json'))]
print(json.dumps({
    'n_listings': len(listings), 'first_day': min(listing['first_day'] for listing in listings),
    'last_day': max(listing['last_day'] for listing in listings), 'listings': listings}))
