#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-iothub 1.16.6 (npm, Microsoft's service SDK for Node.js): Registry.update of a device does not guard with the device's etag.
#
# Guess:  update({deviceId, etag, …}) sends If-Match with that etag, as updateModule and updateConfiguration of the same class do, and
#         leaves out the keys that the caller left out.
# Seen:   If-Match is always "*" (the star itself in quotes), so the last writer wins without a word, and a symmetricKey of two empty
#         strings goes along, by which a hub gives the device new keys: what was meant to disable a device also makes it lose its keys.
# Way out: updateDevices([device], false) carries the etag; read the device first and send all of it.
#
# What is sent is read by an HTTPS server on loopback. Needs Node.js 18 or newer, npm and openssl; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund azure-iothub@1.16.6
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 1 -subj /CN=localhost 2>/dev/null
cat >run.js <<'JS'
const fs = require('fs'), https = require('https'), tls = require('tls'), assert = require('assert');
const { Registry } = require('azure-iothub');
const seen = [];
const server = https.createServer({ key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem') }, (request, response) => {
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => {
    seen.push({ call: request.method + ' ' + request.url.replace(/\?.*/, ''), ifMatch: request.headers['if-match'], body: JSON.parse(body) });
    response.setHeader('Content-Type', 'application/json');
    response.end('{"deviceId":"d","moduleId":"m","id":"c"}');
  });
});
server.listen(0, '127.0.0.1', async () => {
  https.Agent.prototype.createConnection = () => tls.connect({ port: server.address().port, host: '127.0.0.1', ca: fs.readFileSync('cert.pem'), servername: 'localhost' });
  const key = Buffer.alloc(32, 1).toString('base64');
  const registry = Registry.fromConnectionString('HostName=h.azure-devices.net;SharedAccessKeyName=o;SharedAccessKey=' + key);
  await registry.update({ deviceId: 'd', etag: 'MTIz', status: 'disabled' });
  await registry.updateModule({ deviceId: 'd', moduleId: 'm', etag: 'MTIz' });
  await registry.updateConfiguration({ id: 'c', etag: 'MTIz', targetCondition: '*' });
  for (const one of seen) {
    console.log(one.call, 'If-Match:', one.ifMatch, JSON.stringify(one.body.authentication));
  }
  assert.deepStrictEqual(seen.map(one => one.ifMatch), ['"*"', '"MTIz"', '"MTIz"']);
  assert.deepStrictEqual(seen[0].body.authentication, { type: 'sas', symmetricKey: { primaryKey: '', secondaryKey: '' } });
  server.close();
  server.closeAllConnections();
});
JS
node run.js
echo "as described"
