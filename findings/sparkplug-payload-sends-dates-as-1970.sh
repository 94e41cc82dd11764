#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# sparkplug-payload 1.0.3 (npm, Eclipse Tahu's encoder of Sparkplug B, MQTT's format for machines): a Date is sent as 1970, and a time comes back as
# something that + makes text of.
#
# Guess:  a metric of the type DateTime takes a Date, or refuses it; it arrives as a Date or as milliseconds. The payload's own timestamp, given as a
#         number, is a number when it is read, as an Int32 is.
# Seen:   a Date is encoded without an error as 0, midnight of 1 January 1970. Milliseconds arrive right, but as an object of the library
#         long, as do timestamp and seq of the payload, UInt64 and Int64, however small: 5 is not equal to 5, timestamp + 1000 is a text with
#         1000 behind it, while timestamp - 1000 and comparisons work, so that it may go unseen. Int32 and UInt32 arrive as numbers.
# Way out: date.getTime() when sending; Number(value), or value.toNumber(), of all 64-bit types when reading.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sparkplug-payload@1.0.3
cat >run.js <<'JS'
const assert = require('node:assert');
const { encodePayload, decodePayload } = require('sparkplug-payload').get('spBv1.0');

const at = 1764345600123;
const metrics = [
  ['DateTime', new Date(at)],
  ['DateTime', at],
  ['UInt64', 5],
  ['UInt32', 5]
].map(([type, value], number) => ({ name: `m${number}`, type, value }));
const { timestamp, seq, metrics: read } = decodePayload(encodePayload({ timestamp: at, seq: 5, metrics }));
read.forEach(({ type, value }, number) => console.log(type, metrics[number].value, 'arrives as', `${value},`, `a ${value.constructor.name}`));
assert.deepStrictEqual(read.map(({ value }) => Number(value)), [0, at, 5, 5], 'this has changed');
assert.deepStrictEqual(read.map(({ value }) => typeof value), ['object', 'object', 'object', 'number'], 'this has changed');
console.log('timestamp + 1000 is', typeof (timestamp + 1000), timestamp + 1000, 'and timestamp - 1000', timestamp - 1000, 'and seq === 5', seq === 5);
assert.strictEqual(timestamp + 1000, '17643456001231000', 'this has changed');
assert.strictEqual(timestamp - 1000, 1764345599123, 'this has changed');
assert.notStrictEqual(seq, 5, 'this has changed');
assert.strictEqual(Number(seq), 5, 'this has changed');
JS
node run.js
echo "as described"
