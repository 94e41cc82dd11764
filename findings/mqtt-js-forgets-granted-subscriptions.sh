#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# mqtt 5.16.0 (npm, MQTT.js) at the broker aedes 0.51.3 (npm): one refused topic makes the client forget those that were granted beside it.
#
# Guess:  subscribe(["state", "secret"]) where the broker refuses "secret" (0x80 in its SUBACK) tells an error, says which topic it is for,
#         and leaves "state" a subscription like any other: it is made anew after a lost connection, as resubscribe: true, the default, says.
# Seen:   messages of "state" arrive, until the connection is lost once. After it the client subscribes to nothing, and no event tells:
#         what is refused takes all topics of its call off the list of those to make anew. The list that the callback gets beside the
#         error has QoS 0 for both. A client that subscribed to the two one by one has "state" again.
# Way out: one subscribe() for each topic; or clean: false, so that the broker keeps them.
#
# Needs Node.js 20 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mqtt@5.16.0 aedes@0.51.3
cat >run.js <<'JS'
const assert = require('node:assert');
const net = require('node:net');
const { once } = require('node:events');
const mqtt = require('mqtt');
const broker = require('aedes')();

broker.authorizeSubscribe = (client, subscription, done) => done(null, subscription.topic === 'secret' ? null : subscription);
const server = net.createServer(broker.handle);

const subscribe = (client, topics) => new Promise((resolve) => client.subscribe(topics, (error, granted) => {
  console.log(client.options.clientId, topics, error ? error.message : 'granted', JSON.stringify(granted));
  resolve([error?.message, granted.map(({ qos }) => qos)]);
}));

// each message that is published is followed by one to a topic which both clients have, so that nobody has to wait for what does not come
const publish = async (payload, clients) => {
  const ends = clients.map((client) => new Promise((resolve) => client.on('message', (topic, end) => topic === 'end' && `${end}` === payload && resolve())));
  broker.publish({ topic: 'state', payload, qos: 0 }, () => broker.publish({ topic: 'end', payload, qos: 0 }, () => {}));
  await Promise.all(ends);
};

(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const got = { together: [], 'one by one': [] };
  const clients = Object.keys(got).map((clientId) => {
    const client = mqtt.connect(`mqtt://127.0.0.1:${server.address().port}`, { clientId, reconnectPeriod: 100 });
    client.on('message', (topic, payload) => topic === 'state' && got[clientId].push(`${payload}`));
    return client;
  });
  await Promise.all(clients.map((client) => once(client, 'connect')));
  const [together, single] = clients;
  assert.deepStrictEqual(await subscribe(together, ['state', 'secret']), ['Subscribe error: Unspecified error', [0, 0]], 'this has changed');
  await subscribe(single, 'state');
  await subscribe(single, 'secret');
  await subscribe(together, 'end');
  await subscribe(single, 'end');
  await publish('before', clients);

  const back = Promise.all(clients.map((client) => once(client, 'connect')));
  const made = new Promise((resolve) => {
    const left = new Set(Object.keys(got));
    broker.on('subscribe', (subscriptions, client) => {
      console.log(client.id, 'subscribes again to', subscriptions.map(({ topic }) => topic).join(', '));
      if (subscriptions.some(({ topic }) => topic === 'end')) {
        left.delete(client.id);
      }
      if (left.size === 0) {
        resolve();
      }
    });
  });
  Object.values(broker.clients).forEach(({ conn }) => conn.destroy());
  await back;
  await made;
  await publish('after', clients);
  console.log('messages of state:', JSON.stringify(got));
  assert.deepStrictEqual(got, { together: ['before'], 'one by one': ['before', 'after'] }, 'this has changed');
  process.exit(0);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
setTimeout(() => process.exit(1), 30000).unref();
JS
node run.js
echo "as described"
