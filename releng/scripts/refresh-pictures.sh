#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Takes README's pictures anew: the tour makes them, in a display of its own so that they come out the same everywhere, and those that
# are in docs/pictures are replaced. One that a page is to show for the first time is copied there by hand.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
env -u DISPLAY -u WAYLAND_DISPLAY "$ROOT/run.sh" --tour
for picture in "$ROOT"/target/tour/*.png; do
  shown="$ROOT/docs/pictures/${picture##*/}"
  [ ! -f "$shown" ] || cp "$picture" "$shown"
done
