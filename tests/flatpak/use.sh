#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Uses the installed Flatpak on a virtual display, on a session bus with a real
# keyring and real portals. Called by flatpak.sh, which has set LANYARD_ID,
# LANYARD_PICTURE and FLATPAK_USER_DIR.

set -eu

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
programs=$(mktemp -d)
trap 'rm -rf "$programs"' EXIT INT TERM

# The tests' desk starts programs by their paths. LANYARD_ALONE takes the
# network away.
write_program ()
{
  printf '#!/bin/sh\nexec %s "$@"\n' "$2" >"$programs/$1"
  chmod +x "$programs/$1"
}
run='flatpak run --user --die-with-parent ${LANYARD_ALONE:+--unshare=network}'
write_program lanyard "$run $LANYARD_ID"
write_program lanyard-cli "$run --command=lanyard-cli $LANYARD_ID"
write_program sandbox-shell "$run --command=sh $LANYARD_ID"
write_program lanyard-test-server "env 'XDG_CACHE_HOME=${XDG_CACHE_HOME:-$HOME/.cache}' '$top/dev' server"

export LANYARD="$programs/lanyard" LANYARD_CLI="$programs/lanyard-cli" LANYARD_SHELL="$programs/sandbox-shell"
export LANYARD_TEST_SERVER="$programs/lanyard-test-server" LANYARD_TEST_SCREEN=1280x800
export GTK_A11Y=atspi GDK_BACKEND=x11 GSK_RENDERER=cairo G_DEBUG=fatal-warnings LC_ALL=C.UTF-8 XDG_CURRENT_DESKTOP=GNOME
unset LANYARD_INSTALLED

# Built before anybody waits for it.
"$top/dev" server --help >/dev/null

# Inside the sandbox the portals' files are where they are for a user who is
# logged in. That folder is made for this alone, and seen by nobody else.
map=
[ "$(id -u)" = 0 ] || map=--map-root-user
export LANYARD_TEST_RUNTIME_DIR=/run/user/0
unshare --mount $map sh -c 'mkdir -p /run/user && mount -t tmpfs tmpfs /run/user && exec "$@"' sh \
  "$top/tests/tools/on-display.sh" sh "$here/session.sh" python3 -B "$here/test-sandbox.py"
