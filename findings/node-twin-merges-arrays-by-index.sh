#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-iot-device 1.18.4 (npm, Microsoft's device SDK for Node.js): the device's twin keeps what an array had beyond its new end.
#
# Guess:  twin.properties.desired is what the hub has: an update that sets an array replaces the array, as IoT Hub does and as merge patches
#         are defined (RFC 7396: only objects are merged).
# Seen:   arrays are merged by index. ["north","south","west"] updated with ["east"] is ["east","south","west"], with [] it is unchanged, and
#         an object in an array keeps the members that the new one lacks. The event of the update carries the new array, so that the listener
#         and the twin disagree. properties.reported goes wrong the same way after an update of the device's own; getTwin() mends both.
# Way out: take arrays from the event, not from the twin; or use an object with the names as keys.
#
# The transport is the test's own, an object with the methods the client calls. Needs Node.js 18 or newer and npm; fails when the behaviour
# changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund azure-iot-device@1.18.4
cat >run.js <<'JS'
const assert = require('node:assert');
const { EventEmitter } = require('node:events');
const { promisify } = require('node:util');
const { Client } = require('azure-iot-device');

let hub;
class Hub extends EventEmitter {
  constructor() {
    super();
    hub = this;
  }
  connect(done) {
    done(null, {});
  }
  disconnect(done) {
    done(null, {});
  }
  getTwin(done) {
    done(null, {
      desired: { sites: ['north', 'south', 'west'], steps: [{ at: 1, valve: 'open' }], $version: 1 },
      reported: { sites: ['north', 'south'], $version: 1 }
    });
  }
  enableTwinDesiredPropertiesUpdates(done) {
    done();
  }
  updateTwinReportedProperties(patch, done) {
    done();
  }
}

(async () => {
  const client = Client.fromConnectionString('HostName=localhost;DeviceId=d;SharedAccessKey=a2V5', Hub);
  await client.open();
  const twin = await client.getTwin();
  const { desired, reported } = twin.properties;
  let told;
  twin.on('properties.desired.sites', (sites) => told = sites);
  const update = (patch) => {
    hub.emit('twinDesiredPropertiesUpdate', patch);
    console.log('updated with', JSON.stringify(patch), 'the listener has', JSON.stringify(told), 'and the twin', JSON.stringify(desired));
  };
  update({ sites: ['east'], steps: [{ at: 5 }], $version: 2 });
  assert.deepStrictEqual(told, ['east'], 'this has changed');
  assert.deepStrictEqual(desired, { sites: ['east', 'south', 'west'], steps: [{ at: 5, valve: 'open' }], $version: 2 }, 'this has changed');
  update({ sites: [], $version: 3 });
  assert.deepStrictEqual(told, [], 'this has changed');
  assert.deepStrictEqual(desired.sites, ['east', 'south', 'west'], 'this has changed');
  await promisify(reported.update)({ sites: ['east'] });
  console.log('after the device reported ["east"] its twin has', JSON.stringify(reported.sites));
  assert.deepStrictEqual(reported.sites, ['east', 'south'], 'this has changed');
  process.exit(0);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
JS
node run.js
echo "as described"
