#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program on a session bus of its own with a keyring in a state, and in
# folders of its own. Nothing is on the bus that the state does not name.
#
# Usage: with-keyring.sh STATE PROGRAM [ARGUMENT…]
#
#   unlocked  GNOME's keyring, open; nobody can be asked to unlock it again
#   file      what libsecret has in a Flatpak: a file, with a password from elsewhere
#   none      no keyring
#   silent    a keyring that is started and then never heard of

set -eu

state=$1
shift

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" LANYARD_TEST_KEYRING="$state"
mkdir -m 700 "$XDG_RUNTIME_DIR"
mkdir "$home/services"
unset WAYLAND_DISPLAY GNOME_KEYRING_CONTROL SECRET_BACKEND

if [ "$state" = unlocked ] && ! command -v gnome-keyring-daemon >/dev/null; then
  echo '1..0 # SKIP gnome-keyring-daemon is not here'
  exit 77
fi
if [ "$state" = file ]; then
  export SECRET_BACKEND=file SECRET_FILE_TEST_PATH="$home/keyring" SECRET_FILE_TEST_PASSWORD='a password'
fi
if [ "$state" = silent ]; then
  printf '[D-BUS Service]\nName=org.freedesktop.secrets\nExec=/bin/sleep 30\n' >"$home/services/secrets.service"
fi

cat >"$home/bus.conf" <<BUS
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home/run</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$home/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
BUS

# Whoever waits for the keyring's name waits for the keyring. It outlives
# nobody, but for what the bus has started, which ends by itself.
cat >"$home/inside.sh" <<'INSIDE'
keyring=
if [ "$LANYARD_TEST_KEYRING" = unlocked ]; then
  printf 'a password' | gnome-keyring-daemon --foreground --unlock --components=secrets >"$HOME/keyring.log" 2>&1 &
  keyring=$!
  gdbus wait --session --timeout 20 org.freedesktop.secrets
fi
status=0
"$@" >&9 2>&8 9>&- 8>&- || status=$?
[ -z "$keyring" ] || kill "$keyring"
exit $status
INSIDE

exec 9>&1 8>&2
G_DEBUG='' dbus-run-session --config-file="$home/bus.conf" -- \
  sh "$home/inside.sh" env "G_DEBUG=${G_DEBUG:-}" "$@" >"$home/chatter" 2>&1
