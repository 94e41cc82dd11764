#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# cloudevents 10.0.0 (npm, the CloudEvents SDK for JavaScript): an event that came without a time is of now, each time it is read.
#
# Guess:  "time" is an optional attribute of CloudEvents 1.0, so that time is undefined for an event that has none, and a program puts in the time of
#         the broker, or says that there is none. (That new CloudEvent gives an event of one's own the time and an id is another matter.)
# Seen:   HTTP.toEvent fills in the moment of the reading, in the structured mode, in the binary mode and in a batch: nothing tells it from a time
#         that the device measured. The same body read twice, after a restart or by two consumers, is two events of different times, and what
#         waited in a queue for a day is of today. Written on, the time is in the event for good. time: undefined does not help either.
# Way out: look at the body or the header ce-time before; or give it a value of one's own: {...body, time: body.time ?? arrived}.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cloudevents@10.0.0
cat >run.js <<'JS'
const assert = require('node:assert');
const { HTTP } = require('cloudevents');
const event = { specversion: '1.0', id: '1', source: '/devices/pump', type: 'reading', data: { temperature: 21.5 } };
const messages = {
  structured: { headers: { 'content-type': 'application/cloudevents+json' }, body: JSON.stringify(event) },
  binary: {
    headers: { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-source': '/devices/pump', 'ce-type': 'reading', 'content-type': 'application/json' },
    body: '{"temperature":21.5}',
  },
  batch: { headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify([event]) },
};

async function run() {
  for (const [mode, message] of Object.entries(messages)) {
    const before = Date.now();
    const first = [HTTP.toEvent(message)].flat()[0];
    await new Promise(done => setTimeout(done, 50));
    const second = [HTTP.toEvent(message)].flat()[0];
    console.log(mode, '- the same message read twice:', first.time, second.time);
    assert.ok(Date.parse(first.time) >= before, 'this has changed');
    assert.ok(Date.parse(second.time) > Date.parse(first.time), 'this has changed');
    assert.ok(HTTP.structured(first).body.includes(first.time), 'this has changed');
  }
}
run().catch(error => { console.error(error); process.exit(1); });
JS
node run.js
echo "as described"
