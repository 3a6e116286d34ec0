#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings each translation up to date with the strings of the program.
#
# Usage: update-po.sh BUILD [LANGUAGE…]
#
# Without a language, all of po/LINGUAS. A new one begins so: its line in
# po/LINGUAS, its words in po/glossary/LANGUAGE.md, then this. The template,
# po/lanyard.pot, is made anew and not kept in git.

set -eu

build=$1
shift
cd "$(dirname "$0")/../../po"

meson compile -C "$build" lanyard-pot >"$build/pot.log" 2>&1 || { cat "$build/pot.log" >&2; exit 1; }

[ $# -gt 0 ] || set -- $(sed 's/#.*//' LINGUAS)
for language; do
  if [ -e "$language.po" ]; then
    msgmerge --quiet --update --backup=none --previous --no-wrap --add-location=file "$language.po" lanyard.pot
  else
    msginit --no-translator --no-wrap --locale="$language" --input=lanyard.pot --output-file="$language.po"
  fi
  printf '%s: ' "$language"
  LC_ALL=C msgfmt --check --statistics --output-file=/dev/null "$language.po"
done
