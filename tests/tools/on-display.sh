#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program on a virtual display, on a session bus and in folders of its
# own. What G_DEBUG asks for is meant for the program alone. The bus knows the
# display, so that the accessibility services that it starts can press keys;
# what those print is not the program's.
#
# LANYARD_TEST_SCREEN sets the display's size in pixels, LANYARD_TEST_RUNTIME_DIR
# the folder for sockets where its path matters.

set -eu

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM
export XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="${LANYARD_TEST_RUNTIME_DIR:-$home/run}"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY

debug=${G_DEBUG:-}
unset G_DEBUG
exec 9>&1
xvfb-run -a -s "-screen 0 ${LANYARD_TEST_SCREEN:-1600x1000}x24 -noreset" dbus-run-session -- \
  sh -c 'exec "$@" >&9 9>&-' sh env ${debug:+"G_DEBUG=$debug"} "$@" >"$home/chatter" 2>"$home/errors" ||
  { status=$?; cat "$home/errors" >&2; exit $status; }
