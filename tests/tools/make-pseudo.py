#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a translation into a language that nobody speaks, to see what a translator cannot reach.

Usage: make-pseudo.py SOURCE OUTPUT

SOURCE is the project's folder. OUTPUT becomes a folder of languages with one, "pseudo". Each
text with words is bracketed, accented and about two fifths longer; each pattern without words
(“%s · %s”, “%H:%M”) is bracketed by characters that take no place. What has no brackets on the
screen was not translated; what has several side by side was put together of pieces.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

OPEN, CLOSE = '⁅', '⁆'
HIDDEN_OPEN, HIDDEN_CLOSE = '\u2062', '\u2063'
ACCENTS = str.maketrans('ACDEGHILNORSTUYZacdeghilnorstuyz',
                        'ÅÇÐÉĜĤÎĻÑÖŔŠŢÛÝŽåçđéĝĥîļñöŕšţûýž')
LONGER = 'žļôŵ þéŕ ûñđé åļļé ĝŕôß îñ ðéŵ '
# What stays as it is: formats of printf(), markup, entities, a mnemonic with its letter, addresses, options.
KEPT = re.compile(r"%(?:\d+\$)?[-+ #0'I]*\d*(?:\.\d+)?(?:hh|h|ll|l|j|z|t)?[a-zA-Z%]|%-?[a-zA-Z]|</?[a-z][^>]*>|&[a-z#0-9]+;|_\w"
                  r'|https?://[^\s”]*|--[a-z-]+')
MARKUP = re.compile(r'</?[a-z][^>]*>')
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2')


def has_words(text):
    return any(letter.isalpha() for letter in KEPT.sub('', text))


def accent(text):
    parts, end = [], 0
    for match in KEPT.finditer(text):
        parts += [text[end:match.start()].translate(ACCENTS), match.group()]
        end = match.end()
    return ''.join(parts) + text[end:].translate(ACCENTS)


def stretch(text):
    """What is added behind a text: two fifths of what is read of it, but not of a list of words."""
    n_letters = len(KEPT.sub('', text))
    n_more = max(1, round(n_letters * 0.4))
    more = (LONGER * (n_more // len(LONGER) + 1))[:n_more].strip()
    return ' ' + more if n_more > 3 else '~' * n_more


def translate(text):
    # Whoever reads the text asks for a line's end at its end, and for spaces at both.
    core = text.strip('\n')
    if core == '':
        return text
    if not has_words(core):
        translated = HIDDEN_OPEN + core + HIDDEN_CLOSE
    else:
        translated = OPEN + accent(core) + stretch(core) + CLOSE
    return text.replace(core, translated)


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


UNQUOTED = re.compile(r'\\(.)')
ESCAPES = {'n': '\n', 't': '\t'}


def unquote(line):
    inner = line[line.index('"') + 1:line.rindex('"')]
    return UNQUOTED.sub(lambda match: ESCAPES.get(match.group(1), match.group(1)), inner)


def read_template(lines):
    """The messages of a template: a dictionary each, of flags, msgctxt, msgid and msgid_plural."""
    message, field = {}, None
    for line in [*lines, '']:
        if line == '':
            if message.get('msgid'):
                yield message
            message, field = {}, None
        elif line.startswith('#,'):
            message['flags'] = line
        elif line.startswith('msg'):
            field = line.split(' ', 1)[0]
            message[field] = unquote(line)
        elif line.startswith('"') and field:
            message[field] += unquote(line)


def write_messages(messages):
    yield 'msgid ""\nmsgstr ""\n"Language: pseudo\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n' \
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n'
    for message in messages:
        if 'flags' in message:
            yield message['flags'] + '\n'
        if 'msgctxt' in message:
            yield f'msgctxt {quote(message["msgctxt"])}\n'
        yield f'msgid {quote(message["msgid"])}\n'
        if 'msgid_plural' in message:
            yield f'msgid_plural {quote(message["msgid_plural"])}\n'
            yield f'msgstr[0] {quote(translate(message["msgid"]))}\nmsgstr[1] {quote(translate(message["msgid_plural"]))}\n\n'
        else:
            yield f'msgstr {quote(translate(message["msgid"]))}\n\n'


def extract(source):
    """The template of all that is written in C; the rest is seen by the desktop, not by us."""
    sources = [line for line in (source / 'po/POTFILES.in').read_text(encoding='utf-8').splitlines()
               if line.startswith('src/')]
    options = [f'--keyword={keyword}' for keyword in KEYWORDS]
    command = ['xgettext', '--language=C', '--from-code=UTF-8', '--add-comments', '--no-wrap', '--output=-', *options, *sources]
    return subprocess.run(command, cwd=source, check=True, stdout=subprocess.PIPE, encoding='utf-8').stdout.splitlines()


def main():
    source, output = map(pathlib.Path, sys.argv[1:])
    folder = output / 'pseudo' / 'LC_MESSAGES'
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile('w', suffix='.po', encoding='utf-8') as file:
        file.writelines(write_messages(read_template(extract(source))))
        file.flush()
        subprocess.run(['msgfmt', '--check-format', '-o', folder / 'lanyard.mo', file.name], check=True)


if __name__ == '__main__':
    main()
