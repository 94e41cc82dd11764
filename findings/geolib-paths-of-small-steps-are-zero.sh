#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# geolib 3.3.14 (npm, distances on the earth): a tracker that reports often enough does not move.
#
# Guess:  getPathLength sums the distances between a track's points; with more points on the same line the length stays what it is, or comes
#         closer to the truth.
# Seen:   each distance is rounded to whole metres before it is summed, which is the accuracy that getDistance has unless told another one. A track
#         of 45 m in 100 steps of 0.45 m, a person on foot or a crane at two reports a second, is 0 m long; in 30 steps of 1.48 m, 30 m, and in 10
#         steps 40 m. No error, and getDistance from end to end is right. The same sums of getDistance made by hand are wrong the same way.
# Way out: getPathLength(points, (from, to) => getDistance(from, to, 0.01)).
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund geolib@3.3.14
cat >run.js <<'JS'
const assert = require('node:assert');
const { getDistance, getPathLength } = require('geolib');

/** A track due north, 0.0004 degrees long, in so many steps. */
const track = steps => Array.from({ length: steps + 1 }, (_, i) => ({ latitude: 48 + 0.0004 * i / steps, longitude: 11 }));
const fine = (from, to) => getDistance(from, to, 0.01);

const [from, to] = track(1);
console.log('from end to end:', getDistance(from, to), 'm');
assert.strictEqual(getDistance(from, to), 45);
for (const [steps, wanted] of [[1, 45], [10, 40], [30, 30], [100, 0]]) {
  const seen = getPathLength(track(steps));
  const exact = getPathLength(track(steps), fine);
  console.log(`in ${steps} steps: ${seen} m, with hundredths: ${exact} m`);
  assert.strictEqual(seen, wanted, 'this has changed');
  assert(Math.abs(exact - 44.53) < 0.5, 'this has changed');
}
JS
node run.js
echo "as described"
