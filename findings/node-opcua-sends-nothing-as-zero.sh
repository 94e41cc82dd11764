#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# node-opcua-variant 2.186.4 (npm, the values of node-opcua): a measurement that is not there is sent as 0, and an array takes what a value alone does
# not.
#
# Guess:  a Double whose value is null or undefined, as of a sensor that gave nothing, is refused, as a Boolean's null is, or goes out as NaN or as a
#         Variant without a value, which OPC UA has; 70000 in an array of UInt16 is refused as 70000 alone is.
# Seen:   null and undefined are 0 on the wire: a temperature of 0 °C, of good quality, without an error; null in an array of Doubles too. In
#         arrays each value is put into the type without a look: 70000 as UInt16 is 4464, -1 as Byte 255, 21.7 as Int16 is 21, where UInt16 and
#         Byte alone throw. A DateTime that is null is 1 January 1601, as OPC UA has it.
# Way out: {dataType: DataType.Null}, or a DataValue with StatusCodes.BadNoData, where there is no number; isValidVariant of each element.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-opcua-variant@2.186.4 node-opcua-binary-stream@2.186.1
cat >run.js <<'JS'
const assert = require('node:assert');
const { DataType, Variant, VariantArrayType } = require('node-opcua-variant');
const { BinaryStream } = require('node-opcua-binary-stream');

/** What a reader gets of it. */
function sent(dataType, value) {
  const stream = new BinaryStream(Buffer.alloc(200));
  new Variant({ dataType, value, arrayType: Array.isArray(value) ? VariantArrayType.Array : VariantArrayType.Scalar }).encode(stream);
  stream.rewind();
  const read = new Variant();
  read.decode(stream);
  return Array.isArray(value) ? [...read.value] : read.value;
}

function expect(dataType, value, expected) {
  const seen = sent(dataType, value);
  console.log(DataType[dataType], value, 'is sent as', seen);
  assert.deepStrictEqual(seen, expected, 'this has changed');
}

expect(DataType.Double, null, 0);
expect(DataType.Double, undefined, 0);
expect(DataType.Double, NaN, NaN);
expect(DataType.Double, [21.5, null], [21.5, 0]);
expect(DataType.UInt16, [70000], [4464]);
expect(DataType.Byte, [-1, 256], [255, 0]);
expect(DataType.Int16, [21.7], [21]);
for (const [dataType, value] of [[DataType.Boolean, null], [DataType.UInt16, 70000], [DataType.Byte, -1]]) {
  assert.throws(() => sent(dataType, value), /Invalid variant/, 'this has changed');
  console.log(DataType[dataType], value, 'alone is refused');
}
JS
node run.js
echo "as described"
