#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Lists, filters, sorts, refreshes and selects a million devices of a local hub in the IoT Hub view, with a column of a tag and without, and prints
# the longest work of the UI thread in each step, what a person waits, and the heap that a device takes. The status is 1 where the UI thread was
# held for more than 100 ms by something that is not GTK's own, a keystroke in the filter is answered after more than a second, the order of
# another column after more than three, or a device takes more than 250 bytes beside its strings. Builds what it needs.
#   releng/scripts/large-hub.sh [devices, 1000000]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"
. releng/scripts/common.sh
help_wanted "${BASH_SOURCE[0]}" "$@"
. releng/scripts/display.sh

use_jdk_of oldest
use_maven
need_gtk
if ! has_display; then
  need_virtual_display
  trap stop_display EXIT
  trap 'exit 130' INT TERM
  start_display
fi
locked build
log="$ROOT/target/large-hub.log"
mkdir -p "$ROOT/target"
say "Building and running LargeHubTest; what Maven says is in target/large-hub.log"
status=0
"$MVN" -B verify -am -pl tests/iothubtools.ui.tests -Dtest=LargeHubTest -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false \
  -Dlarge.devices="${1:-1000000}" -Dlarge.times=true >"$log" 2>&1 || status=1
grep -E "^(Longest UI stall|Large hub)" "$log" || true
[ "$status" -eq 0 ] || grep -E "LargeHubTest\.|ERROR" "$log" | head -20
exit "$status"
