# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a programme as the three documents that an Indico 3.3 server exports.

The two programmes of our own (the sample and the invented conference of the
tests) are described as the plain objects of indico_event; Export turns them into what
/export/event/ID.json?detail=sessions, the same with detail=contributions and
/export/timetable/ID.json would answer: same keys, same order, same types, same
quirks. Instants are UTC inside.
"""

import hashlib
import json
from datetime import timedelta, timezone
from urllib.parse import quote
from zoneinfo import ZoneInfo

from indico_event import Block, Break, Talk


class Export:
    """One event as one kind of visitor sees it."""

    def __init__(self, event, manager=False):
        self.event = event
        self.manager = manager
        self.zone = ZoneInfo(event.zone)
        self.url = f'{event.base}/event/{event.id}/'
        self.link_id = 0
        self.links = {}
        self.number_entries()

    # Instants

    def utc(self, wall):
        return wall.replace(tzinfo=self.zone).astimezone(timezone.utc)

    def local(self, instant):
        return instant.astimezone(self.zone)

    def talk_span(self, talk):
        start = self.utc(talk.start)
        return start, start + timedelta(minutes=talk.minutes)

    @staticmethod
    def date(instant, zone='UTC', clock='%H:%M:%S'):
        return {'date': instant.strftime('%Y-%m-%d'), 'time': instant.strftime(clock), 'tz': zone}

    def utc_date(self, wall):
        return self.date(self.utc(wall))

    def local_date(self, instant):
        return self.date(self.local(instant), self.event.zone)

    # Timetable entries have ids of their own, in the order of the programme

    def number_entries(self):
        self.entry_ids = {}
        top = [b for s in self.event.sessions for b in s.blocks]
        top += [x for x in self.event.talks if x.start and not x.block]
        top += [x for x in self.event.breaks if not x.block]
        top.sort(key=lambda x: (self.utc(x.start), x.room, x.title))
        for entry in top:
            self.entry_ids[id(entry)] = len(self.entry_ids) + 1001
            if isinstance(entry, Block):
                inside = [x for x in self.event.talks if x.block is entry and x.start]
                inside += [x for x in self.event.breaks if x.block is entry]
                inside.sort(key=lambda x: self.utc(x.start))
                entry.entries = inside
                for child in inside:
                    self.entry_ids[id(child)] = len(self.entry_ids) + 1001
        self.top = top

    # People

    def mail_hash(self, person):
        return hashlib.md5(person.mail.encode()).hexdigest() if person.mail else None

    def mail(self, person, extra=None):
        return {**(extra or {}), 'email': person.mail} if self.manager else {}

    @staticmethod
    def full_name(person, title=False):
        name = f'{person.last}, {person.first}' if person.first else person.last
        return f'{person.title} {name}' if title and person.title else name

    def link(self, owner, person):
        """A person's id in one talk or block, which is not the person's."""
        key = (owner, person.id)
        if key not in self.links:
            self.links[key] = 30001 + len(self.links)
        return self.links[key]

    def person(self, kind, owner, person, fossil='contributionParticipationMetadata'):
        link = self.link(owner, person)
        return {'_type': kind, '_fossil': fossil,
                'first_name': person.first, 'last_name': person.last,
                'fullName': self.full_name(person, kind == 'ConferenceChair'),
                'id': str(link), 'affiliation': person.affiliation,
                'emailHash': self.mail_hash(person), 'db_id': link, 'person_id': person.id,
                **self.mail(person)}

    def convener(self, owner, person):
        name = self.full_name(person)
        return {'fax': '', 'familyName': person.last, 'firstName': person.first, 'name': name,
                'last_name': person.last, 'first_name': person.first, 'title': person.title,
                '_type': 'SlotChair', 'affiliation': person.affiliation,
                '_fossil': 'conferenceParticipation', 'fullName': name, 'id': person.id,
                'db_id': self.link(owner, person), 'person_id': person.id,
                'emailHash': self.mail_hash(person),
                **self.mail(person, {'address': '', 'phone': ''})}

    def entry_person(self, position, person):
        plain = ' '.join(x for x in (person.title, person.first, person.last) if x)
        return {'firstName': person.first, 'familyName': person.last,
                'affiliation': person.affiliation, 'emailHash': self.mail_hash(person),
                'name': plain, 'displayOrderKey': [position, self.full_name(person)],
                **self.mail(person)}

    # Attachments and notes

    def download(self, owner_url, folder, attachment):
        name = 'go' if attachment.link else quote(attachment.file, safe="'()")
        return f'{owner_url}attachments/{folder.id}/{attachment.id}/{name}'

    def attachment(self, owner_url, folder, it):
        result = {'_type': 'attachment', 'id': it.id,
                  'download_url': self.download(owner_url, folder, it),
                  'title': it.title, 'description': it.description,
                  'modified_dt': '2026-09-30T03:15:42.123456+00:00',
                  'type': 'link' if it.link else 'file', 'is_protected': it.protected}
        if it.link:
            return {**result, 'link_url': it.link}
        return {**result, 'filename': it.file, 'content_type': it.mime, 'size': it.size,
                'checksum': hashlib.md5(it.file.encode()).hexdigest()}

    def folder_list(self, owner_url, folders):
        return [{'_type': 'folder', 'id': f.id, 'title': f.title, 'description': f.description,
                 'attachments': [self.attachment(owner_url, f, a) for a in f.attachments],
                 'default_folder': f.title is None, 'is_protected': f.protected} for f in folders]

    def material(self, owner_url, folders):
        """Indico's older list of the same, without the default folder."""
        def resource(f, a):
            if a.link:
                return {'name': a.title, '_deprecated': True, '_type': 'Link',
                        '_fossil': 'linkMetadata', 'url': a.link}
            return {'name': a.title, '_deprecated': True, '_type': 'LocalFile',
                    '_fossil': 'localFileMetadata', 'id': str(a.id), 'fileName': a.file,
                    'url': self.download(owner_url, f, a)}
        return [{'_type': 'Material', '_fossil': 'materialMetadata', '_deprecated': True,
                 'title': f.title, 'id': str(f.id),
                 'resources': [resource(f, a) for a in f.attachments]}
                for f in folders if f.title is not None]

    def entry_attachments(self, owner_url, folders):
        path = owner_url[len(self.event.base):]

        def short(f, a):
            return {'id': a.id, '_type': 'Attachment', '_fossil': 'attachment',
                    'title': a.title, 'download_url': self.download(path, f, a)}
        files = [short(f, a) for f in folders if f.title is None for a in f.attachments]
        named = [{'id': f.id, '_type': 'AttachmentFolder', '_fossil': 'folder', 'title': f.title,
                  'attachments': [short(f, a) for a in f.attachments]}
                 for f in folders if f.title is not None]
        return {'files': files or None, 'folders': named}

    @staticmethod
    def note(owner_url, note):
        if not note:
            return {}
        return {'html': note.html, 'url': f'{owner_url}note/', 'modified_dt': note.modified,
                'user': note.user}

    # The event export

    def event_base(self, fossil):
        e = self.event
        return {'_type': 'Conference', 'id': str(e.id), 'title': e.title,
                'description': e.description, 'startDate': self.utc_date(e.start),
                'timezone': e.zone, 'endDate': self.utc_date(e.end), 'room': '',
                'location': e.location, 'address': e.address, 'type': 'conference',
                'references': [], '_fossil': fossil}

    def event_document(self, detail):
        e = self.event
        fossil = {'sessions': 'conferenceMetadataWithSessions',
                  'contributions': 'conferenceMetadataWithContribs'}[detail]
        creator = None
        if e.creator:
            creator = {'_type': 'Avatar', '_fossil': 'conferenceChairMetadata',
                       'first_name': e.creator.first, 'last_name': e.creator.last,
                       'fullName': self.full_name(e.creator), 'id': str(e.creator.id),
                       'affiliation': e.creator.affiliation,
                       'emailHash': self.mail_hash(e.creator), **self.mail(e.creator)}
        result = self.event_base(fossil)
        result |= {
            'categoryId': e.category[0] if e.category else None,
            'category': e.category[1] if e.category else None,
            'note': self.note(self.url, e.note), 'roomFullname': '', 'url': self.url,
            'creationDate': self.date(self.utc(e.created), clock='%H:%M:%S.%f') if e.created else None,
            'creator': creator, 'hasAnyProtection': e.protected, 'roomMapURL': e.map_url,
            'folders': self.folder_list(self.url, e.folders),
            'chairs': [self.person('ConferenceChair', 'event', p, 'conferenceChairMetadata')
                       for p in e.chairs],
            'material': self.material(self.url, e.folders), 'keywords': e.keywords,
            'organizer': e.organizer, 'language': e.language, 'label': e.label,
            'visibility': {'id': '', 'name': 'Everywhere'}, **self.allowed(),
        }
        if detail == 'contributions':
            result['contributions'] = [self.talk(t, parts=False) for t in e.talks]
        else:
            result['contributions'] = [self.talk(t) for t in e.talks if not t.session]
            result['sessions'] = [self.block(b) for s in e.sessions for b in s.blocks]
        return self.envelope(f'event/{e.id}.json?detail={detail}&tz=UTC', [result])

    def allowed(self, users=()):
        return {'allowed': {'users': list(users), 'groups': []}} if self.manager else {}

    def envelope(self, path, results):
        return {'count': 1, 'additionalInfo': {},
                'ts': int(self.event.stamp.replace(tzinfo=timezone.utc).timestamp()),
                'url': f'{self.event.base}/export/{path}', 'results': results,
                '_type': 'HTTPAPIResult'}

    def session_url(self, session):
        return session.url or f'{self.url}sessions/{session.id}/'

    def session(self, s):
        leads = {p.id: self.convener(('session', s.id), p) for b in s.blocks for p in b.leads}
        url = self.session_url(s)
        return {'folders': self.folder_list(url, s.folders),
                'startDate': self.date(min(self.utc(b.start) for b in s.blocks)),
                'endDate': self.date(max(self.utc(b.end) for b in s.blocks)),
                '_type': 'Session', 'sessionConveners': list(leads.values()), 'title': s.title,
                'color': s.colour, 'textColor': s.text_colour, 'description': s.description,
                'material': self.material(url, s.folders), 'isPoster': s.poster, 'type': s.type,
                'url': url, 'roomFullname': s.room, 'location': self.event.location,
                'address': self.event.address, '_fossil': 'sessionMinimal',
                'numSlots': len(s.blocks), 'id': str(s.number), 'db_id': s.id,
                'friendly_id': s.number, 'room': s.room, 'code': s.code}

    def block(self, b):
        conference = self.event_base('conference')
        conference |= {
            'adjustedStartDate': conference['startDate'], 'adjustedEndDate': conference['endDate'],
            'supportInfo': {'_fossil': 'supportInfo', 'caption': 'Contact',
                            '_type': 'SupportInfo', 'email': self.event.support, 'telephone': ''}}
        talks = [t for t in self.event.talks if t.block is b]
        return {'_type': 'SessionSlot', '_fossil': 'sessionMetadata', 'id': b.id,
                'conference': conference, 'startDate': self.utc_date(b.start),
                'endDate': self.utc_date(b.end), 'description': '',
                'title': f'{b.session.title}: {b.title}' if b.title else b.session.title,
                'url': self.session_url(b.session), 'contributions': [self.talk(t) for t in talks],
                'note': {}, 'session': self.session(b.session), 'room': b.room,
                'roomFullname': b.room, 'location': self.event.location,
                'inheritLoc': b.room == b.session.room, 'inheritRoom': True,
                'slotTitle': b.title, 'address': self.event.address,
                'conveners': [self.convener(('block', b.id), p) for p in b.leads],
                'code': b.code, **self.allowed()}

    def talk_url(self, t):
        return f'{self.url}contributions/{t.id}/'

    def talk_room(self, t):
        return t.room or (t.block.room if t.block else '')

    def talk(self, t, parts=True):
        url = self.talk_url(t)
        start, end = self.talk_span(t) if t.start else (None, None)
        room = self.talk_room(t)

        def people(list):
            return [self.person('ContributionParticipation', ('talk', t.id), p) for p in list]
        result = {
            '_type': 'Contribution',
            '_fossil': 'contributionMetadataWithSubContribs' if parts else 'contributionMetadata',
            'id': str(t.number), 'db_id': t.id, 'friendly_id': t.number, 'title': t.title,
            'startDate': self.date(start) if start else None,
            'endDate': self.date(end) if end else None, 'duration': t.minutes,
            'roomFullname': room, 'room': room, 'note': self.note(url, t.note),
            'location': self.event.location, 'type': t.type, 'description': t.description,
            'folders': self.folder_list(url, t.folders), 'url': url,
            'material': self.material(url, t.folders), 'speakers': people(t.speakers),
            'primaryauthors': people(t.authors), 'coauthors': people(t.coauthors),
            'keywords': t.keywords, 'track': t.track,
            'session': t.session.title if t.session else None, 'references': t.references,
            'board_number': t.board, 'code': t.code}
        if parts:
            result['subContributions'] = [self.part(t, p) for p in t.parts]
        return {**result, **self.allowed(t.allowed)}

    def part(self, talk, p):
        url = f'{self.talk_url(talk)}subcontributions/{p.id}/'
        return {'_type': 'SubContribution', '_fossil': 'subContributionMetadata',
                'id': str(p.number), 'db_id': p.id, 'friendly_id': p.number, 'title': p.title,
                'duration': p.minutes, 'note': {}, 'material': self.material(url, p.folders),
                'folders': self.folder_list(url, p.folders),
                'speakers': [self.person('SubContribParticipation', ('part', p.id), q)
                             for q in p.speakers],
                'references': [], 'code': p.code}

    # The timetable

    def timetable_document(self):
        first, last = self.event.start.date(), self.event.end.date()
        days = {}
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            days[day.strftime('%Y%m%d')] = {}
        # Indico gives blocks first and sorts nothing else.
        for kind in (Block, Talk, Break):
            for entry in self.top:
                if isinstance(entry, kind):
                    self.add_to_days(days, entry)
        return self.envelope(f'timetable/{self.event.id}.json', {str(self.event.id): days})

    def add_to_days(self, days, entry):
        value = self.entry(entry)
        key = value['id']
        first = self.local(self.utc(entry.start))
        touched = [first]
        if isinstance(entry, Block):
            last = self.local(self.utc(entry.end)) - timedelta(seconds=1)
            touched += [first + timedelta(days=n) for n in range(1, (last.date() - first.date()).days + 1)]
        for day in touched:
            day_key = day.strftime('%Y%m%d')
            if day_key in days:
                days[day_key][key] = value

    def entry(self, x, block=None):
        letter = {Block: 's', Talk: 'c', Break: 'b'}[type(x)]
        start = self.utc(x.start)
        end = start + timedelta(minutes=x.minutes) if isinstance(x, Talk) else self.utc(x.end)
        if block and block.session.poster and isinstance(x, Talk):
            start, end = self.utc(block.start), self.utc(block.end)
        minutes = (end - start).total_seconds() / 60
        key = f'{letter}{self.entry_ids[id(x)]}'
        room = self.talk_room(x) if isinstance(x, Talk) else x.room or (block.room if block else '')
        inherits = (room == x.session.room) if isinstance(x, Block) else not (room and not block)
        common = {'startDate': self.local_date(start), 'endDate': self.local_date(end), 'id': key,
                  'uniqueId': key, 'conferenceId': self.event.id}
        place = {'location': self.event.location, 'room': room, 'inheritLoc': inherits,
                 'inheritRoom': inherits}
        if isinstance(x, Block):
            return self.block_entry(x, common, place, minutes)
        if isinstance(x, Talk):
            return self.talk_entry(x, block, common, place, minutes)
        return self.break_entry(x, block, common, place, minutes)

    def block_entry(self, x, common, place, minutes):
        s = x.session
        url = self.session_url(s)
        return {**common, 'color': s.colour, 'textColor': s.text_colour, **place,
                'entryType': 'Session', 'sessionSlotId': x.id, 'sessionId': s.id,
                'sessionCode': s.code, 'title': s.title, 'slotTitle': x.title,
                'attachments': self.entry_attachments(url, s.folders), 'code': x.code,
                'contribDuration': 20.0,
                'conveners': [self.entry_person(n, p) for n, p in enumerate(x.leads)],
                'description': s.description, 'duration': minutes, 'isPoster': s.poster,
                'entries': {e['id']: e for e in (self.entry(c, x) for c in x.entries)},
                'pdf': f'/event/{self.event.id}/sessions/{s.id}/session-timetable.pdf',
                'url': url[len(self.event.base):], 'friendlyId': s.number}

    def in_block(self, block):
        return {'sessionCode': block.session.code if block else None,
                'sessionId': block.session.id if block else None,
                'sessionSlotId': block.id if block else None,
                'sessionSlotEntryId': self.entry_ids[id(block)] if block else None}

    def talk_entry(self, t, block, common, place, minutes):
        url = self.talk_url(t)
        colours = {}
        if block:
            colours = {'color': block.session.colour, 'textColor': block.session.text_colour}
        path = url[len(self.event.base):]
        return {**common, **colours, **place, 'entryType': 'Contribution',
                '_type': 'ContribSchEntry', '_fossil': 'contribSchEntryDisplay',
                'contributionId': t.id, 'attachments': self.entry_attachments(url, t.folders),
                'description': t.description, 'duration': minutes,
                'pdf': f'{path}contribution.pdf',
                'presenters': [self.entry_person(n, p) for n, p in enumerate(t.speakers)],
                'code': t.code, **self.in_block(block), 'title': t.title, 'url': path,
                'friendlyId': t.number, 'references': t.references, 'board_number': t.board,
                'authors': [self.entry_person(n, p) for n, p in enumerate(t.authors + t.coauthors)]}

    def break_entry(self, x, block, common, place, minutes):
        return {**common, 'color': x.colour, 'textColor': x.text_colour, **place,
                'entryType': 'Break', '_type': 'BreakTimeSchEntry', '_fossil': 'breakTimeSchEntry',
                'description': x.description, 'duration': minutes,
                'sessionId': None, **self.in_block(block), 'title': x.title}

    def documents(self):
        return {'sessions.json': self.event_document('sessions'),
                'contributions.json': self.event_document('contributions'),
                'timetable.json': self.timetable_document()}


def encode(document):
    """Compact and ASCII, as Indico writes it."""
    return json.dumps(document, separators=(',', ':')) + '\n'
