#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Looks for inputs that break the client or the local hub, by Jazzer, for as long as wanted. Builds what it needs.
#   ./fuzz.sh [seconds for each target, 600] [connection-string device-identity sas-header json-body query http mqtt amqp amqp-client amqp-device]
# What it finds, good or bad, is kept in target/fuzz; copy what is worth keeping into tests/iothubtools.fuzz/corpus.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/releng/scripts/common.sh"
help_wanted "${BASH_SOURCE[0]}" "$@"
. "$ROOT/releng/scripts/classpath.sh"

use_jdk
classpath_of tests/iothubtools.fuzz
mkdir -p "$ROOT/target/fuzz"
seconds=${1:-600}
[ $# -eq 0 ] || shift
exec "$JAVA_HOME/bin/java" -cp "$CLASSPATH" iothubtools.fuzz.Fuzz "$ROOT/tests/iothubtools.fuzz/corpus" "$ROOT/target/fuzz" "$seconds" "$@"
