#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Starts Lanyard on a virtual display with the sample conference, waits until
# its programme is painted, saves a picture of it and ends.
#
# Usage: run-headless.sh PROGRAM PICTURE [FILE…]

set -eu

program=$1
picture=$2
shift 2

home=$(mktemp -d)
log=$home/log
trap 'rm -rf "$home"' EXIT INT TERM

cat >"$home/inside.sh" <<'INSIDE'
"$program" "$@" >"$log" 2>&1 &
lanyard=$!
tenths=0
until grep -q 'First programme painted' "$log"; do
  tenths=$((tenths + 1))
  if [ $tenths -gt 600 ] || ! kill -0 $lanyard 2>/dev/null; then
    echo 'Lanyard did not show a programme:' >&2
    cat "$log" >&2
    exit 1
  fi
  sleep 0.1
done
sleep 1
scrot --overwrite "$picture"
kill $lanyard
INSIDE

export program picture log
export XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" GSETTINGS_BACKEND=memory GDK_BACKEND=x11
export G_MESSAGES_DEBUG=lanyard ADW_DISABLE_PORTAL=1
unset WAYLAND_DISPLAY
mkdir -m 700 "$XDG_RUNTIME_DIR"

"$(dirname "$program")/lanyard-cli" add --sample >"$home/sample" 2>&1 || { cat "$home/sample" >&2; exit 1; }

dbus-run-session -- xvfb-run -a -s '-screen 0 1280x800x24 -noreset' sh "$home/inside.sh" "$@" >"$home/errors" 2>&1 ||
  { cat "$home/errors" >&2; exit 1; }

echo "Lanyard showed the Linux Plumbers Conference 2026, its sample: $picture"
