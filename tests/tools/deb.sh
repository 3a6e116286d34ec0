#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian package, for `./dev deb`: built without a network in a Debian 13
# root that has what .ci/debian/control asks for, looked at by lintian, and
# installed into a minimal Debian 13, where its desktop file starts it and a
# picture is taken. The package, what lintian says and the picture are in
# build/deb then.
#
# Usage: deb.sh [MIRROR]

set -eu

mirror=${1:-}
top=$(cd "$(dirname "$0")/../.." && pwd -P)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/lanyard-dev
built=$top/build/deb
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

say () { printf '%s\n' "$*" >&2; }
die () { say "deb: $*"; exit 1; }

# Debian 13 with some packages, as a folder. Downloads are kept for the next.
make_debian ()
{
  folder=$1
  variant=$2
  shift 2
  mode=unshare
  [ "$(id -u)" = 0 ] && mode=root
  mkdir -p "$folder" "$cache/archives"
  mmdebstrap --mode=$mode --variant="$variant" --format=tar --quiet --skip=download/empty,essential/unlink,cleanup/apt \
    --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "5"' --aptopt='Acquire::Check-Valid-Until "false"' \
    --aptopt='APT::Install-Recommends "false"' --dpkgopt='force-unsafe-io' \
    --setup-hook='mkdir -p "$1/var/cache/apt/archives"' \
    --setup-hook="sync-in '$cache/archives' /var/cache/apt/archives" \
    "$@" \
    --customize-hook="sync-out /var/cache/apt/archives '$cache/archives'" \
    --customize-hook='rm -rf "$1"/var/cache/apt/archives/*.deb "$1"/var/lib/apt/lists/*' \
    trixie - ${mirror:+"$mirror"} >"$folder.tar"
  tar -x -C "$folder" --exclude='./dev/*' --no-same-owner -f "$folder.tar"
  rm "$folder.tar"
  mkdir -p "$folder/dev"
}

# Without a network, a home or anything else of the host.
inside ()
{
  folder=$1
  shift
  bwrap --unshare-all --die-with-parent --new-session --clearenv --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin \
    --setenv HOME /tmp --setenv LC_ALL C.UTF-8 --ro-bind "$folder" / --dev /dev --proc /proc --tmpfs /tmp --tmpfs /run \
    "$@"
}

build_dependencies ()
{
  sed -n '/^Build-Depends:/,/^[^ ]/p' "$top/.ci/debian/control" | sed -n 's/^ \([^ ,]*\).*/\1/p' |
    sed 's/^debhelper-compat$/debhelper/' | paste -s -d , -
}

make_builder ()
{
  packages=build-essential,ccache,lintian,$(build_dependencies)
  builder=$cache/deb-$(printf %s "$packages" | cksum | cut -d ' ' -f 1)
  exec 9>"$cache/deb.lock"
  flock 9
  if [ ! -e "$builder/.whole" ]; then
    say "Making a Debian 13 root with what the package is built with; this happens once …"
    rm -rf "$cache"/deb-[0-9]*
    make_debian "$builder.partial" minbase --include="$packages" || die 'the root could not be made; see above'
    touch "$builder.partial/.whole"
    mv "$builder.partial" "$builder"
  fi
  exec 9>&-
}

# The working copy without what a build leaves in it, and debian/ beside it.
export_sources ()
{
  mkdir -p "$work/lanyard"
  cd "$top"
  { [ -e .git ] && git -c safe.directory='*' ls-files -z --cached --others --exclude-standard; } >"$work/files" ||
    find . -name build -prune -o -type f -print0 >"$work/files"
  tar -c --null --ignore-failed-read --files-from="$work/files" 2>/dev/null | tar -x -C "$work/lanyard"
  cp -r .ci/debian "$work/lanyard/debian"
}

build_package ()
{
  say 'Building the package …'
  mkdir -p "$cache/deb-ccache"
  inside "$builder" --bind "$work" /tmp/build --bind "$cache/deb-ccache" /tmp/ccache --setenv CCACHE_DIR /tmp/ccache \
    --setenv DEB_BUILD_OPTIONS "parallel=$(nproc)" --chdir /tmp/build/lanyard \
    dpkg-buildpackage -b -us -uc >"$built/build.log" 2>&1 || { tail -n 60 "$built/build.log" >&2; die 'the package was not built'; }
  cp "$work"/*.deb "$work"/*.changes "$built"
  say 'Asking lintian …'
  inside "$builder" --bind "$work" /tmp/build --chdir /tmp/build \
    sh -c 'lintian --allow-root --fail-on error --tag-display-limit 0 *.changes' >"$built/lintian.txt" 2>&1 || { cat "$built/lintian.txt" >&2; die 'lintian found an error'; }
  cat "$built/lintian.txt" >&2
}

# apt finds what the package says that it needs, and nothing else; what the
# display is made of comes after it has been seen that this is enough.
install_package ()
{
  say 'Installing the package into a minimal Debian 13 …'
  package=$(basename "$built"/lanyard_*.deb)
  make_debian "$work/clean" minbase \
    --customize-hook="copy-in '$built/$package' /root" \
    --customize-hook="chroot \"\$1\" apt-get install -y -q -o Dpkg::Use-Pty=0 '/root/$package'" \
    --customize-hook='chroot "$1" lanyard --version' \
    --customize-hook='HOME=/tmp/try chroot "$1" lanyard-cli add --sample' \
    --customize-hook='rm -r "$1/tmp/try"' \
    --customize-hook='chroot "$1" apt-get install -y -q -o Dpkg::Use-Pty=0 adwaita-icon-theme dbus-daemon fonts-inter libglib2.0-bin librsvg2-common scrot xauth xvfb' \
    >"$built/install.log" 2>&1 || { tail -n 40 "$built/install.log" >&2; die 'the package was not installed'; }
}

start_installed ()
{
  say 'Starting it from its desktop file …'
  inside "$work/clean" --bind "$built" /tmp/pictures --ro-bind "$top/tests/tools/start-installed.sh" /tmp/start-installed.sh \
    sh /tmp/start-installed.sh /tmp/pictures/lanyard.png
}

for program in mmdebstrap bwrap; do
  command -v $program >/dev/null || die "this needs $program, which makes and enters Debian roots"
done
mkdir -p "$built"
rm -f "$built"/*
make_builder
export_sources
build_package
install_package
start_installed
say "The package: $(ls "$built"/lanyard_*.deb)"
say "Started in a minimal Debian 13: $built/lanyard.png"
