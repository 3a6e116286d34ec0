#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the invented conference of the tests: every shape once.

Usage: make-conference.py [--check] [FOLDER]

Everybody and everything in here is invented. README.md beside this file says
which shape is where.
"""

import pathlib
import sys
from datetime import datetime

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / 'data' / 'sample'))

import indico_event as indico  # noqa: E402 (found through the line above)
from indico_export import Export, encode  # noqa: E402
from texts import EVENT_HTML, EVERYTHING, HTML_ABSTRACT, LONG_TITLE, MINUTES, REMOTE, STORAGE  # noqa: E402

BASE = 'https://events.example.org'
FRIDAY, SATURDAY, SUNDAY, MONDAY = '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'


def at(date, clock, fold=0):
    return datetime.fromisoformat(f'{date}T{clock}').replace(fold=fold)


class Cast:
    """The persons, each made once and known by a short name."""

    ROWS = [
        ('ana', 'Ana', 'Siqueira', 'Instituto do Mar', '', True),
        ('bo', 'Bo', 'Lindqvist', '', '', True),
        ('chidi', 'Chidi', 'Okonkwo', 'Harmattan Networks', '', True),
        ('dilnoza', 'Dilnoza', 'Yusupova', 'Silk Road Hosting', 'Dr', True),
        ('emre', 'Emre', 'Yıldırım', '', '', True),
        ('fatima', 'فاطمة', 'الزهراني', 'جامعة المثال', '', True),
        ('gal', 'גל', 'שפירא', '', '', False),
        ('hana', '花', '田中', '例大学', '', True),
        ('iria', 'Iria', 'Castro do Vale', 'Faro Labs', '', True),
        ('jarrah', 'Jarrah', 'Walker', 'Murray Commons', '', True),
        ('kahu', 'Kahurangi', 'Ngata', '', '', True),
        ('li', '小龙', '李', '', '', False),
        ('mona', 'Mona', '', '', '', False),
        ('nikhil', 'Nikhil', 'Deshpande', 'Monsoon Systems', 'Prof.', True),
        ('olu', 'Oluwaseun', 'Adébáyọ̀', '', '', True),
        ('priya', 'Priyadarshini Venkatalakshmi', 'Subramaniapillai-Rajagopalan', '', '', True),
        ('quim', 'Joaquim "Quim"', 'Ferrer', '', '', True),
        ('rosa', 'Rosa', 'Yupanqui', 'Altiplano Software', '', True),
        ('sven', 'Sven', 'O’Donnell', '', '', True),
        ('tala', 'Tala', 'Whitehorse', '', '', True),
    ]

    def __init__(self):
        for number, (name, first, last, work, title, has_mail) in enumerate(self.ROWS):
            mail = f'{name}@example.org' if has_mail else None
            setattr(self, name, indico.Person(first, last, work, mail, title, 701 + number))


class Maker:
    """Adds to the event and keeps count of the numbers that Indico gives."""

    def __init__(self, event):
        self.event = event
        self.talk_id = 3100
        self.block_id = 420

    def session(self, id, title, colour, **more):
        session = indico.Session(id, len(self.event.sessions) + 1, title, colour, **more)
        self.event.sessions.append(session)
        return session

    def block(self, session, day, start, end, room, end_day=None, **more):
        self.block_id += 1
        block = indico.Block(self.block_id, session, at(day, start), at(end_day or day, end), room, **more)
        session.blocks.append(block)
        return block

    def talk(self, title, minutes, start=None, block=None, day=None, fold=0, **more):
        self.talk_id += 1
        if block:
            more.setdefault('session', block.session)
            day = day or block.start.date()
        talk = indico.Talk(self.talk_id, self.talk_id - 3100, title, minutes,
                           at(day, start, fold) if start else None, block, **more)
        self.event.talks.append(talk)
        return talk

    def pause(self, title, day, start, end, end_day=None, **more):
        self.event.breaks.append(indico.Break(title, at(day, start), at(end_day or day, end), **more))


def slides(id, name, **more):
    return indico.Attachment(id, 'Slides', file=name, size=482113, **more)


def add_plenaries(make, cast):
    make.talk('Welcome to Kaurna country', 30, '09:00', day=FRIDAY, room='"Banksia Hall"',
              description='*Niina marni!* Where the exits are, and the coffee.\n', speakers=[cast.jarrah],
              keywords=['opening', 'practical'])
    make.talk('Reports from the committees', 45, '16:30', day=SUNDAY, room='"Banksia Hall"',
              speakers=[cast.kahu], parts=[
                  indico.Part(81, 1, 'Money', 15, [cast.bo], code='R-1', folders=[
                      indico.Folder(1650, [slides(3450, 'money.pdf')])]),
                  indico.Part(82, 2, 'Code of conduct', 10, [cast.tala, cast.emre]),
                  indico.Part(83, 3, 'Where we meet next year', 20)])
    make.talk('Held in reserve: what a tide gauge taught me', 25, speakers=[cast.ana],
              description='Takes the place of a talk that falls out.')
    make.pause('Registration', FRIDAY, '08:00', '09:00', room='Foyer', description='Bring a *photo id*.')
    make.pause('Lunch', FRIDAY, '12:30', '14:00')
    make.pause('Lunch', SATURDAY, '12:30', '14:00')
    make.pause('Dinner on Semaphore jetty 🦐', FRIDAY, '19:00', '22:30', room='Semaphore jetty',
               description='The tram leaves at 18:20. Vegetarian and halal food is there.')
    make.pause('Party', SATURDAY, '20:00', '00:30', SUNDAY, room='The "Galah" bar')


def add_storage(make, cast):
    storage = make.session(211, 'Filesystems and Storage MC', '#8ff0a4', description=STORAGE, code='FS',
                           type='Microconference', folders=[indico.Folder(1600, [
                               indico.Attachment(3400, 'Matrix chat', link='https://matrix.to/#/#storage:example.org'),
                               indico.Attachment(3401, 'Pad', link='https://pad.example.org/p/storage')], 'Chat')])
    leads = [cast.dilnoza, cast.nikhil, cast.iria]
    first = make.block(storage, FRIDAY, '09:30', '12:30', '"Banksia Hall"', title='On disk', code='FS-A', leads=leads)
    second = make.block(storage, FRIDAY, '14:00', '15:30', 'Mallee Lab', title='In memory', leads=leads[:2])
    third = make.block(storage, SUNDAY, '10:00', '12:00', '"Banksia Hall"', title='Over the wire', leads=leads[2:])
    make.talk('Copy on write, ten years on', 45, '09:30', first, speakers=[cast.dilnoza, cast.quim],
              authors=[cast.dilnoza], coauthors=[cast.rosa], code='FS-1', type='Discussion',
              track='Filesystems and Storage MC', keywords=['btrfs', 'copy on write', 'snapshots'],
              description=EVERYTHING,
              folders=[
                  indico.Folder(1601, [slides(3402, "copy on write's years (v2).pdf")]),
                  indico.Folder(1602, [
                      indico.Attachment(3403, 'Video', link='https://www.youtube.com/watch?v=invented-xx'),
                      indico.Attachment(3404, 'Sound only', file='talk.opus', mime='audio/ogg', size=9123456)],
                      'Recordings', 'Cut and with subtitles')],
              note=indico.Note(MINUTES, '2026-10-02T02:11:09.500000+00:00', 705))
    make.talk('Old abstracts are HTML', 30, '10:15', first, speakers=[cast.bo], description=HTML_ABSTRACT,
              code='FS-2', type='Talk')
    make.pause('Coffee break', FRIDAY, '10:45', '11:15', block=first, description='Also *tea*.')
    make.talk('A', 5, '11:15', first, speakers=[cast.mona], type='Lightning talk')
    make.talk(LONG_TITLE, 40, '11:20', first, speakers=[cast.priya, cast.sven, cast.olu, cast.ana, cast.emre],
              code='FS-3')
    make.talk('tmpfs that survives', 30, '14:00', second, speakers=[cast.quim], code='FS-4')
    make.talk('Page cache for the impatient', 45, '14:30', second, speakers=[cast.rosa, cast.dilnoza],
              code='FS-5', references=[{'type': 'DOI', 'value': '10.5555/wattle.5',
                                        'url': 'https://doi.org/10.5555/wattle.5', 'urn': 'urn:doi:10.5555/wattle.5'}])
    make.talk('NFS over a satellite', 30, '10:00', third, speakers=[cast.jarrah], code='FS-6')
    make.talk('Closing discussion', 60, '10:30', third, code='FS-7')
    make.talk('In the session, but in none of its blocks', 20, session=storage, speakers=[cast.tala], code='FS-8')


def add_remote(make, cast):
    remote = make.session(212, 'Networking for Remote Places MC', '#99c1f1', room='Room 2 – Wattle',
                          description=REMOTE, type='Microconference')
    block = make.block(remote, FRIDAY, '09:30', '12:30', 'Room 2 – Wattle', leads=[cast.chidi, cast.kahu])
    make.talk('Mesh on the Nullarbor', 30, '09:30', block, speakers=[cast.kahu])
    make.talk('Time without a network: clocks at sea', 30, '10:00', block, speakers=[cast.ana, cast.chidi])
    make.pause('Short break', FRIDAY, '10:30', '10:40', block=block)
    make.talk('Closed round: incidents of the year', 50, '10:40', block, speakers=[cast.chidi],
              description='By invitation. What is said here stays here.', allowed=['chidi@example.org'],
              folders=[indico.Folder(1610, [slides(3410, 'incidents.pdf', protected=True)], 'Members only',
                                     protected=True)])
    make.talk('Not yet given a time', 20, block=block, speakers=[cast.rosa])


def add_languages(make, cast):
    languages = make.session(213, 'Writing Systems MC', '#f9f06b', room='Mallee Lab', type='Microconference',
                             description='Text in every direction.\n\n- العربية\n- עברית\n- 日本語\n- 中文\n')
    block = make.block(languages, SATURDAY, '09:30', '12:30', 'Mallee Lab', leads=[cast.fatima, cast.hana])
    make.talk('كيف تُكتب العربية على الشاشة؟', 40, '09:30', block, speakers=[cast.fatima],
              description='من اليمين إلى اليسار، مع أرقام مثل 2026 وكلمات مثل **Pango**.')
    make.talk('שלום, GTK! (bidi בתוך שורה)', 30, '10:10', block, speakers=[cast.gal],
              description='שורה אחת עם English באמצע.')
    make.pause('Coffee break', SATURDAY, '10:40', '11:10', block=block)
    make.talk('縦書きと行分割:禁則処理の実際', 40, '11:10', block, speakers=[cast.hana],
              description='長い文章をどこで改行するか。半角カナや🗻も。')
    make.talk('简体与繁體:字体回退', 30, '11:50', block, speakers=[cast.li])


def add_main_track(make, cast):
    track = make.session(214, 'Main Track', '#ffbe6f', room='"Banksia Hall"', type='Track')
    saturday = make.block(track, SATURDAY, '09:30', '12:30', '"Banksia Hall"', title='Saturday')
    afternoon = make.block(track, SATURDAY, '14:00', '17:00', '"Banksia Hall"', title='Saturday afternoon')
    make.talk('Free software for fire brigades', 45, '09:30', saturday, speakers=[cast.tala], track='Society')
    make.talk('Maintainers, and how to keep them', 45, '10:15', saturday, speakers=[cast.iria, cast.bo], track='Society')
    make.talk('“Quotes”, `back-ticks` & <tags> in a title', 30, '11:15', saturday, speakers=[cast.sven], track='Desktop')
    make.talk('Accessible from the first commit', 45, '14:00', afternoon, speakers=[cast.olu], track='Desktop',
              folders=[indico.Folder(1620, [
                  indico.Attachment(3420, 'Live stream', link='https://stream.example.org/banksia')], 'Links')])
    make.talk('Ask us anything', 60, '15:00', afternoon, speakers=[cast.ana, cast.jarrah, cast.kahu])


def add_posters(make, cast):
    posters = make.session(215, 'Posters', '#cdab8f', room='Foyer', poster=True, type='Poster session')
    block = make.block(posters, SATURDAY, '13:00', '14:00', 'Foyer')
    for board, (title, person) in enumerate((('Solar panels in Prometheus', cast.rosa),
                                             ('A wattle in every initramfs', cast.bo),
                                             ('Birdsong, classified on a phone', cast.hana)), 1):
        make.talk(title, 20, '13:00', block, speakers=[person], board=f'P{board}', type='Poster')


def add_birds_of_a_feather(make, cast):
    birds = make.session(216, 'Birds of a Feather', '#dc8add')
    block = make.block(birds, SUNDAY, '14:00', '16:00', 'Mallee Lab')
    make.talk('Keyboard layouts', 45, '14:00', block, speakers=[cast.emre])
    make.talk('Overlaps with keyboard layouts, in the same room', 45, '14:30', block, speakers=[cast.gal])
    make.talk('Nested in both', 10, '14:32', block)


def add_night(make, cast):
    night = make.session(217, 'Hackroom', '#c0bfbc', room='Hackroom',
                         description='Clocks go forward at 2 o’clock. The soup stays warm.')
    # Six hours on the clock, five in truth.
    block = make.block(night, SATURDAY, '22:00', '04:00', 'Hackroom', SUNDAY, title='Night shift')
    make.talk('Bug hunt before midnight', 60, '22:30', block)
    make.talk('Right over midnight', 60, '23:30', block, speakers=[cast.mona])
    make.talk('The hour that is not there', 60, '01:30', block, day=SUNDAY, speakers=[cast.kahu],
              description='Starts at 01:30, lasts an hour, ends at 03:30.')
    make.talk('First thing in summer time', 30, '03:30', block, day=SUNDAY)


def make_conference():
    cast = Cast()
    event = indico.Event(
        id=77, base=BASE, title='Wattlebird 2026', zone='Australia/Adelaide',
        start=at(FRIDAY, '08:00'), end=at(MONDAY, '12:00'), stamp=datetime(2026, 9, 30, 3, 30, 0),
        location='Old Tram Depot', address='1 Invented Street\r\nKarrawirra 5000', description=EVENT_HTML,
        created=datetime(2026, 2, 1, 16, 4, 8, 987901), creator=cast.jarrah, chairs=[cast.nikhil, cast.kahu],
        keywords=['free software', 'southern hemisphere'], organizer='Wattlebird committee', language='en_AU',
        category=(12, 'Wattlebird'), map_url='https://map.example.org/depot', protected=True,
        note=indico.Note('<p>Lost property is at the <b>front desk</b>.</p>', '2026-09-30T01:02:03.004000+00:00'),
        folders=[indico.Folder(1599, [indico.Attachment(3399, 'Map of the depot', file='depot map.png',
                                                        mime='image/png', size=120044)])],
        support='help@example.org')
    make = Maker(event)
    for add in (add_plenaries, add_storage, add_remote, add_languages, add_main_track, add_posters,
                add_birds_of_a_feather, add_night):
        add(make, cast)
    return event


def make_cancelled():
    """A small one that will not happen, in the night in which an hour comes twice."""
    cast = Cast()
    event = indico.Event(
        id=78, base=BASE, title='Wattlebird Winter Sprint 2027', zone='Australia/Adelaide',
        start=at('2027-04-03', '20:00'), end=at('2027-04-04', '12:00'), stamp=datetime(2027, 3, 1),
        location='Old Tram Depot', created=datetime(2026, 12, 1, 9, 0, 0, 1),
        label={'title': 'Cancelled', 'color': 'red', 'is_event_not_happening': True,
               'message': 'The depot is under water. We meet again next year.'})
    make = Maker(event)
    sprint = make.session(221, 'Sprint', '#f66151', room='Hackroom')
    # Eight hours on the clock, nine in truth.
    block = make.block(sprint, '2027-04-03', '21:00', '05:00', 'Hackroom', '2027-04-04')
    make.talk('Half past two, the first time', 30, '02:30', block, day='2027-04-04', speakers=[cast.kahu])
    make.talk('Half past two, the second time', 30, '02:30', block, day='2027-04-04', fold=1)
    return event


def main():
    arguments = sys.argv[1:]
    check = '--check' in arguments
    folders = [argument for argument in arguments if argument != '--check']
    folder = pathlib.Path(folders[0]) if folders else HERE
    documents = Export(make_conference(), manager=True).documents()
    cancelled = Export(make_cancelled()).documents()
    documents |= {'cancelled/sessions.json': cancelled['sessions.json'],
                  'cancelled/timetable.json': cancelled['timetable.json']}
    stale = []
    for name, document in documents.items():
        text = encode(document)
        if check and (folder / name).read_text(encoding='ascii') != text:
            stale.append(name)
        elif not check:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding='ascii')
    if stale:
        sys.exit(f'not as make-conference.py makes them: {", ".join(stale)}')


if __name__ == '__main__':
    main()
