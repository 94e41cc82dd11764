#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# @azure/event-hubs 6.0.4 (npm, Microsoft's client for Event Hubs and so for an IoT hub's built-in endpoint): each body is tried as JSON,
# whatever its content type says.
#
# Guess:  a device's message arrives as the bytes it sent, or as text where its content type is text/plain.
# Seen:   the text 21.50 arrives as the number 21.5, a serial number of 20 digits as another number (12345678901234567000), null as null and
#         "on" in quotes as a string without them, while 007 and on, which are no JSON, arrive as bytes. What a handler gets so depends on each
#         value, and digits are lost for good.
# Way out: subscribe with skipParsingBodyAsJson: true, and read the bytes by contentType.
#
# Needs Node.js 20 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @azure/event-hubs@6.0.4 rhea@3.0.5
cat >run.js <<'JS'
const assert = require('node:assert');
const rhea = require('rhea');
const { EventHubConsumerClient, earliestEventPosition } = require('@azure/event-hubs');

const BODIES = {
  '21.50': 21.5,
  '12345678901234567890': 12345678901234567000,
  '007': Buffer.from('007'),
  'on': Buffer.from('on'),
  '"on"': 'on',
  'null': null
};

// as little of an Event Hub as the client needs: tokens are taken, a partition has one message for each body
const hub = rhea.create_container();
let answers;
hub.on('sender_open', ({ sender }) => {
  sender.set_source(sender.remote.attach.source);
  if (sender.source.address === '$cbs') {
    answers = sender;
  } else {
    sender.once('sendable', () => Object.keys(BODIES).forEach((text, number) => sender.send({
      content_type: 'text/plain',
      message_annotations: { 'x-opt-sequence-number': number, 'x-opt-offset': String(number), 'x-opt-enqueued-time': new Date(0) },
      body: rhea.message.data_section(Buffer.from(text))
    })));
  }
});
hub.on('receiver_open', ({ receiver }) => receiver.set_target(receiver.remote.attach.target));
hub.on('message', ({ message }) => answers.send({
  correlation_id: message.message_id,
  to: message.reply_to,
  application_properties: { 'status-code': 200, 'status-description': 'OK' },
  body: ''
}));
const server = hub.listen({ host: '127.0.0.1', port: 0 });

server.on('listening', () => {
  const client = new EventHubConsumerClient('$Default',
    `Endpoint=sb://127.0.0.1:${server.address().port};SharedAccessKeyName=k;SharedAccessKey=a2V5;UseDevelopmentEmulator=true`, 'events');
  const left = Object.entries(BODIES);
  client.subscribe('0', {
    processError: async (error) => {
      console.error(error);
      process.exit(1);
    },
    processEvents: async (events) => {
      for (const { body, contentType } of events) {
        const [sent, expected] = left.shift();
        console.log(`${sent} as ${contentType} is`, body);
        assert.deepStrictEqual(body, expected, 'this has changed');
      }
      if (left.length === 0) {
        process.exit(0);
      }
    }
  }, { startPosition: earliestEventPosition });
});
setTimeout(() => process.exit(1), 30000);
JS
node run.js
echo "as described"
