#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Draws the PNG files that stand beside the SVG icons: needed before Eclipse 2025-06, whose SWT is the first to draw SVG.
# Run it after changing an icon. Needs rsvg-convert (Debian/Ubuntu: librsvg2-bin).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../bundles/iothubtools.ui/icons"
command -v rsvg-convert >/dev/null || { echo "rsvg-convert is missing: install librsvg2-bin." >&2; exit 1; }
for svg in *.svg; do
  rsvg-convert "$svg" -o "${svg%.svg}.png"
  rsvg-convert --zoom 2 "$svg" -o "${svg%.svg}@2x.png"
done
