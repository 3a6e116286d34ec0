# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the help with the program: each sentence that says what went wrong is
explained, each label that the help names is there, and so is each key; no section
of it is empty. And the README with the commands for developers.

Usage: check-help.py SOURCE"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

MALLARD = '{http://projectmallard.org/1.0/}'
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
STRINGS = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')
MARKED = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext)\s*\(')
FORMAT = re.compile(r"%(?:\d+\$)?'?(?:l{0,2}[dui]|s)")

# What is called with the sentence of an error, beside all that the core says
# in sentences.
FAILURES = re.compile(r'error|fail|refuse|done|show_problem|lanyard_window_say|set_literal$')
SENTENCE = re.compile(r'\.$| could not | cannot |: ?%')

# Sentences of an error that are given to something else, by file.
MORE_FAILURES = {
    'desktop/export/lanyard-outgoing.c', 'desktop/export/lanyard-share-dialog.c',
    'desktop/export/lanyard-their-plan-dialog.c', 'desktop/feeds/lanyard-feed-review.c', 'desktop/schedule/lanyard-schedule-page-items.c',
}

# Words of the help that others show: servers, browsers, the desktop.
ELSEWHERE = {'Save'}

KEYS = {'Ctrl': '<Control>', 'Shift': '<Shift>', 'Alt': '<Alt>', '↑': 'Up', '↓': 'Down', '←': 'Left', '→': 'Right',
        '+': 'plus', '-': 'minus', ',': 'comma', '?': 'question', 'Page Up': 'Page_Up', 'Page Down': 'Page_Down',
        'Space': 'space'}

# Keys that every application has, or a terminal.
USUAL_KEYS = {'<Control>c', '<Control>v'}


def close_of(text, start):
    """Where the parenthesis that is open at start is closed."""
    depth = 1
    at = start
    while depth and at < len(text):
        if text[at] == '"':
            at = STRING.match(text, at).end() - 1
        depth += {'(': 1, ')': -1}.get(text[at], 0)
        at += 1
    return at - 1


def caller(text, start):
    """The function that is called with what stands at start."""
    depth = 0
    for at in range(start - 1, -1, -1):
        if text[at] == ')':
            depth += 1
        elif text[at] == '(':
            if depth == 0:
                found = re.search(r'(\w+)\s*$', text[:at])
                return found.group(1) if found else ''
            depth -= 1
        elif text[at] in '{;}' and depth == 0:
            return ''
    return ''


def marked_strings(source):
    """Each translatable string of the program, with its file and caller."""
    for path in sorted((source / 'src').rglob('*.c')):
        text = re.sub(r'/\*.*?\*/', '', path.read_text(), flags=re.S)
        for match in MARKED.finditer(text):
            inside = text[match.end():close_of(text, match.end())]
            strings = [''.join(STRING.findall(part)) for part in STRINGS.findall(inside)]
            for string in strings:
                yield str(path.relative_to(source / 'src')), caller(text, match.start()), string, strings
    for path in sorted((source / 'src').rglob('*.blp')):
        for string in re.findall(r'_\("((?:[^"\\]|\\.)*)"', path.read_text()):
            yield str(path.relative_to(source / 'src')), '', string, [string]


def normal(sentence):
    return re.sub(r'%+', '%', FORMAT.sub('%', sentence)).strip()


def is_failure(path, function, string):
    if path.startswith('core/') or path in MORE_FAILURES:
        return string.endswith('.') or 'error' in function
    return bool(SENTENCE.search(string)) and (' could not ' in string or bool(FAILURES.search(function)))


def failures(source):
    """The sentences, each with all forms that it has."""
    for path, function, string, strings in marked_strings(source):
        if is_failure(path, function, string):
            yield path, {normal(form) for form in strings}


def titles(page):
    """The sentences that a page of the help explains."""
    for item in ElementTree.parse(page).iter(MALLARD + 'item'):
        for title in item.findall(MALLARD + 'title'):
            text = (title.text or '') + ''.join('%' + (child.tail or '') for child in title)
            yield normal(re.sub(r'\s+', ' ', text))


def check_failures(source, pages):
    explained = {title for page in pages if page.stem.startswith('trouble-') for title in titles(page)}
    said = set()
    problems = []
    for path, forms in failures(source):
        said |= forms
        if not forms & explained:
            problems.append(f'{path}: the help does not explain “{sorted(forms)[0]}”')
    problems += [f'the help explains what nobody says: “{title}”' for title in sorted(explained - said)]
    return problems, len(explained)


def labels(source):
    found = set()
    for _, _, string, _ in marked_strings(source):
        found.add(re.sub(r'_(\w)', r'\1', string).replace('\\"', '"'))
    return found


def check_labels(source, pages):
    known = labels(source) | ELSEWHERE
    problems = []
    for page in pages:
        for gui in ElementTree.parse(page).iter(MALLARD + 'gui'):
            label = re.sub(r'\s+', ' ', ''.join(gui.itertext()))
            if label not in known:
                problems.append(f'{page.name}: the program has no “{label}”')
    return problems


def check_guides(pages):
    """Sections that have nothing but links to other pages: those pages say so."""
    led_to = {link.get('xref') for page in pages for link in ElementTree.parse(page).iter(MALLARD + 'link')
              if link.get('type') == 'guide'}
    problems = []
    for page in pages:
        for section in ElementTree.parse(page).iter(MALLARD + 'section'):
            name = f"{page.stem}#{section.get('id')}"
            if {child.tag for child in section} <= {MALLARD + 'title', MALLARD + 'links'} and name not in led_to:
                problems.append(f'{page.name}: no page belongs to the section “{section.get("id")}”')
    return problems


def accelerator(names):
    return ''.join(sorted(KEYS[name] for name in names[:-1])) + \
        (KEYS.get(names[-1]) or (names[-1].lower() if len(names[-1]) == 1 else names[-1]))


def listed_keys(source):
    """What the window of shortcuts has: modifiers, and the key."""
    listing = (source / 'src/desktop/shortcuts/shortcuts-dialog.ui').read_text()
    for keys in re.findall(r'name="accelerator">([^<]*)<', listing):
        for key in keys.replace('&lt;', '<').replace('&gt;', '>').split():
            modifiers = re.findall(r'<\w+>', key)
            yield ''.join(sorted(modifiers)), key[len(''.join(modifiers)):]


def check_sources(source):
    """Keys that widgets listen to by themselves."""
    known = {key for _, key in listed_keys(source)} | {'equal'}
    problems = []
    for path in sorted((source / 'src/desktop').rglob('*.c')):
        for key in sorted(set(re.findall(r'GDK_KEY_(?!KP_|ISO_|PRESS|Shift|Control)(\w+)', path.read_text())) - known):
            problems.append(f'{path.name}: the window of shortcuts does not have {key}')
    return problems


def check_keys(source, pages):
    known = USUAL_KEYS | {modifiers + key for modifiers, key in listed_keys(source)}
    problems = check_sources(source)
    for page in pages:
        for sequence in ElementTree.parse(page).iter(MALLARD + 'keyseq'):
            names = [''.join(key.itertext()) for key in sequence]
            if accelerator(names) not in known:
                problems.append(f'{page.name}: the window of shortcuts does not have {"+".join(names)}')
    return problems


def check_readme(source):
    """The commands for developers."""
    usage = (source / 'dev').read_text().split('USAGE\n')[1]
    commands = set(re.findall(r'^  ([a-z][a-z-]*)\b', usage, re.M))
    told = set(re.findall(r'^\| `\./dev ([a-z-]+)', (source / 'README.md').read_text(), re.M))
    return [f'README.md: there is no word of ./dev {command}' for command in sorted(commands - told)]


def main():
    source = pathlib.Path(sys.argv[1])
    pages = sorted((source / 'help' / 'C').glob('*.page'))
    problems, n_explained = check_failures(source, pages)
    problems += check_labels(source, pages) + check_guides(pages) + check_keys(source, pages) + check_readme(source)
    problems = list(dict.fromkeys(problems))
    for problem in problems:
        print(problem)
    print(f'{len(pages)} pages, {n_explained} sentences explained, {len(problems)} problems')
    # With far fewer sentences, they were not found.
    return 1 if problems or n_explained < 150 else 0


if __name__ == '__main__':
    sys.exit(main())
