#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Takes README's pictures anew: the tour makes them, in a display of its own so that they come out the same everywhere, and those that
# changed are copied to docs/pictures.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
env -u DISPLAY -u WAYLAND_DISPLAY "$ROOT/run.sh" --tour
mkdir -p "$ROOT/docs/pictures"
cp "$ROOT"/target/tour/*.png "$ROOT/docs/pictures/"
