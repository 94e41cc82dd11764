#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# node-opcua-variant 2.182.0 (npm, the values of node-opcua): a counter of 64 bits is an array of two halves, and goes to the cloud as that.
#
# Guess:  an Int64 or UInt64 of a machine is a BigInt, or a number that is rounded where it is too large; a BigInt can be written in any case.
# Seen:   it is [high, low], both without a sign: 5 is [0,5], 5000000000 is [1,705032704] and -1 is [4294967295,4294967295]. What a gateway sends as
#         JSON is that array; [0,5] > 4 is false and [0,5] + 1 is the text "0,51", without an error. To write, a number is taken, a BigInt is refused
#         ("Cannot mix BigInt and other types"), and so is a number below -4294967296, with an error that has no text.
# Way out: Int64ToBigInt or UInt64ToBigInt of node-opcua-basic-types for what was read; String(bigint), which is taken, for what is to be written.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-opcua-variant@2.182.0 node-opcua-basic-types@2.182.0 node-opcua-binary-stream@2.181.0
cat >run.js <<'JS'
const assert = require('node:assert');
const { Variant, DataType, encodeVariant, decodeVariant } = require('node-opcua-variant');
const { coerceInt64, Int64ToBigInt } = require('node-opcua-basic-types');
const { BinaryStream } = require('node-opcua-binary-stream');

/** What whoever reads a variable gets. */
function read(value) {
  const stream = new BinaryStream(100);
  encodeVariant(new Variant({ dataType: DataType.Int64, value }), stream);
  return decodeVariant(new BinaryStream(Buffer.from(stream.buffer.subarray(0, stream.length)))).value;
}

const message = JSON.stringify({ small: read(5), large: read(5000000000), negative: read(-1) });
console.log('as JSON:', message, '- is [0,5] > 4?', read(5) > 4, '- as BigInt:', Int64ToBigInt(read(-1)), Int64ToBigInt(coerceInt64('-5000000000')));
assert.strictEqual(message, '{"small":[0,5],"large":[1,705032704],"negative":[4294967295,4294967295]}', 'this has changed');
assert.strictEqual(read(5) > 4, false, 'this has changed');
assert.strictEqual(read(5) + 1, '0,51', 'this has changed');
assert.throws(() => read(5000000000n), { message: /Cannot mix BigInt/ }, 'this has changed');
assert.throws(() => read(-5000000000), { message: '' }, 'this has changed');
assert.strictEqual(Int64ToBigInt(read(-1)), -1n, 'this has changed');
assert.strictEqual(Int64ToBigInt(coerceInt64('-5000000000')), -5000000000n, 'this has changed');
JS
node run.js
echo "as described"
