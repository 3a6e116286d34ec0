#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the tarball of a release from what is committed, and builds, checks and
# tests what is in it, where there is no git. `./dev dist` calls it.
#
# Usage: dist.sh BUILDDIR [TEST…]

set -eu

build=$1
shift
folder=$build/released

meson dist -C "$build" --no-tests --formats xztar >"$build/dist.log" 2>&1 || { cat "$build/dist.log" >&2; exit 1; }
tarball=$(ls -t "$build"/meson-dist/*.tar.xz | head -n 1)
rm -rf "$folder"
mkdir "$folder"
tar -x -C "$folder" -f "$tarball"
cd "$folder"/*/
./dev lint
./dev test "$@"
echo "The release, which has built and tested itself: $tarball"
