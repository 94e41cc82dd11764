#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Measures the client and the local hub against Azure's Java SDKs and against bare servers, by turns, and prints medians and ratios.
# Builds what it needs. --before has the hub of an older commit take part in mqtt-100, which needs mosquitto (Debian: mosquitto). Azure's SDKs
# use ports 443 and 5671 only, so this needs the right to listen on them. A subject that fails does not stop the others; the status is then 1.
#   ./bench.sh [--before COMMIT] [--quick] [--rounds N] [--only send-1,send-200,list,create,disable,import,get,mqtt-100,amqp-200,c2d-1,c2d-100,events]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/releng/scripts/common.sh"
help_wanted "${BASH_SOURCE[0]}" "$@"
. "$ROOT/releng/scripts/classpath.sh"
. "$ROOT/releng/scripts/localhub.sh"

older=()
if [ "${1:-}" = --before ]; then
  commit=$(git -C "$ROOT" rev-parse --verify "${2:?--before needs a commit}^{commit}")
  shift 2
  before="$ROOT/target/before/$commit"
  [ -d "$before" ] || { git clone -q "$ROOT" "$before" && git -C "$before" checkout -q "$commit"; }
  (ROOT=$before; . "$ROOT/releng/scripts/common.sh"; . "$ROOT/releng/scripts/localhub.sh"; use_jdk; up_to_date_localhub)
  older=(-Dbench.before="$before/target/localhub")
fi
use_jdk
up_to_date_localhub
core=()
if [[ "$*" != *--only* || "$*" == *disable* || "$*" == *import* ]]; then
  classpath_of bundles/iothubtools.ui
  core=(-Dbench.localhub.core="$CLASSPATH")
fi
classpath_of tests/iothubtools.bench
exec "$JAVA_HOME/bin/java" "${older[@]}" "${core[@]}" -cp "$CLASSPATH" -Dbench.localhub="$LOCALHUB" iothubtools.bench.Bench "$@"
