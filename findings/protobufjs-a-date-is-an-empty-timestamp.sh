#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# protobufjs 8.8.1 (npm, Protocol Buffers for JavaScript): a Date for a google.protobuf.Timestamp is sent as 1970, and a Struct without what is in it.
#
# Guess:  fromObject takes what JSON has for the well-known types, as Java's JsonFormat does: a time as a text, or a Date, an object for a Struct; or
#         verify, which is there to be asked before, says what is wrong. A value that an enum does not have is an error.
# Seen:   a Date and {"valve": 1} for a Struct pass verify, and are encoded as empty messages: midnight of 1 January 1970, and a Struct without
#         fields. A time as a text throws, as does a number. Of {seconds: 1764345600.123} the fraction is lost. "AUTO", or "on" where the enum has ON,
#         is left out by fromObject, so that the receiver has the first value, OFF; verify refuses these, but also "ON", which fromObject takes. A
#         member under its name in the file, device_id, is passed over by both, as in JavaScript it is deviceId. toJSON of a good Timestamp is an
#         object of seconds and nanos, which other libraries' JSON does not have.
# Way out: {seconds: Math.floor(ms / 1000), nanos: ms % 1000 * 1e6}; @bufbuild/protobuf, which knows these types and their JSON.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts protobufjs@8.8.1
cat >run.js <<'JS'
const assert = require('node:assert');
const protobuf = require('protobufjs');
const { root } = protobuf.parse(`syntax = "proto3";
  message Reading {
    enum Mode { OFF = 0; ON = 1; }
    google.protobuf.Timestamp at = 1;
    google.protobuf.Struct tags = 2;
    Mode mode = 3;
    string device_id = 4;
  }`);
for (const name of ['timestamp', 'struct']) {
  root.addJSON(protobuf.common.get(`google/protobuf/${name}.proto`).nested);
}
const Reading = root.lookupType('Reading');
const cases = [
  // what is given, what verify says, and the bytes that are sent
  [{ at: new Date('2025-11-28T16:00:00.123Z') }, null, '0a00'],
  [{ at: { seconds: 1764345600, nanos: 123e6 } }, null, '0a0b08808ea7c90610c0a9d33a'],
  [{ at: { seconds: 1764345600.123 } }, 'at.seconds: integer|Long expected', '0a0608808ea7c906'],
  [{ at: '2025-11-28T16:00:00.123Z' }, 'at.object expected', 'refused'],
  [{ tags: { valve: 1 } }, null, '1200'],
  [{ mode: 'ON' }, 'mode: enum value expected', '1801'],
  [{ mode: 'on' }, 'mode: enum value expected', ''],
  [{ mode: 'AUTO' }, 'mode: enum value expected', ''],
  [{ device_id: 'device-1' }, null, ''],
  [{ deviceId: 'device-1' }, null, '22086465766963652d31'],
];
const seen = cases.map(([given]) => {
  const says = Reading.verify(given);
  let sent;
  try {
    sent = Buffer.from(Reading.encode(Reading.fromObject(given)).finish()).toString('hex');
  } catch (e) {
    sent = 'refused';
  }
  console.log(given, 'verify:', says, '- sent:', sent);
  return [says, sent];
});
assert.deepStrictEqual(seen, cases.map(([, ...expected]) => expected), 'this has changed');
const json = JSON.stringify(Reading.fromObject(cases[1][0]));
console.log('as JSON:', json);
assert.strictEqual(json, '{"at":{"seconds":"1764345600","nanos":123000000}}', 'this has changed');
JS
node run.js
echo "as described"
