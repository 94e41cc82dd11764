#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-iot-device-http 1.14.4 (npm, HTTPS of Microsoft's device SDK for Node.js): properties are not those that MQTT has.
#
# Guess:  a message has the same properties however it travels: what the service sends as "site" the device finds as "site", and what the
#         device sends in a batch has the message id and the content type that it has when it is sent alone.
# Seen:   a cloud-to-device message has the property "iothub-app-site", the name of the header; over MQTT it is "site". sendEventBatch
#         sends the application properties alone: message id, correlation id, content type and encoding are dropped without a word, so
#         that routes and queries on the body find nothing in such messages.
# Way out: look for both names; send messages that need these properties one by one.
#
# The hub is an HTTPS server on loopback. Needs Node.js 18 or newer, npm and openssl; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund azure-iot-device@1.18.4 azure-iot-device-http@1.14.4
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 1 -subj /CN=localhost 2>/dev/null
cat >run.js <<'JS'
const fs = require('fs'), https = require('https'), tls = require('tls'), assert = require('assert');
const { Client, Message } = require('azure-iot-device');
const { Http } = require('azure-iot-device-http');
const sent = [];
const server = https.createServer({ key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem') }, (request, response) => {
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => {
    if (request.method === 'POST') {
      sent.push({ headers: request.headers, body });
      response.statusCode = 204;
    } else {
      response.setHeader('ETag', '"lock"');
      response.setHeader('iothub-messageid', 'm');
      response.setHeader('iothub-app-site', 'A');
    }
    response.end(request.method === 'POST' ? '' : 'hello');
  });
});
server.listen(0, '127.0.0.1', async () => {
  https.Agent.prototype.createConnection = () => tls.connect({ port: server.address().port, host: '127.0.0.1', ca: fs.readFileSync('cert.pem'), servername: 'localhost' });
  const client = Client.fromConnectionString('HostName=h.azure-devices.net;DeviceId=d;SharedAccessKey=' + Buffer.alloc(32, 1).toString('base64'), Http);
  await client.open();
  const received = await new Promise(resolve => { client.once('message', resolve); });
  console.log('received:', received.messageId, JSON.stringify(received.properties.propertyList));
  assert.deepStrictEqual(received.properties.propertyList, [{ key: 'iothub-app-site', value: 'A' }]);

  const message = new Message('{}');
  message.messageId = 'm';
  message.contentType = 'application/json';
  message.properties.add('site', 'A');
  await client.sendEvent(message);
  await client.sendEventBatch([message]);
  const [alone, batch] = sent;
  console.log('alone:', alone.headers['iothub-messageid'], alone.headers['iothub-contenttype'], alone.headers['iothub-app-site']);
  console.log('batch:', batch.body);
  assert.deepStrictEqual([alone.headers['iothub-messageid'], alone.headers['iothub-contenttype'], alone.headers['iothub-app-site']], ['m', 'application/json', 'A']);
  assert.deepStrictEqual(JSON.parse(batch.body), [{ body: 'e30=', properties: { 'iothub-app-site': 'A' } }]);
  await client.close();
  server.close();
  server.closeAllConnections();
});
JS
node run.js
echo "as described"
