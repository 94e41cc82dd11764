// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Message } = require('azure-iot-device');

/** A message with all properties that a device may set. */
function telemetry(messageId, body) {
	const message = new Message(body);
	message.messageId = messageId;
	message.correlationId = 'c-' + messageId;
	message.contentType = 'application/json';
	message.contentEncoding = 'utf-8';
	message.properties.add('site', 'A-b');
	return message;
}

/** What the hub keeps is a message that was sent so. */
function assertArrived(messageId, body, { text, properties, applicationProperties }) {
	assert.strictEqual(text, body);
	assert.strictEqual(properties['message-id'], messageId);
	assert.strictEqual(properties['correlation-id'], 'c-' + messageId);
	assert.strictEqual(properties['content-type'], 'application/json');
	assert.strictEqual(properties['content-encoding'], 'utf-8');
	assert.strictEqual(applicationProperties.site, 'A-b');
}

module.exports = { telemetry, assertArrived };
