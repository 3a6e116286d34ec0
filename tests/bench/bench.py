#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Lanyard against floors that are measured in the same run.

Usage: bench.py BUILD [PART…]

The parts are command_line, growth, formats, plan, search, network, window and browsing; all if none is named.
Every bar is a ratio, a size, or what somebody who types feels. The command fails when one is missed.
"""

import glob
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import format_files
import make_programme

PARTS = ('command_line', 'growth', 'formats', 'plan', 'search', 'network', 'window', 'browsing')
RUNS = 9
QUERIES = ('kernel memory', 'release', 'tracing driver interface', 'given77', 'institute 4', 'room 12')
SHARED = 'indico-synthetic/large-1200-contributions.*.json'
FOSDEM = 'frab-xml/fosdem-2025.xml'


class Bench:
    def __init__(self, build):
        self.build = build
        self.top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        self.home = tempfile.mkdtemp(prefix='lanyard-bench-')
        self.missed = 0
        self.servers = []
        runtime = os.path.join(self.home, 'run')
        os.mkdir(runtime, 0o700)
        self.environment = dict(
            os.environ, XDG_RUNTIME_DIR=runtime, XDG_CACHE_HOME=os.path.join(self.home, 'cache'), GDK_BACKEND='x11',
            # Settings that last, so that a start is one with a conference that was open before.
            GSETTINGS_BACKEND='keyfile',
            # A virtual display has no GPU; OpenGL would measure the compiler that stands in for it.
            GSK_RENDERER='cairo',
            GSETTINGS_SCHEMA_DIR=os.path.join(build, 'data'), ADW_DISABLE_PORTAL='1', TZ='Asia/Tokyo',
            LANYARD_NOW='2026-10-05T01:00:00Z', G_MESSAGES_DEBUG='lanyard')
        self.environment.pop('WAYLAND_DISPLAY', None)

    def program(self, path):
        return os.path.join(self.build, path)

    def data(self, name):
        """The environment in which programs keep their data and settings in a folder of that name."""
        return dict(self.environment, XDG_DATA_HOME=os.path.join(self.home, name),
                    XDG_CONFIG_HOME=os.path.join(self.home, name, 'config'),
                    XDG_STATE_HOME=os.path.join(self.home, name, 'state'))

    def bar(self, name, value, most, unit=''):
        kept = value <= most
        self.missed += not kept
        print(f'{"ok    " if kept else "MISSED"} {name}: {value:.2f}{unit} (bar {most:g}{unit})', flush=True)

    # --- the command line

    def run(self, command, environment):
        begun = time.monotonic()
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - begun

    def best(self, command, environment, runs=RUNS):
        return min(self.run(command, environment) for _ in range(runs))

    def import_time(self, files, runs=RUNS):
        """The best time to add files to an empty store, whole process."""
        times = []
        for number in range(runs):
            name = f'add-{number}'
            times.append(self.run([self.program('src/cli/lanyard-cli'), 'add', *files], self.data(name)))
            shutil.rmtree(os.path.join(self.home, name))
        return min(times)

    def import_beside(self, parser, path, runs=25):
        """Times of the whole process that adds a file to an empty store, of the one that only parses it, and of the
        parse in that. They take turns, so that noise hits all alike."""
        times = []
        for number in range(runs):
            name = f'beside-{number}'
            times.append((self.run([self.program('src/cli/lanyard-cli'), 'add', path], self.data(name)),
                          self.run([parser, path], self.environment),
                          float(subprocess.check_output([parser, path], env=self.environment))))
            shutil.rmtree(os.path.join(self.home, name))
        return zip(*times)

    def parse_time(self, files):
        return float(subprocess.check_output([self.program('tests/bench/parse-json'), *files]))

    def peak_memory(self, command, environment):
        """In MB. A process of its own asks, whose memory before exec is small."""
        script = ('import os,resource,sys;p=os.posix_spawnp(sys.argv[1],sys.argv[1:],os.environ,'
                  'file_actions=[(os.POSIX_SPAWN_OPEN,1,"/dev/null",1,0)]);'
                  'os.waitpid(p,0);print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)')
        answer = subprocess.check_output([sys.executable, '-c', script, *command], env=environment)
        return int(answer.split()[-1]) / 1024

    # --- the network

    def serve(self, events):
        """A server with these events, and its address. It ends with the benchmark."""
        process = subprocess.Popen([self.program('tests/server/lanyard-test-server'),
                                    *(f'--event={event}={folder}' for event, folder in events.items())],
                                   env=self.environment, stdout=subprocess.PIPE, text=True)
        self.servers.append(process)
        return process.stdout.readline().strip()

    def order(self, base, what, **values):
        address = f'{base}/test/{what}?{urllib.parse.urlencode(values)}'
        urllib.request.urlopen(urllib.request.Request(address, method='POST', data=b'')).read()

    def download_time(self, base, event):
        """Three documents one after the other, by curl or by what stands in for it."""
        addresses = [f'{base}/export/event/{event}.json?detail={detail}&tz=UTC' for detail in ('sessions', 'contributions')]
        addresses.append(f'{base}/export/timetable/{event}.json')
        if shutil.which('curl'):
            return self.best(['curl', '--silent', '--fail', *addresses], self.environment)
        print('# curl is not there; Python stands in for it, without the time to start')
        times = []
        for _ in range(RUNS):
            begun = time.monotonic()
            for address in addresses:
                urllib.request.urlopen(address).read()
            times.append(time.monotonic() - begun)
        return min(times)

    def add_time(self, address):
        times = []
        for number in range(RUNS):
            name = f'address-{number}'
            times.append(self.run([self.program('src/cli/lanyard-cli'), 'add', address], self.data(name)))
            shutil.rmtree(os.path.join(self.home, name))
        return min(times)

    def changed(self, folder):
        """The same programme with other words in many of its talks."""
        target = folder + '-changed'
        os.makedirs(target, exist_ok=True)
        for name in ('sessions.json', 'contributions.json', 'timetable.json'):
            with open(os.path.join(folder, name), encoding='ascii') as old, \
                    open(os.path.join(target, name), 'w', encoding='ascii') as new:
                new.write(old.read().replace('verification', 'validation'))
        return target

    def database_files(self, name):
        folder = os.path.join(self.home, name, 'lanyard')
        files = {}
        for file in ('lanyard.db', 'lanyard.db-wal'):
            path = os.path.join(folder, file)
            if os.path.exists(path) and os.path.getsize(path) > 0:
                with open(path, 'rb') as content:
                    files[file] = (os.stat(path).st_mtime_ns, content.read())
        return files

    def refresh_many(self, base, folder, n_conferences):
        """Longest pause of the main loop in ms, and memory above idle in bytes, while all have news."""
        events = [str(4000 + i) for i in range(n_conferences)]
        database = os.path.join(tempfile.mkdtemp(dir=self.home), 'many.db')
        many = self.program('tests/bench/refresh-many')
        addresses = [f'{base}/event/{event}/' for event in events]
        for event in events:
            self.order(base, 'event', id=event, folder=folder)
        environment = dict(self.data('many'), XDG_STATE_HOME=os.path.join(self.home, 'state'))
        subprocess.run([many, 'add', database, *addresses], env=environment, check=True)
        for event in events:
            self.order(base, 'event', id=event, folder=self.changed(folder))
        answer = subprocess.check_output([many, 'refresh', database, *addresses], env=environment).split()
        print(f'# the longest turn of the main loop with {n_conferences}: {float(answer[1]):.1f} ms of CPU time')
        return float(answer[0]), int(answer[2])

    def measure_network(self):
        files = self.invented(1200)
        folder = os.path.dirname(files[0])
        base = self.serve({'4000': folder})
        downloaded, imported = self.download_time(base, '4000'), self.import_time(files)
        added = self.add_time(f'{base}/event/4000/')
        print(f'# three downloads {downloaded * 1000:.0f} ms, import {imported * 1000:.0f} ms, '
              f'add from the address {added * 1000:.0f} ms')
        self.bar('add 1,200 talks from an address, times downloads and import', added / (downloaded + imported), 1.5)

        cli = self.program('src/cli/lanyard-cli')
        self.run([cli, 'add', f'{base}/event/4000/'], self.data('fresh'))
        before = self.database_files('fresh')
        self.run([cli, 'refresh'], self.data('fresh'))
        after = self.database_files('fresh')
        written = 0 if before == after else sum(len(content) for _, content in after.values())
        self.bar('bytes written by an unchanged refresh', written, 0)

        # The best of three, for others may have the processor; what the loop itself does, it does each time.
        pause = min(self.refresh_many(base, folder, 10)[0] for _ in range(3))
        self.bar('longest pause of the main loop, ten refreshes at once', pause, 8, ' ms')
        n_bytes = sum(os.path.getsize(file) for file in files)
        _, memory = self.refresh_many(base, folder, 1)
        self.bar('memory of a refresh above idle, times the programme', memory / n_bytes, 12)

    # --- the window

    def start_once(self, command, environment):
        """Seconds until the first frame, and resident memory in MB two seconds later."""
        begun = time.monotonic()
        process = subprocess.Popen(['stdbuf', '-oL', *command], env=environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        try:
            for line in process.stdout:
                if b'First programme painted' in line:
                    break
            else:
                raise RuntimeError(f'{command[0]} ended before it painted')
            started = time.monotonic() - begun
            time.sleep(2)
            with open(f'/proc/{process.pid}/status', encoding='ascii') as status:
                resident = next(int(line.split()[1]) for line in status if line.startswith('VmRSS'))
        finally:
            process.kill()
            process.wait()
        return started, resident / 1024

    def starts(self, *cases, runs=RUNS):
        """Medians for each case; the cases take turns, so that noise hits all alike."""
        results = [[] for _ in cases]
        for number in range(runs + 1):
            for result, case in zip(results, cases):
                measured = self.start_once(*case)
                if number > 0:
                    result.append(measured)
        return [(statistics.median(m[0] for m in result), statistics.median(m[1] for m in result))
                for result in results]

    def browse(self, folder, number):
        """What tests/bench/browse.c measures, by what and name; of two walks the better."""
        best = {}
        for walk in range(2):
            environment = dict(self.data(f'browse-{number}-{walk}'), G_MESSAGES_DEBUG='')
            answer = subprocess.check_output([self.program('tests/bench/browse'), folder, *QUERIES], env=environment,
                                             text=True)
            for line in answer.splitlines():
                what, name, *values = line.split()
                values = [float(value) for value in values]
                best[what, name] = [min(pair) for pair in zip(values, best.get((what, name), values))]
        return best

    def measure_browsing(self):
        for n_talks, switch, median, longest in ((1200, 16, 5, 16), (12000, 50, 16, 50)):
            bars = {'switch': switch, 'pan': 8, 'widgets': 3}
            names = {'switch': 'longest turn of the main loop, {}', 'pan': 'longest turn of the main loop, panning {}',
                     'key': 'a key in the search field to the results in the model, {}',
                     'widgets': 'widgets that the {} makes, times those that are seen'}
            walk = self.browse(os.path.dirname(self.invented(n_talks)[0]), n_talks)
            print('# by a clock on the wall: ' +
                  ', '.join(f'{name} {wall:.0f} ms' for (_, name), (_, wall) in walk.items() if wall > 0))
            for (what, name), (value, _) in walk.items():
                bar = {'median': median, 'longest': longest}[name] if what == 'key' else bars[what]
                self.bar(f'{n_talks:,} talks, {names[what].format(name)}', value, bar, '' if what == 'widgets' else ' ms')

    # --- all of it

    def small_programme(self):
        shared = sorted(glob.glob(os.path.join(self.top, '..', 'shared', 'data', SHARED)))
        if shared:
            return shared
        print('# the shared 1,200-talk programme is not there; measuring an invented one')
        return self.invented(1200)

    def invented(self, n_talks):
        folder = os.path.join(self.home, f'invented-{n_talks}')
        os.makedirs(folder, exist_ok=True)
        make_programme.make(folder, n_talks)
        return sorted(glob.glob(os.path.join(folder, '*.json')))

    def measure_command_line(self):
        cli = self.program('src/cli/lanyard-cli')
        files = self.small_programme()
        parse = self.parse_time(files)
        added = self.import_time(files)
        print(f'# json-glib alone {parse * 1000:.0f} ms, lanyard-cli add {added * 1000:.0f} ms')
        self.bar('add 1,200 talks, times json-glib alone', added / parse, 4)

        stored = self.data('stored')
        self.run([cli, 'add', *files], stored)
        nothing = self.best(['true'], stored, 50)
        talks = self.best([cli, 'talks'], stored, 20)
        print(f'# true {nothing * 1000:.2f} ms, lanyard-cli talks {talks * 1000:.1f} ms')
        self.bar('talks of 1,200, times true', talks / nothing, 40)
        self.bar('talks of 1,200, peak memory', self.peak_memory([cli, 'talks'], stored), 30, ' MB')

    def measure_growth(self):
        small, large = self.invented(1200), self.invented(12000)
        self.bar('add 12,000 talks, times 1,200', self.import_time(large, 3) / self.import_time(small), 12)
        lines = subprocess.check_output([self.program('tests/bench/compare-programmes')], text=True).splitlines()
        few, many = (float(line.split()[2]) for line in lines)
        print(f'# compared: 3,000 talks {few:.1f} ms, 12,000 {many:.1f} ms')
        self.bar('compare 12,000 renumbered talks, times 3,000', many / few, 8)

    # --- formats

    def read_feed(self, *arguments):
        answer = subprocess.check_output([self.program('tests/bench/read-feed'), *arguments], env=self.environment)
        return [float(word) for word in answer.split()]

    def memory_of_reading(self, path):
        return self.peak_memory([self.program('tests/bench/read-feed'), '--once', path], self.environment)

    def measure_format(self, data, name):
        """An importer's time for sixteen times as much, and its memory, also for a file of nothing but tiny things."""
        times = []
        for n_bytes in (1 << 20, 16 << 20):
            path = format_files.make(data, name, self.home, n_bytes)
            sniffed, read, _, _ = self.read_feed(path)
            times.append(read)
            self.bar(f'tell what {n_bytes >> 20} MB of {name} are', sniffed * 1000, 1, ' ms')
        self.bar(f'read 16 MB of {name}, times a sixteenth of it', times[1] / times[0], 20)
        nothing = self.memory_of_reading(os.path.join(data, name))
        size = os.path.getsize(path) / 1e6
        if name not in format_files.TINY:
            self.bar(f'read 16 MB of {name}, memory, times the file', (self.memory_of_reading(path) - nothing) / size, 8)
        os.unlink(path)
        if name in format_files.JSON_ENTRIES:
            path = format_files.make(data, name, self.home, 4 << 20, is_tiny=True)
            tiny = (self.memory_of_reading(path) - nothing) / (os.path.getsize(path) / 1e6)
            self.bar(f'read 4 MB of {name}, tiny entries only, memory, times the file', tiny, 8)
            os.unlink(path)

    def confy_time(self, schedule):
        """How long Confy takes, with Python's start and without; nothing where it cannot be had."""
        cache = os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache')
        command = [sys.executable, os.path.join(self.top, 'tests', 'bench', 'confy.py'),
                   os.path.join(cache, 'lanyard-dev-confy'), schedule]
        times = []
        for _ in range(RUNS):
            begun = time.monotonic()
            done = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, check=False)
            if done.returncode != 0:
                return None
            times.append((time.monotonic() - begun, float(done.stdout)))
        # The first one may have downloaded it.
        return [min(values) for values in zip(*times[1:])]

    def measure_formats(self):
        data = os.path.join(self.top, 'tests', 'data')
        for name in format_files.names():
            self.measure_format(data, name)
        rooms = [format_files.make_rooms(self.home, n) for n in (10, 100000)]
        memory = self.memory_of_reading(rooms[1]) - self.memory_of_reading(rooms[0])
        self.bar('read 100,000 rooms, memory, times the file', memory / (os.path.getsize(rooms[1]) / 1e6), 8)

        fosdem = os.path.join(self.top, '..', 'shared', 'data', FOSDEM)
        if not os.path.exists(fosdem):
            print('# FOSDEM is not there; what it takes is not measured')
            return
        _, read, tree, _ = self.read_feed(fosdem)
        imports, processes, parses = self.import_beside(self.program('tests/bench/parse-xml'), fosdem)
        added = min(imports)
        # A second parse in one process finds the memory that the first one left, as nothing does that is started to
        # add a file, and takes half as long or as long, as the allocator pleases.
        print(f'# best and median: libxml2 in a new process {min(parses) * 1000:.1f} and '
              f'{statistics.median(parses) * 1000:.1f} ms, with that process {min(processes) * 1000:.1f} and '
              f'{statistics.median(processes) * 1000:.1f} ms, lanyard-cli add {added * 1000:.1f} and '
              f'{statistics.median(imports) * 1000:.1f} ms; again and again in one process: libxml2 '
              f'{tree * 1000:.1f} ms, read {read * 1000:.1f} ms')
        self.bar('read FOSDEM 2025, times libxml2 alone', read / tree, 4)
        self.bar('add FOSDEM 2025, times libxml2 alone', added / min(parses), 4)
        self.bar('add FOSDEM 2025, times a process of libxml2, best', added / min(processes), 4)
        self.bar('add FOSDEM 2025, times a process of libxml2, median',
                 statistics.median(imports) / statistics.median(processes), 4)
        confy = self.confy_time(fosdem)
        if confy is None:
            print('# Confy is not there; what it takes is not measured')
            return
        print(f'# Confy {confy[0] * 1000:.0f} ms, of which its importer takes {confy[1] * 1000:.0f} ms')
        self.bar('add FOSDEM 2025, in percent of what Confy takes', 100 * added / confy[0], 25, ' %')

    # --- the plan

    def measure_plan(self):
        self.run([self.program('src/cli/lanyard-cli'), 'add', *self.invented(12000)], self.data('planned'))
        database = os.path.join(self.home, 'planned', 'lanyard', 'lanyard.db')
        answer = subprocess.check_output([self.program('tests/bench/plan-conflicts'), database], text=True)
        bars = {'conflicts': ('plan and conflicts of 500 picks', 5), 'days': ('days of that plan', 8),
                'layout': ('layout of a day of it', 5), 'fits': ('what fits its gaps', 50)}
        for line in answer.splitlines():
            _, name, cpu, _ = line.split()
            title, bar = bars[name]
            self.bar(f'12,000 talks, {title}', float(cpu), bar, ' ms')

    # --- the search

    def search_keys(self, name):
        """Median and longest time from a key to its results, and the longest of one that was in a hurry, in ms."""
        database = os.path.join(self.home, name, 'lanyard', 'lanyard.db')
        answer = subprocess.check_output([self.program('tests/bench/search-keys'), database, *QUERIES],
                                         env=self.data(name))
        return [float(number) for number in answer.split()]

    def measure_search(self):
        cli = self.program('src/cli/lanyard-cli')
        for name, n_talks, median, worst in (('found', 1200, 5, 16), ('found-large', 12000, 16, 50)):
            self.run([cli, 'add', *self.invented(n_talks)], self.data(name))
            # What was added is indexed now; the window does it when nobody asks for anything.
            first = self.run([cli, 'search', QUERIES[0]], self.data(name))
            print(f'# the first search of {n_talks:,} talks that were added takes {first * 1000:.0f} ms')
            times = self.search_keys(name)
            self.bar(f'a key in a search of {n_talks:,} talks, median', times[0], median, ' ms')
            self.bar(f'a key in a search of {n_talks:,} talks, longest', times[1], worst, ' ms')
            self.bar(f'a key after one that still searches {n_talks:,} talks, longest', times[2], worst, ' ms')

    # --- the window

    def measure_window(self):
        cli, window = self.program('src/cli/lanyard-cli'), self.program('src/desktop/lanyard')
        for name, n_talks in (('small', 1200), ('large', 12000)):
            self.run([cli, 'add', *self.invented(n_talks)], self.data(name))
        empty, small, large = self.starts(([self.program('tests/bench/empty-window')], self.data('none')),
                                          ([window], self.data('small')), ([window], self.data('large')))
        print(f'# first frame: empty {empty[0] * 1000:.0f} ms, 1,200 talks {small[0] * 1000:.0f} ms, '
              f'12,000 talks {large[0] * 1000:.0f} ms')
        print(f'# resident: empty {empty[1]:.0f} MB, 1,200 talks {small[1]:.0f} MB, 12,000 talks {large[1]:.0f} MB')
        self.bar('start with 1,200 talks, times an empty window', small[0] / empty[0], 1.25)
        self.bar('resident with 1,200 talks, times an empty window', small[1] / empty[1], 1.25)
        self.bar('start with 12,000 talks, times 1,200', large[0] / small[0], 1.5)
        self.bar('12,000 talks, memory above an empty window', large[1] - empty[1], 40, ' MB')

    def close(self):
        for server in self.servers:
            server.kill()
            server.wait()
            server.stdout.close()
        shutil.rmtree(self.home, ignore_errors=True)


def main():
    if len(sys.argv) < 2 or not set(sys.argv[2:]) <= set(PARTS):
        sys.exit(__doc__)
    if 'DISPLAY' not in os.environ or os.environ.get('LANYARD_BENCH_DISPLAY') != 'own':
        os.execvpe('dbus-run-session', ['dbus-run-session', '--', 'xvfb-run', '-a', '-s', '-screen 0 1600x1000x24 -noreset',
                                        sys.executable, *sys.argv], dict(os.environ, LANYARD_BENCH_DISPLAY='own'))
    bench = Bench(os.path.abspath(sys.argv[1]))
    try:
        for part in PARTS:
            if part in sys.argv[2:] or len(sys.argv) == 2:
                getattr(bench, f'measure_{part}')()
    finally:
        bench.close()
    sys.exit(1 if bench.missed else 0)


if __name__ == '__main__':
    main()
