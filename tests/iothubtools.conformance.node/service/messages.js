// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Http } = require('azure-iot-device-http');
const { Mqtt } = require('azure-iot-device-mqtt');
const { emptied, feedbackOf, purge, send } = require('../support/cloud-to-device');
const { gone, newDevice, newId, next, service, withDevice } = require('../support/clients');
const { section, row } = require('../support/rows');

section("Cloud-to-device messages, the service's side (§3.7)", () => {
	row({ operation: 'AMQP /messages/devicebound', call: 'Client.open', unsupported: true,
		error: 'NotConnectedError: rhea: connection disconnected' }, async refused => {
		const client = service();
		client.setRetryPolicy({ shouldRetry: () => false, nextRetryTimeout: () => -1 });
		await refused(client.open());
	});

	row({ operation: 'DELETE /devices/{id}/commands', circumstances: 'what waits for a device is dropped' }, async () => {
		const deviceId = newId('purge');
		await newDevice(deviceId);
		await send(deviceId, 'p-1', 'one');
		await send(deviceId, 'p-2', 'two');
		assert.strictEqual(await purge(deviceId), 2);
	});

	row({ operation: 'GET /messages/serviceBound/feedback', circumstances: 'completed over MQTT and HTTPS, and rejected over HTTPS' }, async () => {
		const deviceId = newId('feedback');
		const connection = await newDevice(deviceId);
		for (const [messageId, transport, settle] of [['f-1', Mqtt, 'complete'], ['f-2', Http, 'complete'], ['f-3', Http, 'reject']]) {
			await send(deviceId, messageId, settle);
			await withDevice(connection, transport, async client => client[settle](await next(client, 'message')));
			await emptied(deviceId);
			// before that the next message may go to a connection that nobody reads from any more, and is locked for a minute
			await gone(deviceId);
		}
		assert.deepStrictEqual(await feedbackOf(deviceId, 3), { 'f-1': 'Success', 'f-2': 'Success', 'f-3': 'Rejected' });
	});
});
