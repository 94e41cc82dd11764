#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Runs Microsoft's SDKs for Node.js against a local hub and prints how many of the rows of docs/conformance.md passed; test.sh runs it, too.
#   releng/scripts/test-node.sh [--write]      --write: its section of docs/conformance.md is written instead of compared
# HUB_FOLDER is the folder with the jars of a hub that was built already; without it one is built.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"
. releng/scripts/common.sh
. releng/scripts/localhub.sh
. releng/scripts/node.sh

MODULE=tests/iothubtools.conformance.node

case "${1:-}" in
  '') ;;
  --write) export CONFORMANCE_WRITE=true ;;
  *) die "Usage: releng/scripts/test-node.sh [--write]" ;;
esac
use_jdk
need_node
if [ -z "${HUB_FOLDER:-}" ]; then
  up_to_date_localhub
  HUB_FOLDER=$LOCALHUB
fi
npm_packages "$MODULE"
exec node "$MODULE/run.js" "$HUB_FOLDER"
