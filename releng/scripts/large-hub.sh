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
. releng/scripts/ui-figures.sh

ui_figures large-hub LargeHubTest "Longest UI stall|Large hub" -Dlarge.devices="${1:-1000000}" -Dlarge.times=true
