#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Flatpak of this working copy, installs it for itself alone, uses it
# in its sandbox on a virtual display and takes a picture. `./dev flatpak` calls it.
#
# Usage: flatpak.sh [--bundle] [--stand-in] [MIRROR]
#
#   --bundle    write a file that can be installed, and install that
#   --stand-in  build with a runtime made of Debian packages even if the real one is there
#
# MIRROR is the host's Debian mirror. All that lasts is in lanyard-dev/flatpak of
# the user's cache folder, nothing in the user's own Flatpak installation.

set -eu

# Python's bindings belong to the system's Python.
PATH=/usr/bin:/bin:$PATH

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/lanyard-dev/flatpak
build=$top/build/flatpak
manifest=$(echo "$top"/flatpak/*.yml)
bundle=
stand_in=

say () { printf '%s\n' "$*" >&2; }
die () { say "flatpak: $*"; exit 1; }

while [ $# -gt 0 ]; do
  case $1 in
    --bundle) bundle=yes ;;
    --stand-in) stand_in=yes ;;
    -*) die "there is no option $1; there are --bundle and --stand-in" ;;
    *) break ;;
  esac
  shift
done
mirror=${1:-}

manifest_says () { sed -n "s/^$1: *//p" "$manifest" | tr -d "'"; }

# --- what the computer must have ---------------------------------------------

tools='flatpak flatpak-builder ostree bwrap mmdebstrap Xvfb xauth dbus-run-session gdbus scrot python3 gnome-keyring-daemon fusermount3'
debian_packages='flatpak flatpak-builder ostree bubblewrap mmdebstrap xvfb xauth dbus libglib2.0-bin scrot python3-gi gnome-keyring fuse3
  at-spi2-core gir1.2-atspi-2.0 xdg-desktop-portal xdg-desktop-portal-gtk elfutils'

has_tools ()
{
  for tool in $tools; do
    command -v "$tool" >/dev/null || return 1
  done
  python3 -c 'import gi; gi.require_version ("Atspi", "2.0")' 2>/dev/null && [ -e /usr/share/xdg-desktop-portal/portals/gtk.portal ]
}

install_tools ()
{
  has_tools && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say 'Installing Flatpak, its builder and the portals …'
    # shellcheck disable=SC2086 # one word a package
    (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $debian_packages) >&2 ||
      die 'apt could not install them; its message is above'
  elif command -v apt-get >/dev/null; then
    die "type this once, then try again:  sudo apt install $(echo $debian_packages)"
  else
    die "install what has these programs, then try again: $tools, xdg-desktop-portal-gtk, AT-SPI for Python"
  fi
}

# --- the runtime -------------------------------------------------------------

has_runtime ()
{
  flatpak info "org.gnome.Platform//$branch" >/dev/null 2>&1 && flatpak info "org.gnome.Sdk//$branch" >/dev/null 2>&1
}

# The stand-in's name holds what it is made of.
install_stand_in ()
{
  sum=$(cat "$here"/*.packages "$here/stand-in.sh" | sed '/^#/d' | cksum | cut -d ' ' -f 1)
  repository=$cache/stand-in-$branch-$sum
  if [ ! -e "$repository/.whole" ]; then
    rm -rf "$cache"/stand-in-* "$FLATPAK_USER_DIR"
    sh "$here/stand-in.sh" "$repository" "$branch" "$mirror"
    touch "$repository/.whole"
  fi
  flatpak remote-add --user --if-not-exists --no-gpg-verify stand-in "file://$repository"
  has_runtime ||
    flatpak install --user -y --noninteractive stand-in "org.gnome.Platform//$branch" "org.gnome.Sdk//$branch" >&2
}

# The real one, where the computer has it: what is installed for all is seen here.
choose_runtime ()
{
  export FLATPAK_USER_DIR="$cache/real"
  runtime="GNOME's runtime"
  [ -z "$stand_in" ] && has_runtime && return
  runtime='a runtime made of Debian packages'
  [ -n "$stand_in" ] ||
    say "org.gnome.Platform//$branch and org.gnome.Sdk//$branch are not installed; a runtime made of Debian packages stands in for them."
  export FLATPAK_USER_DIR="$cache/user"
  install_stand_in
}

# --- build, use, give away ---------------------------------------------------

# Nothing is taken from the network once the archives are there.
build_app ()
{
  state=$cache/state
  flatpak-builder --show-manifest "$manifest" | python3 "$here/fetch-sources.py" "$state/downloads" "$mirror" ||
    die 'an archive could not be had; see above'
  say "Building $id …"
  flatpak-builder --user --install --force-clean --disable-download --disable-rofiles-fuse --ccache \
    --delete-build-dirs --state-dir="$state" --repo="$cache/repository" "$cache/app" "$manifest" >"$build/build.log" 2>&1 ||
    { tail -n 60 "$build/build.log" >&2; die "the build failed; all of it is in $build/build.log"; }
}

# What is used afterwards is what people get.
write_bundle ()
{
  flatpak build-bundle "$cache/repository" "$build/lanyard.flatpak" "$id"
  flatpak uninstall --user -y --noninteractive "$id" >&2
  flatpak install --user -y --noninteractive --bundle "$build/lanyard.flatpak" >&2
  say "The bundle: $build/lanyard.flatpak ($(du -h "$build/lanyard.flatpak" | cut -f 1))"
}

install_tools
id=$(manifest_says id)
branch=$(manifest_says runtime-version)
mkdir -p "$cache" "$build"
exec 9>"$cache/lock"
flock 9
choose_runtime
build_app
[ -z "$bundle" ] || write_bundle
rm -f "$build/lanyard.png"
LANYARD_ID=$id LANYARD_PICTURE=$build/lanyard.png sh "$here/use.sh" 9>&-
say "Lanyard in its sandbox, with ${runtime}: $build/lanyard.png"
