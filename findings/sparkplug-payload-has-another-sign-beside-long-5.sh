#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# sparkplug-payload 1.0.3 (npm, Sparkplug B of Eclipse Tahu for JavaScript): an Int64 of -5 is -5, or 18446744073709551611, as something else is
# installed beside it, or not.
#
# Guess:  what a library reads does not depend on the other packages of a project: each has the versions of its own dependencies in its own folder,
#         which is what node_modules is for. A BigInt is taken for an Int64, or refused.
# Seen:   alone in a project -5 is read as -5. With long 5 in the project, as the loader of gRPC brings it, the same bytes are 18446744073709551611:
#         protobufjs, below the library, looks for "long" from where it lies at run time and finds the project's, whose objects are none of the class
#         that the library asks for before it gives a value its sign. Where npm put long into the library's folder alone, they are JavaScript's number
#         18446744073709552000. The bytes written are right each time. A BigInt, positive or not, is written as 0, without an error, and an Int8Array
#         without value and type.
# Way out: BigInt.asIntN(64, BigInt(String(value))) for each Int64, which is right in all cases but the last; long 4 in the project; texts ("-5") in
#         place of BigInts.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/alone" "$work/beside"
cat >"$work/run.js" <<'JS'
const assert = require('node:assert');
const path = require('node:path');
const [where, ...expected] = process.argv.slice(2);
const payload = require(path.resolve('node_modules/sparkplug-payload')).get('spBv1.0');
const encode = (type, value) => payload.encodePayload({ timestamp: 1, metrics: [{ name: 'a', type, value }] });
const decode = bytes => payload.decodePayload(bytes).metrics[0].value;
const minus = encode('Int64', -5);
const seen = [decode(minus), decode(encode('Int64', 5)), decode(encode('Int32', -5)), decode(encode('Int64', 5n))].map(String);
console.log(`${where}: -5, 5, Int32 of -5 and 5n are`, ...seen);
assert.deepStrictEqual(seen, expected, 'this has changed');
assert.strictEqual(Buffer.from(minus).toString('hex'), '080112100a0161200458fbffffffffffffffff01', 'this has changed');
assert.strictEqual(String(decode(encode('Int8Array', [1, -1]))), 'null', 'this has changed');
if (where !== 'nested') {
  assert.strictEqual(BigInt.asIntN(64, BigInt(String(decode(minus)))), -5n, 'this has changed');
}
JS
cd "$work/alone"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sparkplug-payload@1.0.3
node "$work/run.js" alone -5 5 -5 0
cd "$work/beside"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sparkplug-payload@1.0.3 long@5.3.2
node "$work/run.js" 'beside long 5' 18446744073709551611 5 -5 0
npm uninstall --silent --no-audit --no-fund long
node "$work/run.js" nested 18446744073709552000 5 -5 0
echo "as described"
