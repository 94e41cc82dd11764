#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# complete-teltonika-parser 0.3.4 and teltonika-parser 0.0.15 (npm, Codec 8 of Teltonika's trackers): of one packet each has other numbers, and each
# has one that cannot be.
#
# Guess:  a packet that both take, with a right sum, says the same in both: 12 m below the sea, -100 mg along an axis (AVL id 17), -5.5 °C of a
#         sensor (72, in tenths), and the number of the SIM card (11, eight bytes).
# Seen:   complete-teltonika-parser has no signs but in the coordinates: the altitude is 65524 m, the axis 65436 and the sensor 4294967241,
#         which is 429 million degrees. teltonika-parser has those right, but takes eight bytes for a float: the card's number is 6.9e+292,
#         which JSON keeps as it is. No error in either; on dry land, at rest and in summer the first is right, and who does not look at ids of
#         eight bytes sees nothing of the second.
# Way out: the first for the eight bytes, which it gives as text, and for the others value << 16 >> 16, or value | 0 where there are four bytes.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund complete-teltonika-parser@0.3.4 teltonika-parser@0.0.15
cat >run.js <<'JS'
const assert = require('node:assert');

/** One record of Codec 8: the time, the priority, the place, and the values of two, four and eight bytes. */
function packet() {
  const record = Buffer.alloc(8 + 1 + 15);
  record.writeBigUInt64BE(1764345600123n, 0);
  record.writeInt32BE(44000000, 9);
  record.writeInt32BE(524000000, 13);
  record.writeInt16BE(-12, 17);
  record[21] = 7;
  const values = Buffer.alloc(2 + 1 + (1 + 3) + (1 + 5) + (1 + 9));
  values[1] = 3;
  values[3] = 1;
  values[4] = 17;
  values.writeInt16BE(-100, 5);
  values[7] = 1;
  values[8] = 72;
  values.writeInt32BE(-55, 9);
  values[13] = 1;
  values[14] = 11;
  values.writeBigUInt64BE(8988000000000000001n, 15);
  const data = Buffer.concat([Buffer.from([8, 1]), record, values, Buffer.from([1])]);
  const ends = Buffer.alloc(12);
  ends.writeUInt32BE(data.length, 4);
  ends.writeUInt32BE(sum(data), 8);
  return Buffer.concat([ends.subarray(0, 8), data, ends.subarray(8)]);
}

function sum(data) {
  let crc = 0;
  for (const byte of data) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) {
      crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
    }
  }
  return crc;
}

const { ProtocolParser } = require('complete-teltonika-parser');
const first = new ProtocolParser(packet().toString('hex')).Content.AVL_Datas[0];
console.log('complete-teltonika-parser:', first.GPSelement, first.IOelement.Elements);
assert.strictEqual(first.GPSelement.Latitude, 52.4);
assert.strictEqual(first.GPSelement.Altitude, 65524, 'this has changed');
assert.deepStrictEqual(first.IOelement.Elements, { 11: '8988000000000000001', 17: 65436, 72: 4294967241 }, 'this has changed');

const Parser = require('teltonika-parser');
const [second] = new Parser(packet()).getAvl().records;
const values = Object.fromEntries(second.ioElements.map(element => [element.id, element.value]));
console.log('teltonika-parser:', second.gps, values);
assert.strictEqual(second.gps.altitude, -12);
assert.strictEqual(values[17], -100);
assert.strictEqual(values[72], -55);
assert.ok(values[11] > 1e200, 'this has changed');
JS
node run.js
echo "as described"
