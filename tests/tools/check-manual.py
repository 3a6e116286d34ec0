# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the man pages and the completion with what the programs say of
themselves: each command and each option is in all three, and nothing else.

Usage: check-manual.py SOURCE LANYARD LANYARD_CLI"""

import os
import pathlib
import re
import subprocess
import sys

# Options that each command has, and the manual tells once.
EVERYWHERE = {'--help', '--json', '--tz', '--conference'}

# For whoever starts the program, not for whoever uses it.
INTERNAL = {'--help-gapplication'}

COMPLETION = '''
source "$1"
compopt () { :; }
COMP_WORDS=(lanyard-cli "${@:2}")
COMP_CWORD=$(($# - 1))
_lanyard_cli
printf '%s\\n' "${COMPREPLY[@]}"
'''


def help_of(program, *arguments):
    environment = dict(os.environ, LC_ALL='C.UTF-8', COLUMNS='200')
    return subprocess.run([program, *arguments], env=environment, check=True, text=True, capture_output=True).stdout


def options_of(text):
    """The options of a --help, each with whether it takes something; short ones, too."""
    found = {}
    for short, long, value in re.findall(r'^  (?:(-\w), )?(--[\w-]+)(=\S+)?  ', text, re.M):
        found[long] = bool(value)
        if short:
            found[short] = bool(value)
    return found


def commands_of(text):
    listed = text.split('Commands:\n')[1].split('\n\n')[0]
    return re.findall(r'^  (\w+)  ', listed, re.M)


def flags(text):
    """The options that a piece of a manual has."""
    found = set()
    for line in text.splitlines():
        for name in re.findall(r'\bFl (-?[a-z][\w-]*)', line):
            found.add('-' + name)
        # One macro for several: ".Fl -level , -mark".
        if line.startswith('.Fl '):
            found |= {'-' + name for name in re.findall(r'(?<= )-[a-z][\w-]*', line)}
    return found


def section(manual, title):
    return re.search(rf'^\.S[hs] {title}\n(.*?)(?=^\.S[hs] |\Z)', manual, re.M | re.S).group(1)


def described_commands(manual):
    """What the manual says of each command; one may have several entries."""
    found = {}
    depth = 0
    current = None
    for line in section(manual, 'COMMANDS').splitlines():
        depth += line.startswith('.Bl ')
        depth -= line == '.El'
        match = re.match(r'\.It Cm (\w+)', line)
        if match and depth == 1:
            current = match.group(1)
        if current:
            found[current] = found.get(current, '') + line + '\n'
    return found


def check_command(command, options, text, filters):
    wanted = set(options) - EVERYWHERE - {'-h'}
    said = flags(text)
    heads = {flag for line in text.splitlines() if line.startswith('.It') for flag in flags(line)}
    problems = []
    for option in sorted(wanted - said - (filters if 'Sx Filters' in text else set())):
        problems.append(f'lanyard-cli.1: {command} has {option}, which is not described')
    for option in sorted(heads - wanted - EVERYWHERE):
        problems.append(f'lanyard-cli.1: {command} has no {option}')
    return problems


def completed(completion, *words):
    output = subprocess.run(['bash', '-c', COMPLETION, 'bash', str(completion), *words], check=True, text=True,
                            capture_output=True).stdout
    return set(output.split())


def check_completion(completion, command, options):
    offered = completed(completion, *([command] if command else []), '--')
    wanted = {name + ('=' if has_value else '') for name, has_value in options.items() if name.startswith('--')}
    return [f'completion: {command or "lanyard-cli"}: {option}' for option in sorted(wanted ^ offered)]


def check_cli(source, program):
    manual = (source / 'data/man/lanyard-cli.1').read_text()
    completion = source / 'data/completion/lanyard-cli'
    text = help_of(program, '--help')
    commands = commands_of(text)
    described = described_commands(manual)
    filters = flags(section(manual, 'Filters'))
    general = flags(section(manual, 'DESCRIPTION'))

    problems = [f'lanyard-cli.1: {option} is not described' for option in sorted(options_of(text).keys() - general - {'-h'})]
    problems += [f'lanyard-cli.1: {word}' for word in sorted(set(commands) ^ described.keys())]
    problems += [f'completion: {word}' for word in sorted(set(commands) ^ completed(completion, ''))]
    problems += check_completion(completion, '', options_of(text))
    for command in commands:
        options = options_of(help_of(program, command, '--help'))
        problems += check_command(command, options, described.get(command, ''), filters)
        problems += check_completion(completion, command, options)
    return problems, len(commands)


def check_window(source, program):
    described = flags((source / 'data/man/lanyard.1').read_text())
    options = options_of(help_of(program, '--help-all')).keys() - INTERNAL
    return [f'lanyard.1: {option}' for option in sorted(options ^ described)]


def main():
    source = pathlib.Path(sys.argv[1])
    problems, n_commands = check_cli(source, sys.argv[3])
    problems += check_window(source, sys.argv[2])
    for problem in problems:
        print(problem)
    print(f'{n_commands} commands, {len(problems)} problems')
    return 1 if problems or n_commands < 20 else 0


if __name__ == '__main__':
    sys.exit(main())
