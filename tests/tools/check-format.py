#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the format of the lines of C that changed, for lint.sh.

Usage: check-format.py [FILE…]

Without a FILE, looks at the lines that differ from where the branch left main
(on main: from the commit before). With FILEs, looks at all of their lines.

clang-format is a good judge of braces, blanks and indentation, and a poor one
of columns and of where a long expression continues. So blanks inside a line
and the indentation of a continued line are the author's, and so are a break
between two lines unless clang-format wants a brace or a body on its own line.
"""

import difflib
import os
import re
import subprocess
import sys

STARTS_BODY = re.compile(r'\s*(?:if|else|for|while|do|switch)\b')
STATEMENT_ENDS = (';', '{', '}', ':', '*/', '\\')


def git(*arguments):
    done = subprocess.run(['git', '-c', 'safe.directory=*', *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def find_base():
    if not os.path.exists('.git'):
        return None  # a release: nothing in it has changed
    head = git('rev-parse', 'HEAD')
    for main in ('origin/main', 'main'):
        base = git('merge-base', main, 'HEAD')
        if base and base != head:
            return base
    return git('rev-parse', 'HEAD~1')


def changed_lines():
    """Paths and the numbers of their lines that are new."""
    base = find_base()
    changes = {}
    path = None
    for line in (git('diff', '-U0', '--no-color', '--diff-filter=d', base, '--', '*.c') or '').splitlines() if base else ():
        if line.startswith('+++ '):
            path = line[6:]
            changes[path] = set()
        found = re.match(r'@@ -\S+ \+(\d+)(?:,(\d+))? @@', line)
        if found:
            first = int(found.group(1))
            changes[path] |= set(range(first, first + int(found.group(2) or 1)))
    for path in (git('ls-files', '--others', '--exclude-standard', '--', '*.c') or '').splitlines() if base else ():
        changes[path] = None
    return changes


def squeeze(line):
    text = re.sub(r'\s+', ' ', line.strip())
    text = re.sub(r'\b(N?C?_) \(', r'\1(', text)
    return re.sub(r'\* ?const ?', '* const ', text)


def indent(line):
    return len(line) - len(line.lstrip())


def is_continued(lines, index):
    """Whether a line goes on with what the lines above it began."""
    while index > 0 and not lines[index - 1].strip():
        index -= 1
    before = lines[index - 1].strip() if index > 0 else ';'
    if before.startswith('#') or STARTS_BODY.match(before) or before == 'else':
        return False
    return not before.endswith(STATEMENT_ENDS)


def is_in_initializer(lines, index):
    return lines[index].strip().startswith(('.', '}', '"', '?', ':'))


def problems_of(lines, wanted):
    """Pairs of a line's number from 0 and what should be there."""
    plain, wanted_plain = [squeeze(x) for x in lines], [squeeze(x) for x in wanted]
    matcher = difflib.SequenceMatcher(None, plain, wanted_plain, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == 'equal':
            for here, there in zip(range(a, b), range(c, d)):
                moved = plain[here] and indent(lines[here]) != indent(wanted[there])
                if moved and not is_continued(lines, here) and not is_in_initializer(lines, here):
                    yield here, wanted[there]
            continue
        same_words = ''.join(plain[a:b]).replace(' ', '') == ''.join(wanted_plain[c:d]).replace(' ', '')
        only_breaks = same_words and ' '.join(plain[a:b]) == ' '.join(wanted_plain[c:d])
        new_brace = wanted_plain[c:d].count('{') > plain[a:b].count('{')
        new_body = d - c > b - a and any(STARTS_BODY.match(x) for x in plain[a:b])
        if not only_breaks or new_brace or new_body:
            yield min(a, len(lines) - 1), '\n'.join(wanted[c:d])


def check(path, numbers):
    with open(path, encoding='utf-8') as file:
        lines = file.read().splitlines()
    done = subprocess.run(['clang-format', '--style=file', path], capture_output=True, text=True, check=True)
    found = False
    for index, text in problems_of(lines, done.stdout.splitlines()):
        if numbers is None or index + 1 in numbers:
            found = True
            print(f'{path}:{index + 1}: {lines[index].strip()}\n  wanted: {text}')
    return found


def main():
    changes = {path: None for path in sys.argv[1:]} or changed_lines()
    found = [path for path, numbers in sorted(changes.items()) if os.path.exists(path) and check(path, numbers)]
    sys.exit(bool(found))


if __name__ == '__main__':
    main()
