#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-iot-device 1.18.4 over azure-iot-device-mqtt 1.16.4 (npm, Microsoft's device SDK for Node.js): a direct method without a payload
# never reaches its listener.
#
# Guess:  the listener is called with a request whose payload is null or undefined.
# Seen:   the empty message is parsed as JSON before the listener is called, and the SDK itself answers 400 with the payload "Invalid request
#         format: Unexpected end of JSON input". The service's caller sees a status that looks like the device's own, and the device's program
#         nothing. What is sent with payload null arrives, as null: the SDK for the service sends that whenever there is none, so it shows
#         only with callers of the REST API that leave the member out.
# Way out: callers send a payload, null or {}, always.
#
# The hub is a few lines of MQTT on loopback, on port 8883, which has to be free. Needs Node.js 18 or newer, npm and openssl; fails when the
# behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund azure-iot-device@1.18.4 azure-iot-device-mqtt@1.16.4 mqtt-connection@4.1.0
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null
cat >run.js <<'JS'
const fs = require('fs'), tls = require('tls'), assert = require('assert');
const { Client } = require('azure-iot-device');
const { Mqtt } = require('azure-iot-device-mqtt');
const accept = require('mqtt-connection');
const heard = [];
const answers = [];
const server = tls.createServer({ key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem') }, socket => {
  const device = accept(socket);
  device.on('connect', () => device.connack({ returnCode: 0 }));
  device.on('subscribe', packet => {
    device.suback({ messageId: packet.messageId, granted: [0] });
    device.publish({ topic: '$iothub/methods/POST/look/?$rid=1', payload: '', qos: 0 });
    device.publish({ topic: '$iothub/methods/POST/look/?$rid=2', payload: 'null', qos: 0 });
  });
  device.on('publish', packet => {
    answers.push(packet.topic + ' ' + packet.payload);
    if (answers.length === 2) {
      end();
    }
  });
  device.on('disconnect', () => socket.end());
});
let client;
async function end() {
  await client.close();
  server.close();
  console.log('the listener heard', JSON.stringify(heard));
  console.log(answers.join('\n'));
  assert.deepStrictEqual(heard, [null]);
  assert.deepStrictEqual(answers.sort(), ['$iothub/methods/res/200/?$rid=2 "seen"', '$iothub/methods/res/400/?$rid=1 "Invalid request format: Unexpected end of JSON input"']);
}
server.listen(8883, 'localhost', async () => {
  client = Client.fromConnectionString('HostName=localhost;DeviceId=d;SharedAccessKey=' + Buffer.alloc(32, 1).toString('base64'), Mqtt);
  await client.setOptions({ ca: fs.readFileSync('cert.pem', 'utf8') });
  await client.open();
  client.onDeviceMethod('look', (request, response) => {
    heard.push(request.payload);
    response.send(200, 'seen', () => {});
  });
});
JS
node run.js
echo "as described"
