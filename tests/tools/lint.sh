#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Looks for what a compiler does not: style, files and layers. `./dev lint`
# calls it after a build.
#
# Usage: lint.sh BUILDDIR
#
# Each check is one line, "ok NAME" or "not ok NAME"; what is wrong follows,
# indented. Ends with 1 when a check failed.

set -u

builddir=$(cd "$1" && pwd) || exit 2
tools=$(cd "$(dirname "$0")" && pwd)
cd "$tools/../.." || exit 2
failed=0

check ()
{
  name=$1
  shift
  if output=$("$@" 2>&1); then
    echo "ok $name"
  else
    echo "not ok $name"
    printf '%s\n' "$output" | sed 's/^/    /'
    failed=1
  fi
}

# Tracked files and those that are about to be. All of them in a release, which
# may lie inside somebody else's checkout.
files ()
{
  { [ -e .git ] && git -c safe.directory='*' ls-files --cached --others --exclude-standard 2>/dev/null; } ||
    find . -type f -not -path './build/*' -not -path './.git/*' -not -name '*.pyc' | sed 's,^\./,,'
}

files_named ()
{
  files | grep -E "$1" | while IFS= read -r file; do
    [ -e "$file" ] && printf '%s\n' "$file"
  done
}

format_of_changed_lines () { python3 -B "$tools/check-format.py"; }

bugs ()
{
  mkdir -p "$builddir/cppcheck"
  files_named '^src/.*\.c$' >"$builddir/cppcheck/sources"
  cppcheck --quiet --std=c11 --library="$tools/glib.cfg" --enable=warning,portability --check-level=exhaustive --error-exitcode=1 \
    --cppcheck-build-dir="$builddir/cppcheck" -j 2 \
    --template='{file}:{line}: {severity}: {message} [{id}]' \
    --file-list="$builddir/cppcheck/sources"
}

blueprints ()
{
  files_named '\.blp$' | while IFS= read -r file; do
    blueprint-compiler format "$file" >/dev/null 2>&1 || { blueprint-compiler format "$file"; exit 1; }
  done
}

desktop_file () { desktop-file-validate "$builddir"/data/*.*.desktop; }

metainfo () { appstreamcli validate --strict --no-net --explain "$builddir"/data/*.*.metainfo.xml; }

links_none_of ()
{
  program=$builddir/src/cli/$1
  [ ! -x "$program" ] || ! readelf -d "$program" | grep NEEDED | grep -E "$2"
}

# The program that asks servers is the core plus a little: what it links, the core links.
linked_libraries () { links_none_of lanyard-online 'libgtk|libgdk|libadwaita|libgraphene|libpango|libcairo'; }

# It becomes another program for what these do.
command_line_libraries () { links_none_of lanyard-cli 'libsoup|libsecret|libpango|libcairo|libqrencode'; }

scripts ()
{
  files_named '\.py$' | while IFS= read -r file; do
    python3 -B -c 'import sys; compile(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1], "exec")' \
      "$file" || exit 1
  done || return 1
  for file in dev .ci/run $(files_named '\.sh$'); do
    [ ! -e "$file" ] || sh -n "$file" || return 1
  done
  for file in data/completion/lanyard-cli $(files_named '\.bash$'); do
    bash -n "$file" || return 1
  done
}

check 'format of changed lines' format_of_changed_lines
check 'cppcheck' bugs
check 'blueprint format' blueprints
files >"$builddir/lint-files"
for name in potfiles licences app-id versions layers; do
  check "$name" python3 -B "$tools/check-files.py" "$name" "$builddir/lint-files"
done
check 'desktop file' desktop_file
check 'metainfo' metainfo
check 'the core links no GTK' linked_libraries
check 'the command line links no network' command_line_libraries
check 'scripts' scripts
check 'translations' python3 -B "$tools/check-translations.py" "$builddir"
grep -v '^ ' "$builddir/translations.txt"

exit $failed
