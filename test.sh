#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Builds everything and runs every test, without a display. Arguments go to Maven. Prints the line coverage and the total;
# exits non-zero when the build or a test failed.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$ROOT"
. releng/scripts/common.sh
. releng/scripts/display.sh
. releng/scripts/results.sh

use_jdk
use_maven
need_gtk
need_virtual_display
locked build
forget_results
trap stop_display EXIT
trap 'exit 130' INT TERM
start_display

status=0
"$MVN" -fae clean verify "$@" || status=$?
print_coverage
[ "$status" -eq 0 ] || say "The build failed: see above"
print_total || status=1
exit "$status"
