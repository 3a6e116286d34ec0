#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiles all blueprints into the build folder and touches a stamp.

set -eu

compiler=$1
build=$2
source=$3
stamp=$4
shift 4
"$compiler" batch-compile "$build" "$source" "$@"
touch "$stamp"
