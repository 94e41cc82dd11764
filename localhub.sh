#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Starts the local IoT Hub alone and prints how to reach it; Ctrl+C stops it. Builds what is not up to date.
#   ./localhub.sh [--host 127.0.0.1] [--port 8443] [--devices N] [--data DIR] [--plain-http]
# Without --data its state is kept in ${XDG_DATA_HOME:-~/.local/share}/iothubtools/localhub.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/releng/scripts/common.sh"
. "$ROOT/releng/scripts/localhub.sh"

use_jdk
up_to_date_localhub
# enough for 100,000 devices and the cache of the store
exec "$JAVA_HOME/bin/java" -Xmx384m -cp "$LOCALHUB/*" iothubtools.localhub.internal.cli.Main "$@"
