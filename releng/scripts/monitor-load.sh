#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Has a device send 20,000 messages a second to a local hub and a D2C Monitor read them, both in one workbench, and prints what was reached:
# messages a second, heap after garbage collections, the longest work of the UI thread, and what the monitor says that it dropped. The status is
# 1 where the heap grows, the UI thread was held, or a message is neither shown nor counted. Builds what it needs.
#   releng/scripts/monitor-load.sh [seconds beyond the first 100,000 messages, 30; 600 for ten minutes] [messages a second, 20000]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"
. releng/scripts/common.sh
help_wanted "${BASH_SOURCE[0]}" "$@"
. releng/scripts/ui-figures.sh

ui_figures monitor-load MonitorSoakTest "Longest UI stall, a steady|Monitor at a steady" -Dmonitor.seconds="${1:-30}" -Dmonitor.rate="${2:-20000}"
