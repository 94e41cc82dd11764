#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Lets things go wrong around the local hub and prints how much was tried and how much was lost. Builds what it needs; the full disk needs
# Linux. The status is 1 when something was lost, 2 when a fault could not be tried.
#   ./faults.sh [kill disk slow strangers queries]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/releng/scripts/common.sh"
help_wanted "${BASH_SOURCE[0]}" "$@"
. "$ROOT/releng/scripts/classpath.sh"
. "$ROOT/releng/scripts/localhub.sh"

use_jdk
up_to_date_localhub
classpath_of tests/iothubtools.bench
say "What the hubs say is in target/faults.log"
exec "$JAVA_HOME/bin/java" -cp "$CLASSPATH" -Dbench.localhub="$LOCALHUB" iothubtools.bench.Faults "$@" 2>"$ROOT/target/faults.log"
