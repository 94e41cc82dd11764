#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Measures the client and the local hub against Azure's Java SDKs and against bare servers, by turns, and prints medians and ratios.
# Builds what it needs. Azure's SDKs use port 443 only, so this needs the right to listen on it.
#   ./bench.sh [--quick] [--rounds N] [--only send-1,send-200,list,create,get]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/releng/scripts/common.sh"
. "$ROOT/releng/scripts/classpath.sh"
. "$ROOT/releng/scripts/localhub.sh"

use_jdk
up_to_date_localhub
classpath_of tests/iothubtools.bench
exec "$JAVA_HOME/bin/java" -cp "$CLASSPATH" -Dbench.localhub="$LOCALHUB" iothubtools.bench.Bench "$@"
