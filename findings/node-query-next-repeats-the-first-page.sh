#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-iothub 1.16.6 (npm, Microsoft's service SDK for Node.js): awaiting Query.next() brings the first page again and again.
#
# Guess:  the query keeps its continuation token, so "do { await query.next() } while (query.hasMoreResults)" goes through all pages,
#         as it does with a callback and as nextAsTwin does either way.
# Seen:   with a promise next() sends no token, whatever the query keeps: each page is the first, hasMoreResults stays true, and the loop
#         does not end. Queries of JobClient are of the same class, and have no twins.
# Way out: await query.next(query.continuationToken), which is null for the first page.
#
# The pages are those of an HTTPS server on loopback. Needs Node.js 18 or newer, npm and openssl; fails when the behaviour changes.
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
const server = https.createServer({ key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem') }, (request, response) => {
  const page = Number(request.headers['x-ms-continuation'] ?? 1);
  response.setHeader('Content-Type', 'application/json');
  if (page < 3) {
    response.setHeader('x-ms-continuation', String(page + 1));
  }
  response.end(JSON.stringify([{ deviceId: 'page-' + page }]));
});
server.listen(0, '127.0.0.1', async () => {
  https.Agent.prototype.createConnection = () => tls.connect({ port: server.address().port, host: '127.0.0.1', ca: fs.readFileSync('cert.pem'), servername: 'localhost' });
  const key = Buffer.alloc(32, 1).toString('base64');
  const registry = Registry.fromConnectionString('HostName=h.azure-devices.net;SharedAccessKeyName=o;SharedAccessKey=' + key);
  const five = async (name, next) => {
    const query = registry.createQuery('SELECT * FROM devices', 1);
    const seen = [];
    while (query.hasMoreResults && seen.length < 5) {
      seen.push((await next(query))[0].deviceId);
    }
    console.log(name.padEnd(24), seen.join(' '));
    return seen.join(' ');
  };
  const all = 'page-1 page-2 page-3';
  assert.strictEqual(await five('next()', async query => (await query.next()).result), 'page-1 page-1 page-1 page-1 page-1');
  assert.strictEqual(await five('next(continuationToken)', async query => (await query.next(query.continuationToken)).result), all);
  assert.strictEqual(await five('nextAsTwin()', async query => (await query.nextAsTwin()).result), all);
  assert.strictEqual(await five('next(callback)', query => new Promise(resolve => { query.next((error, result) => resolve(result)); })), all);
  server.close();
  server.closeAllConnections();
});
JS
node run.js
echo "as described"
