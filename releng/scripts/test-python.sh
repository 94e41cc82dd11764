#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Runs the two scripts of docs/python against a local hub and prints how many of their tests passed; test.sh runs it, too.
#   releng/scripts/test-python.sh
# HUB_FOLDER is the folder with the jars of a hub that was built already; without it one is built.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"
. releng/scripts/common.sh
. releng/scripts/localhub.sh
. releng/scripts/python.sh

use_jdk
need_python
if [ -z "${HUB_FOLDER:-}" ]; then
  up_to_date_localhub
  HUB_FOLDER=$LOCALHUB
fi
PYTHONDONTWRITEBYTECODE=1 exec python3 tests/iothubtools.conformance.python/run.py "$HUB_FOLDER"
