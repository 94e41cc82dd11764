// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { eventually } = require('./eventually');
const hub = require('./hub-under-test');

const FEEDBACK = '/messages/serviceBound/feedback';

/** Sends a message with properties that asks for feedback on every outcome; the SDK can do so over AMQP only. */
async function send(deviceId, messageId, body) {
	const { status, body: reply } = await hub.call('POST', `/localhub/devices/${deviceId}/messages/deviceBound`, { body, headers: {
		'iothub-messageid': messageId, 'iothub-correlationid': 'c-' + messageId, 'iothub-ack': 'full', 'iothub-contenttype': 'text/plain',
		'iothub-contentencoding': 'utf-8', 'iothub-app-site': 'A-b' } });
	assert.strictEqual(status, 204, reply);
}

/** A message that was received is one that was sent so. property: what the SDK calls the application property site. */
function assertIs(messageId, body, message, property = 'site') {
	assert.strictEqual(message.getData().toString(), body);
	assert.strictEqual(message.messageId, messageId);
	assert.strictEqual(message.correlationId, 'c-' + messageId);
	assert.strictEqual(message.properties.getValue(property), 'A-b');
}

/** How many messages wait for a device or are locked by it. */
async function waiting(deviceId) {
	return JSON.parse((await hub.call('GET', '/devices/' + deviceId)).body).cloudToDeviceMessageCount;
}

/** Waits until no message is left for a device. */
function emptied(deviceId) {
	return eventually('no message is left for ' + deviceId, async () => await waiting(deviceId) === 0);
}

/** Drops what waits for a device, and says how many messages that were. */
async function purge(deviceId) {
	return JSON.parse((await hub.call('DELETE', `/devices/${deviceId}/commands`)).body).totalMessagesPurged;
}

/** What became of the messages of a device, or of several, by message id, once it is known of so many. */
async function feedbackOf(deviceIds, count) {
	const outcomes = {};
	return eventually('feedback of ' + deviceIds, async () => {
		const batch = await hub.call('GET', FEEDBACK);
		if (batch.status === 200) {
			for (const record of JSON.parse(batch.body).filter(one => [deviceIds].flat().includes(one.deviceId))) {
				outcomes[record.originalMessageId] = record.statusCode;
			}
			const deleted = await hub.call('DELETE', `${FEEDBACK}/${batch.headers.etag.replaceAll('"', '')}`);
			assert.strictEqual(deleted.status, 204);
		}
		return Object.keys(outcomes).length >= count ? outcomes : undefined;
	});
}

module.exports = { send, assertIs, waiting, emptied, purge, feedbackOf };
