#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command in a language, with its locale and its translation as the
# build made them. LANYARD_TEST_LOCALEDIR is where programs of the tests bind
# their texts.
#
# Usage: in-language.sh BUILD LANGUAGE COMMAND…
#
# LANGUAGE is one of po/LINGUAS, "en", or "pseudo", which nobody speaks.
# Ends with 77 where the locale cannot be had.

set -eu

build=$1
language=$2
shift 2
translations=$build/po
case $language in
  ar) locale=ar_EG ;;
  de) locale=de_DE ;;
  en) locale=en_US ;;
  ja) locale=ja_JP ;;
  pseudo) locale=en_US translations=$build/tests/pseudo ;;
  *) echo "in-language.sh: there is no locale for “$language” yet; name one here and in tests/meson.build" >&2; exit 2 ;;
esac
if [ ! -d "$build/tests/locales/$locale.UTF-8" ]; then
  echo "in-language.sh: the locale $locale could not be compiled; the system has no definition of it" >&2
  exit 77
fi
export LOCPATH="$build/tests/locales" LC_ALL="$locale.UTF-8" LANGUAGE="$language" LANYARD_TEST_LOCALEDIR="$translations"
exec "$@"
