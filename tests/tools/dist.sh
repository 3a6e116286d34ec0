#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the tarball of a release from what is committed, and builds, checks and
# tests what is in it, where there is no git. `./dev dist` calls it.
#
# Usage: dist.sh FOLDER [TEST…]

set -eu

folder=$1
shift
top=$(cd "$(dirname "$0")/../.." && pwd)
build=$folder/build

mkdir -p "$folder"
{
  [ -e "$build/build.ninja" ] || meson setup "$build" "$top"
  meson dist -C "$build" --no-tests --formats xztar
} >"$folder/dist.log" 2>&1 || { cat "$folder/dist.log" >&2; exit 1; }
tarball=$(ls -t "$build"/meson-dist/*.tar.xz | head -n 1)
rm -rf "$folder"/lanyard-*
mv "$tarball" "$tarball.sha256sum" "$folder"
tarball=$folder/$(basename "$tarball")
python3 -m tarfile --filter=data --extract "$tarball" "$folder"
cd "${tarball%.tar.xz}"
./dev lint
./dev test "$@"
echo "The release, which has built and tested itself: $tarball"
