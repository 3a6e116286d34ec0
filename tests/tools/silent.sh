#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program that finds mistakes and says nothing when there are none; what
# it says is a failure, whatever its exit status.
#
# Usage: silent.sh PROGRAM [ARGUMENT…]

said=$("$@" 2>&1) && [ -z "$said" ] && exit 0
printf '%s\n' "$said"
exit 1
