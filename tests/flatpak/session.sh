#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program beside GNOME's keyring, unlocked, and the portals. The bus
# starts the portals when they are asked for; which of them answers what is said
# as a desktop says it. Nothing of the documents' portal is left at the end.
#
# Usage: session.sh PROGRAM [ARGUMENT…], on a session bus and a display of its own

set -eu

mkdir -p "$XDG_CONFIG_HOME/xdg-desktop-portal"
printf '%s\n' '[preferred]' default=gtk org.freedesktop.impl.portal.Secret=gnome-keyring \
  >"$XDG_CONFIG_HOME/xdg-desktop-portal/portals.conf"

printf 'a password' | G_DEBUG='' gnome-keyring-daemon --foreground --unlock --components=secrets >&2 &
keyring=$!
finish ()
{
  kill $keyring 2>/dev/null || true
  fusermount3 -u "$XDG_RUNTIME_DIR/doc" 2>/dev/null || true
}
trap finish EXIT INT TERM
gdbus wait --session --timeout 20 org.freedesktop.secrets

"$@"
