#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiles the locales that tests and pictures need into a folder of their own,
# for LOCPATH, so that the system needs to have none of them.
#
# Usage: make-locales.sh FOLDER LOCALE…
#
# Where the system has no definitions of locales, the folder stays empty, and
# what needs one is skipped.

set -eu

folder=$1
shift
mkdir -p "$folder"
for locale; do
  localedef -c --no-archive -i "$locale" -f UTF-8 "$folder/$locale.UTF-8" >/dev/null 2>&1 ||
    rm -rf "${folder:?}/$locale.UTF-8"
done
