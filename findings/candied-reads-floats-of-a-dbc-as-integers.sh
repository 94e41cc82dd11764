#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# candied 2.2.0 (npm, DBC files and frames of CAN): a speed of 21.5 is 1101791232, and half of the signals are not in the frame.
#
# Guess:  a signal that the file says is a float (SIG_VALTYPE_, which the parser knows: its dataType is "float") is decoded as one; of multiplexed
#         signals those are there that the multiplexer names; minimum and maximum of a signal are for displays, not for its values; the first bit of a
#         signal in Motorola's byte order is its highest one, as DBC files have it.
# Seen:   the bits of a float are taken for an integer, 1101791232 of 21.5. All pages of a multiplexed message are decoded from the same bytes: a
#         frame of page 0 has a second temperature, which is page 0's. A value beyond [min|max] is given as the limit, so that -60 °C is -40, a broken
#         sensor looks like a good one. In Motorola's order the first bit is taken for the lowest one: of the bytes 03 04 it reads 0204h, and NaN
#         where the signal begins the frame. None of it is an error. The id of an extended frame has to be given with bit 31 set, as the file has it;
#         as the bus has it there is no message.
# Way out: signals by hand, from extractions of one's own; dataType, multiplex, min and max of the parsed file are right.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund candied@2.2.0
cat >run.js <<'JS'
const assert = require('node:assert');
const { Can, Dbc } = require('candied');
const dbc = new Dbc();
dbc.load(`VERSION ""

BU_: Pump Panel

BO_ 100 Plain: 8 Pump
 SG_ Speed : 0|32@1- (1,0) [0|0] "m/s" Panel
 SG_ Temperature : 32|16@1- (0.1,0) [-40|125] "C" Panel

BO_ 101 Pages: 8 Pump
 SG_ Page M : 0|8@1+ (1,0) [0|0] "" Panel
 SG_ Inlet m0 : 8|16@1- (0.1,0) [0|0] "C" Panel
 SG_ Outlet m1 : 8|16@1- (0.1,0) [0|0] "C" Panel

BO_ 2566844926 Motorola: 8 Pump
 SG_ First : 7|16@0+ (1,0) [0|0] "" Panel
 SG_ Second : 23|16@0+ (1,0) [0|0] "" Panel

SIG_VALTYPE_ 100 Speed : 1;
`);
const can = new Can();
can.database = dbc.data;
const decode = (id, hex, extended) => {
  const message = can.decode(can.createFrame(id, [...Buffer.from(hex, 'hex')], extended));
  return message && Object.fromEntries([...message.boundSignals].map(([name, signal]) => [name, signal.value]));
};
const expect = (what, seen, expected) => {
  console.log(what + ':', seen);
  assert.deepStrictEqual(seen, expected, 'this has changed');
};

expect('type of Speed', dbc.data.messages.get('Plain').signals.get('Speed').dataType, 'float');
const plain = Buffer.alloc(8);
plain.writeFloatLE(21.5, 0);
plain.writeInt16LE(-600, 4);
expect('21.5 m/s and -60 degrees', decode(100, plain.toString('hex'), false), { Speed: 1101791232, Temperature: -40 });
expect('page 0, 21.5 degrees', decode(101, '00d7000000000000', false), { Page: 0, Inlet: 21.5, Outlet: 21.5 });
const motorola = '0102030405060708';
expect('0102h and 0304h', decode(0x98FEF1FE, motorola, true), { First: NaN, Second: 0x0204 });
expect('by the id on the bus', decode(0x18FEF1FE, motorola, true), undefined);
JS
node run.js
echo "as described"
