# SPDX-License-Identifier: GPL-3.0-or-later
"""What a programme of our own is made of, as plain objects: an Event has
sessions with blocks, talks and breaks. Naive date-times are wall clock times of
the event's zone, their `fold` decides in the hour that happens twice.
"""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Person:
    first: str
    last: str
    affiliation: str = ''
    mail: str | None = None
    title: str = ''
    id: int = 0


@dataclass
class Attachment:
    id: int
    title: str
    link: str | None = None
    file: str | None = None
    mime: str = 'application/pdf'
    size: int = 0
    description: str = ''
    protected: bool = False


@dataclass
class Folder:
    id: int
    attachments: list
    title: str | None = None
    description: str = ''
    protected: bool = False


@dataclass
class Note:
    html: str
    modified: str
    user: int = 1


@dataclass
class Part:
    id: int
    number: int
    title: str
    minutes: int
    speakers: list = field(default_factory=list)
    folders: list = field(default_factory=list)
    code: str = ''


@dataclass
class Session:
    id: int
    number: int
    title: str
    colour: str
    text_colour: str = '#000000'
    description: str = ''
    code: str = ''
    type: str | None = None
    room: str = ''
    poster: bool = False
    url: str | None = None
    folders: list = field(default_factory=list)
    blocks: list = field(default_factory=list)


@dataclass
class Block:
    id: int
    session: Session
    start: datetime
    end: datetime
    room: str
    title: str = ''
    code: str = ''
    leads: list = field(default_factory=list)
    entries: list = field(default_factory=list)


@dataclass
class Talk:
    id: int
    number: int
    title: str
    minutes: int
    start: datetime | None = None
    block: Block | None = None
    session: Session | None = None
    room: str = ''
    description: str = ''
    speakers: list = field(default_factory=list)
    authors: list = field(default_factory=list)
    coauthors: list = field(default_factory=list)
    type: str | None = None
    track: str | None = None
    keywords: list = field(default_factory=list)
    references: list = field(default_factory=list)
    folders: list = field(default_factory=list)
    note: Note | None = None
    board: str = ''
    code: str = ''
    parts: list = field(default_factory=list)
    allowed: list = field(default_factory=list)


@dataclass
class Break:
    title: str
    start: datetime
    end: datetime
    block: Block | None = None
    room: str = ''
    description: str = ''
    colour: str = '#90c0f0'
    text_colour: str = '#202020'


@dataclass
class Event:
    id: int
    base: str
    title: str
    zone: str
    start: datetime
    end: datetime
    stamp: datetime
    location: str = ''
    address: str = ''
    description: str = ''
    created: datetime | None = None
    creator: Person | None = None
    chairs: list = field(default_factory=list)
    keywords: list = field(default_factory=list)
    organizer: str = ''
    language: str | None = None
    label: dict | None = None
    category: tuple | None = None
    map_url: str = ''
    protected: bool = False
    note: Note | None = None
    folders: list = field(default_factory=list)
    support: str = ''
    sessions: list = field(default_factory=list)
    talks: list = field(default_factory=list)
    breaks: list = field(default_factory=list)
