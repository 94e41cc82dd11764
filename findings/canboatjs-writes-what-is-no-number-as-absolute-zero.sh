#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# @canboat/canboatjs 3.20.0 (npm, NMEA 2000 for Node.js, as in Signal K): a temperature that is NaN goes on the bus as absolute zero.
#
# Guess:  what has no value is written as all ones, "not available", which NMEA 2000 has for each field and the parser knows: NaN like null and
#         undefined; what does not fit a field is refused, or "out of range", which NMEA 2000 has too; and so is a name that is in no list.
# Seen:   null and undefined are all ones; NaN is 0, so that a temperature is 0 K, -273.15 °C, for every display on board. A value beyond the field
#         begins again from below: 700 K is 44.64 K. -5 K goes out as 650.36 K. A name that is not in the list of sources is 0, the first of it: what
#         was measured in a freezer is the sea. No error, no event. And a log of the program canboat, whose times are 2025-11-28-16:00:00.000, is of
#         now when it is read; with a T and a Z in it, it is of its time.
# Way out: null for NaN, a look at the range, and the names of the lists alone; times of a log rewritten before it is parsed.
#
# Needs Node.js 20 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @canboat/canboatjs@3.20.0
cat >run.js <<'JS'
const assert = require('node:assert');
const { FromPgn, toPgn } = require('@canboat/canboatjs');
const parse = (time, bytes) => new FromPgn({}).parseString(`${time},5,130312,1,255,8,` + bytes.toString('hex').match(/../g).join(','));
const there = fields => {
  const bytes = toPgn({ pgn: 130312, fields: { SID: 1, instance: 0, source: 'Freezer Temperature', ...fields } });
  const read = parse('2025-11-28T16:00:00.000Z', bytes);
  return `${bytes.subarray(3, 5).toString('hex')} ${read.fields.source} ${read.fields.actualTemperature}`;
};
const expect = (what, seen, expected) => {
  console.log(what + ':', seen);
  assert.strictEqual(seen, expected, 'this has changed');
};

expect('255.15 K', there({ actualTemperature: 255.15 }), 'ab63 Freezer Temperature 255.15');
expect('null', there({ actualTemperature: null }), 'ffff Freezer Temperature undefined');
expect('undefined', there({}), 'ffff Freezer Temperature undefined');
expect('NaN', there({ actualTemperature: NaN }), '0000 Freezer Temperature 0');
expect('700 K', there({ actualTemperature: 700 }), '7011 Freezer Temperature 44.64');
expect('-5 K', there({ actualTemperature: -5 }), '0cfe Freezer Temperature 650.36');
expect('Freezer', there({ source: 'Freezer', actualTemperature: 255.15 }), 'ab63 Sea Temperature 255.15');

const bytes = toPgn({ pgn: 130312, fields: { SID: 1, instance: 0, source: 'Freezer Temperature', actualTemperature: 255.15 } });
const begin = Date.now();
const time = parse('2025-11-28-16:00:00.000', bytes).timestamp;
expect('a time of canboat is of now', Date.parse(time) >= begin && Date.parse(time) <= Date.now(), true);
expect('a time with T and Z', parse('2025-11-28T16:00:00.000Z', bytes).timestamp, '2025-11-28T16:00:00.000Z');
JS
node run.js
echo "as described"
