#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-iot-device-http 1.14.4 (npm, HTTPS of Microsoft's device SDK for Node.js): setOptions with a certificate never says that it is done.
#
# Guess:  await client.setOptions({ cert, key }) sets the certificate of a device and goes on, as it does over MQTT.
# Seen:   the promise is never kept and a callback never called, unless one of the options is about polling; the certificate is set all the
#         same. A program that has nothing else to do ends there, silently.
# Way out: give a receive policy along with it, { cert, key, http: { receivePolicy: { interval: 1 } } }; or do not wait for it.
#
# Needs Node.js 18 or newer, npm and openssl, and speaks to nobody; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund azure-iot-device@1.18.4 azure-iot-device-http@1.14.4 azure-iot-device-mqtt@1.16.4
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 1 -subj /CN=d 2>/dev/null
cat >run.js <<'JS'
const fs = require('fs'), assert = require('assert');
const { Client } = require('azure-iot-device');
const { Http } = require('azure-iot-device-http'), { Mqtt } = require('azure-iot-device-mqtt');
const certificate = { cert: fs.readFileSync('cert.pem', 'utf8'), key: fs.readFileSync('key.pem', 'utf8') };
const asked = [[Http, 'HTTPS', certificate], [Http, 'HTTPS, receive policy', { ...certificate, http: { receivePolicy: { interval: 1 } } }], [Mqtt, 'MQTT', certificate]];
const done = [];
for (const [transport, name, options] of asked) {
  Client.fromConnectionString('HostName=h.azure-devices.net;DeviceId=d;x509=true', transport).setOptions(options, () => done.push(name));
}
// all that was asked for is over when the process has nothing left to do
process.on('exit', () => {
  console.log('done:', done.join('; '));
  assert.deepStrictEqual(done, ['HTTPS, receive policy', 'MQTT']);
});
JS
node run.js
echo "as described"
