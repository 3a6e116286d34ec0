#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Starts an installed Lanyard from its desktop file on a virtual display, as a
# desktop does, waits until a programme is painted, and takes a picture. Has the
# page of the desktop file's action shown then. For deb.sh.
#
# Usage: start-installed.sh PICTURE

set -eu

picture=$1
home=$(mktemp -d)
log=$home/log
trap 'rm -rf "$home"' EXIT INT TERM
export picture log HOME="$home" XDG_RUNTIME_DIR="$home/run" TZ=Europe/Prague
# Nothing listens to what a screen reader would be told: a minimal Debian need not have its bus.
export GDK_BACKEND=x11 GSETTINGS_BACKEND=memory G_MESSAGES_DEBUG=lanyard ADW_DISABLE_PORTAL=1 GTK_A11Y=none
mkdir -m 700 "$XDG_RUNTIME_DIR"

lanyard-cli add --sample >/dev/null

cat >"$home/inside.sh" <<'INSIDE'
desktop_file=$(ls /usr/share/applications/*.Lanyard.desktop)
gio launch "$desktop_file"
tenths=0
until grep -q 'First programme painted' "$log"; do
  tenths=$((tenths + 1))
  [ $tenths -lt 600 ] || { echo 'no programme was shown' >&2; exit 1; }
  sleep 0.1
done
sleep 2
scrot --overwrite "$picture"
lanyard --plan
INSIDE

xvfb-run -a -s '-screen 0 1280x800x24 -noreset' dbus-run-session -- sh "$home/inside.sh" >"$log" 2>&1 ||
  { cat "$log" >&2; exit 1; }
