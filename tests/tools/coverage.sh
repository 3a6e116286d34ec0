#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reports which lines of the core the tests ran, and fails below nine in ten.
#
# Usage: coverage.sh BUILD

set -eu

build=$1
top=$(cd "$(dirname "$0")/../.." && pwd)
exec gcovr --root "$top" --filter 'src/core/' --object-directory "$build" --fail-under-line 90 \
  --sort-percentage --txt --print-summary "$build"
