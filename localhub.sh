#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Starts the local IoT Hub alone and prints how to reach it; Ctrl+C stops it. Builds what is not up to date.
#   ./localhub.sh [--host 127.0.0.1] [--port 8443] [--mqtt-port 8883] [--amqp-port 5671] [--devices N] [--data DIR] [--plain-http]
# and more: docs/localhub.md. For Azure's SDKs: ./localhub.sh --port 443
# Without --data its state is kept in ${XDG_DATA_HOME:-~/.local/share}/iothubtools/localhub.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ROOT/releng/scripts/common.sh"
. "$ROOT/releng/scripts/localhub.sh"

use_jdk
up_to_date_localhub
shared_classes
localhub_command "${SHARED_CLASSES[@]}"
exec "${HUB_COMMAND[@]}" "$@"
