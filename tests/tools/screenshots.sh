#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Pictures of every page, on a virtual display.
#
# Usage: screenshots.sh BUILD FOLDER [LANGUAGE…] [LOOK…] [--page=NAME…]
#        screenshots.sh BUILD --metainfo    those of the metainfo, anew
#
# A LANGUAGE is one of po/LINGUAS, or "pseudo", which nobody speaks: its
# pictures are in FOLDER/LANGUAGE, in the looks "narrow" and "first" if none is
# named. What is not translated, or put together of pieces, is said of "pseudo".
# A NAME may have asterisks. What could not be shown has no picture, and is said.

set -eu

build=$1
folder=$2
shift 2
case $folder in
  --metainfo) ;;
  -*) echo "screenshots: $folder is no folder; name one first" >&2; exit 2 ;;
esac
top=$(cd "$(dirname "$0")/../.." && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM

export XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" GSETTINGS_BACKEND=memory GDK_BACKEND=x11 ADW_DISABLE_PORTAL=1
export GTK_A11Y=test GSETTINGS_SCHEMA_DIR="$build/data" TZ=Asia/Tokyo
export LANYARD_TEST_CONFERENCE="$top/tests/data/conference"
export LANYARD_CHANGED_PROGRAMMES="$build/tests/server/changed-programmes"
unset WAYLAND_DISPLAY
mkdir -m 700 "$XDG_RUNTIME_DIR"

if [ "$folder" = --metainfo ]; then
  TZ=Europe/Prague dbus-run-session -- xvfb-run -a -s '-screen 0 1280x1024x24 -noreset' \
    "$build/tests/desktop/store-screenshots" "$top/data/screenshots" "$top/data/sample" 2>"$home/errors" ||
    { cat "$home/errors" >&2; exit 1; }
  exit
fi

take ()
{
  target=$1
  shift
  dbus-run-session -- xvfb-run -a -s '-screen 0 2560x1440x24 -noreset' \
    "$top/tests/tools/with-keyring.sh" unlocked \
    "$build/tests/desktop/screenshots" "$target" "$top/data/sample" "$top/tests/data/conference" \
    "$build/tests/desktop/extremes" "$@" 2>"$home/errors" ||
    { cat "$home/errors" >&2; return 1; }
  grep -e CRITICAL -e WARNING -e ⁅ -e translated -e pieces "$home/errors" >&2 || true
}

# Looks and pages for all languages. One that lacks something does not keep the
# others waiting.
languages= looks= pages=
for word; do
  case $word in
    --page=*) pages="$pages $word" ;;
    en|pseudo) languages="$languages $word" ;;
    *) if grep -q -x -e "$word" "$top/po/LINGUAS"; then languages="$languages $word"; else looks="$looks $word"; fi ;;
  esac
done

if [ ! "$languages" ]; then
  # shellcheck disable=SC2086 # words
  take "$folder" $looks $pages
  exit
fi
status=0
for language in $languages; do
  # shellcheck disable=SC2046 # lines without spaces
  export $("$top/tests/tools/in-language.sh" "$build" "$language" env |
    grep -e '^LOCPATH=' -e '^LC_ALL=' -e '^LANGUAGE=' -e '^LANYARD_TEST_LOCALEDIR=')
  # shellcheck disable=SC2086 # words
  take "$folder/$language" ${looks:-narrow first} $pages || status=1
done
exit $status
