#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# node-bacnet 0.2.4 (npm, BACnet for Node.js) beside @bacnet-js/client 3.3.2 (npm): the 28th of November on the wire is the 28th of December.
#
# Guess:  a BACnet Date has the month as 1 to 12 (ASHRAE 135, 20.2.12), which a library turns into JavaScript's 0 to 11 when it makes a Date, and back
#         when it writes one. What a pattern leaves open, as "any year" or "last day of the month" (day 32), is null, or an object.
# Seen:   the number goes into the Date as it is: a time schedule, a holiday or the clock of a controller is read one month late, and written one
#         month early, January as month 0, which does not exist. 30 January is 2 March. Two programs with the library agree, so that a test with
#         itself shows nothing; so does a day without year: 1 February 1901. Of patterns days are made too: any 28 November is in 2155, the last day
#         of November 1 January 2026. A time of 12:30 and any second is 12:34:15, in both libraries, as FFh is taken for 255 seconds.
#         @bacnet-js/client has the months right, and 1 January 1900 for each pattern.
# Way out: @bacnet-js/client; and a look at the bytes for FFh where a device may send patterns.
#
# Needs Node.js 20 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-bacnet@0.2.4 @bacnet-js/client@3.3.2
cat >run.js <<'JS'
const assert = require('node:assert');
const path = require('node:path');
const node = require('node-bacnet/lib/asn1');
const js = require(path.resolve('node_modules/@bacnet-js/client/dist/lib/asn1.js'));

/** Date (tag 10) and Time (tag 11) as an application has them, four bytes each, read as a local time. */
const read = (library, hex) => {
  const bytes = Buffer.from(hex, 'hex');
  const date = library.bacappDecodeApplicationData(bytes, 0, bytes.length, 0, 0).value;
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
};
const write = (library, value) => {
  const buffer = { buffer: Buffer.alloc(20), offset: 0 };
  library.bacappEncodeApplicationData(buffer, { type: 10, value });
  return buffer.buffer.subarray(0, buffer.offset).toString('hex');
};
const expect = (what, seen, expected) => {
  console.log(what + ':', ...seen);
  assert.deepStrictEqual(seen, expected, 'this has changed');
};
const both = hex => [read(node, hex), read(js, hex)];

expect('28 November 2025, a Friday', both('a47d0b1c05'), ['2025-12-28T00:00:00', '2025-11-28T00:00:00']);
expect('30 January 2026', both('a47e011e05'), ['2026-03-02T00:00:00', '2026-01-30T00:00:00']);
expect('written of 30 January 2026', [write(node, new Date(2026, 0, 30)), write(js, new Date(2026, 0, 30))], ['a47e001e05', 'a47e011e05']);
expect('28 November of any year', both('a4ff0b1cff'), ['2155-12-28T00:00:00', '1900-01-01T00:00:00']);
expect('the last day of November 2025', both('a47d0b20ff'), ['2026-01-01T00:00:00', '1900-01-01T00:00:00']);
expect('any day', both('a4ffffffff'), ['1901-02-01T00:00:00', '1900-01-01T00:00:00']);
expect('12:30 and any second', both('b40c1effff').map(time => time.slice(11)), ['12:34:15', '12:34:15']);
JS
TZ=UTC node run.js
echo "as described"
