#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# cayenne-lpp 1.0.2 (npm, the payload format of LoRaWAN sensors): what the format holds exactly comes as the step below, of one value in fourteen.
#
# Guess:  an analog input has steps of 0.01: whatever has two decimals, as 4.35, arrives as it was, and what has more is rounded.
# Seen:   4.35 arrives as 4.34, 0.29 as 0.28: the value is multiplied by 100 in floating point, 434.99999999999994, and the rest is cut off, not
#         rounded. Of all 65,535 values with two decimals that the two bytes hold, 4,584 arrive as their neighbour towards zero; of the
#         temperatures, in steps of 0.1, none, so that a test with them shows nothing.
# Way out: encoder.encodeAnalogInput(channel, Math.round(value * 100) / 100 + Math.sign(value) * 0.001).
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cayenne-lpp@1.0.2
cat >run.js <<'JS'
const assert = require('node:assert');
const { encoder, decoder } = require('cayenne-lpp');
const analog = value => decoder.decode(encoder.encodeAnalogInput(1, value))[0].analog_input_1;
const temperature = value => decoder.decode(encoder.encodeTemperature(1, value))[0].temperature_1;

/** How many of the values that the two bytes hold arrive as another one. */
function others(steps, most, sent) {
  let count = 0;
  for (let i = -most; i <= most; i++) {
    if (sent(i / steps) !== i / steps) {
      count++;
    }
  }
  return count;
}

const nudged = value => Math.round(value * 100) / 100 + Math.sign(value) * 0.001;
const hundredths = others(100, 32767, analog);
const tenths = others(10, 32767, temperature);
console.log('4.35 arrives as', analog(4.35), '- analog inputs that arrive as another:', hundredths, 'of 65535, temperatures:', tenths);
assert.strictEqual(analog(4.35), 4.34, 'this has changed');
assert.strictEqual(hundredths, 4584, 'this has changed');
assert.strictEqual(tenths, 0, 'this has changed');
// the last value of each sign is the end of what is taken
assert.strictEqual(others(100, 32766, value => analog(nudged(value))), 0, 'this has changed');
JS
node run.js
echo "as described"
