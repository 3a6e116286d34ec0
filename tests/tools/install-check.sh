#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Stages an installation below /usr and below a prefix of its own, as a package
# is made, and has check-tree.py look at each. `./dev install-check` calls it.
#
# Usage: install-check.sh FOLDER

set -eu

folder=$1
top=$(cd "$(dirname "$0")/../.." && pwd)
failed=0

# In folders of its own, so that programs which are tried leave nothing behind.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM

for prefix in /usr /opt/lanyard; do
  name=$(printf %s "$prefix" | tr / -)
  build=$folder/build$name
  stage=$folder/stage$name
  log=$build.log
  rm -rf "$stage"
  mkdir -p "$build" "$stage"
  {
    [ -e "$build/build.ninja" ] || meson setup "$build" "$top" --prefix="$prefix" -Dtests=false
    meson compile -C "$build"
    DESTDIR="$stage" meson install -C "$build" --no-rebuild --strip
  } >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
  HOME="$home" python3 -B "$top/tests/tools/check-tree.py" "$top" "$stage" "$prefix" || failed=1
done
exit $failed
