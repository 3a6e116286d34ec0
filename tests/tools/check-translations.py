#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the translations, for lint.sh.

Usage: check-translations.py BUILD [LANGUAGE…]

Each language of po/LINGUAS, or those that are named, is compared with the strings as they are
now: formats, mnemonics, spaces and punctuation at the ends, brackets and quotation marks, and
the words of po/glossary/LANGUAGE.md. Prints what is wrong; ends with 1 if anything is. How much
is translated, and where the glossary's words are not used, is written to
BUILD/translations.txt: that is for translators to judge.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2')
# What ends a text in English, and its like elsewhere.
ENDS = {'.': '.。．', ':': ':：', ';': ';；؛', ',': ',、،', '?': '?？؟', '!': '!！', '…': '…'}
BRACKETS = (('(', ')', '（', '）'), ('[', ']', '［', '］'), ('«', '»', '»', '«'), ('「', '」', '『', '』'))
QUOTES = {'de': ('„', '“'), 'ja': ('「『“', '」』”'), 'ar': ('«“', '»”')}
FORMAT = re.compile(r"%(?:\d+\$)?[-+ #0'I]*\d*(?:\.\d+)?(?:hh|h|ll|l|j|z|t)?[a-zA-Z%]")
UNQUOTED = re.compile(r'\\(.)')


def unquote(line):
    inner = line[line.index('"') + 1:line.rindex('"')]
    return UNQUOTED.sub(lambda match: {'n': '\n', 't': '\t'}.get(match.group(1), match.group(1)), inner)


def read_messages(text):
    """A dictionary for each message: flags, msgctxt, msgid, msgid_plural, msgstr or msgstr[N]."""
    message, field = {'flags': ''}, None
    for line in [*text.splitlines(), '']:
        if line == '':
            if 'msgid' in message:
                yield message
            message, field = {'flags': ''}, None
        elif line.startswith('#,'):
            message['flags'] += line
        elif line.startswith('msg'):
            field = line.split(' ', 1)[0]
            message[field] = unquote(line)
        elif line.startswith('"') and field:
            message[field] += unquote(line)


def get_translations(message):
    return [text for field, text in message.items() if field.startswith('msgstr') and text]


def run(*command):
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8',
                          env={'LC_ALL': 'C.UTF-8', 'PATH': '/usr/local/bin:/usr/bin:/bin'})


def extract(template):
    options = [f'--keyword={keyword}' for keyword in KEYWORDS]
    run('xgettext', '--from-code=UTF-8', '--add-comments', '--files-from=po/POTFILES.in', f'--output={template}', *options)


def find_end(text):
    """What a text ends with, but for formats; a quotation mark or bracket is looked through."""
    stripped = text.rstrip().rstrip('”“"»」』')
    return stripped[-1:]


def has_words(text):
    return any(letter.isalpha() for letter in FORMAT.sub('', text))


def check_ends(source, translation):
    if not has_words(source):
        return
    if source[:1].isspace() != translation[:1].isspace() or source[-1:].isspace() != translation[-1:].isspace():
        yield 'has other spaces at its ends'
    end, other = find_end(source), find_end(translation)
    if end in ENDS and other not in ENDS[end]:
        yield f'ends with “{other}”, not with “{end}”'
    elif end not in ENDS and other in ''.join(ENDS.values()):
        yield f'ends with “{other}”, which the source does not'


def check_pairs(language, source, translation):
    for opening, closing, also_opening, also_closing in BRACKETS:
        n_opening = translation.count(opening) + (translation.count(also_opening) if also_opening not in '«»' else 0)
        n_closing = translation.count(closing) + (translation.count(also_closing) if also_closing not in '«»' else 0)
        if n_opening != n_closing:
            yield f'has {n_opening} times “{opening}” and {n_closing} times “{closing}”'
    # A day may stand between two times, where English has it in brackets behind them.
    if '(' in source and has_words(source) and '(' not in translation and '（' not in translation:
        yield 'has lost its brackets'
    opening, closing = QUOTES.get(language, ('“„«', '”“»'))
    n_opening = sum(translation.count(mark) for mark in opening)
    n_closing = sum(translation.count(mark) for mark in closing)
    if n_opening < source.count('“') or n_opening != n_closing:
        yield f'has other quotation marks than {opening[0]} and {closing[0]}'
    if '"' in translation and '"' not in source:
        yield 'has a straight quotation mark'
    if '...' in translation:
        yield 'has three full stops for an ellipsis'


def check_mnemonic(source, translation):
    # Names of environment variables have none.
    mnemonic = re.compile(r'(?<![A-Z]{2})_(?=\w)')
    if len(mnemonic.findall(source)) != len(mnemonic.findall(translation)):
        yield 'has not the same number of mnemonics'


def check_message(language, message):
    source = message['msgid']
    for translation in get_translations(message):
        problems = [*check_ends(source, translation), *check_pairs(language, source, translation)]
        problems += check_mnemonic(source, translation)
        yield from (f'{language}: “{translation}” for “{source}” {problem}' for problem in problems)


def read_glossary(path):
    """English words with what one of must stand in the translation."""
    for line in path.read_text(encoding='utf-8').splitlines():
        cells = [cell.strip().strip('`*') for cell in line.strip().strip('|').split('|')]
        if not line.startswith('|') or len(cells) < 2 or set(cells[0]) <= set('-: ') or cells[0].lower() in ('english', 'word'):
            continue
        terms = [term.strip().strip('`*') for term in re.split(r'[,、،/;]', cells[1])]
        yield cells[0], [re.sub(r'\s*[(（].*', '', term) for term in terms if term]


def find_strays(messages, glossary):
    """Messages with a word of the glossary whose translation has none of its terms."""
    for word, terms in glossary:
        pattern = re.compile(rf'\b{re.escape(word)}s?\b', re.IGNORECASE)
        used = [message for message in messages if pattern.search(message['msgid']) and get_translations(message)]
        for message in used:
            text = ' '.join(get_translations(message)).replace('_', '').lower()
            if not any(term.lower() in text for term in terms):
                yield f'  “{word}” is not {" or ".join(terms)} in “{get_translations(message)[0]}” for “{message["msgid"]}”'


def check_language(language, template, report):
    path = pathlib.Path(f'po/{language}.po')
    if not path.is_file():
        yield f'po/LINGUAS has {language}, and there is no {path}'
        return
    checked = run('msgfmt', '--check', '--output-file=/dev/null', str(path))
    if checked.returncode != 0 or checked.stdout:
        yield checked.stdout.strip()
    merged = run('msgmerge', '--quiet', '--no-fuzzy-matching', '--no-wrap', '--output-file=-', str(path), template).stdout
    messages = [message for message in read_messages(merged) if message['msgid']]
    translated = [message for message in messages if get_translations(message) and 'fuzzy' not in message['flags']]
    report.append(f'{language}: {len(translated)} of {len(messages)} are translated')
    for message in translated:
        yield from check_message(language, message)
    glossary = pathlib.Path(f'po/glossary/{language}.md')
    if glossary.is_file():
        report += find_strays(translated, list(read_glossary(glossary)))
    else:
        yield f'there is no {glossary}'


def main():
    build, *languages = sys.argv[1:]
    lines = pathlib.Path('po/LINGUAS').read_text(encoding='utf-8').splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    problems = ['po/LINGUAS is not sorted'] if listed != sorted(listed) else []
    report = []
    with tempfile.TemporaryDirectory() as folder:
        template = folder + '/lanyard.pot'
        extract(template)
        for language in languages or listed:
            problems += check_language(language, template, report)
    pathlib.Path(build, 'translations.txt').write_text('\n'.join(report) + '\n', encoding='utf-8')
    print('\n'.join(problems))
    sys.exit(bool(problems))


if __name__ == '__main__':
    main()
