#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-iothub 1.16.6 (npm, Microsoft's service SDK for Node.js): a module that was read cannot be removed with a promise.
#
# Guess:  await registry.removeModule(module) removes the module if its etag is still the current one; the types have that call.
# Seen:   the promise is rejected with "Argument 'done' cannot be falsy", and nothing is sent: the callback that the promise is made of is
#         taken for a third argument, and looked for as the second.
# Way out: registry.removeModule(module, callback); or removeModule(deviceId, moduleId), which awaits well and removes whatever is there.
#
# What is sent is seen by an HTTPS server on loopback. Needs Node.js 18 or newer, npm and openssl; fails when the behaviour changes.
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
  seen.push(request.method + ' If-Match: ' + request.headers['if-match']);
  response.statusCode = 204;
  response.end();
});
server.listen(0, '127.0.0.1', async () => {
  https.Agent.prototype.createConnection = () => tls.connect({ port: server.address().port, host: '127.0.0.1', ca: fs.readFileSync('cert.pem'), servername: 'localhost' });
  const key = Buffer.alloc(32, 1).toString('base64');
  const registry = Registry.fromConnectionString('HostName=h.azure-devices.net;SharedAccessKeyName=o;SharedAccessKey=' + key);
  const module = { deviceId: 'd', moduleId: 'm', etag: 'MTIz' };
  const error = await registry.removeModule(module).then(() => undefined, reason => reason);
  console.log('promise, module:', error?.message, seen);
  assert.strictEqual(error?.message, "Argument 'done' cannot be falsy");
  assert.deepStrictEqual(seen, []);
  await new Promise((resolve, reject) => { registry.removeModule(module, failure => (failure ? reject(failure) : resolve())); });
  await registry.removeModule('d', 'm');
  console.log('callback, module; promise, ids:', seen);
  assert.deepStrictEqual(seen, ['DELETE If-Match: "MTIz"', 'DELETE If-Match: "*"']);
  server.close();
  server.closeAllConnections();
});
JS
node run.js
echo "as described"
