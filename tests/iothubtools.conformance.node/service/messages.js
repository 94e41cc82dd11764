// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Message } = require('azure-iot-device');
const { Http } = require('azure-iot-device-http');
const { Mqtt } = require('azure-iot-device-mqtt');
const { Amqp, AmqpWs, Client } = require('azure-iothub');
const hub = require('../support/hub-under-test');
const { assertIs, emptied, feedbackOf, purge, send } = require('../support/cloud-to-device');
const { newDevice, newId, next, withDevice } = require('../support/clients');
const { eventually, inTime } = require('../support/eventually');
const { section, row } = require('../support/rows');

const COMMANDS = 'AMQP /messages/devicebound';
/** A policy of the SDK that tries nothing again. */
const ONCE = { shouldRetry: () => false, nextRetryTimeout: () => -1 };

/** Over WebSocket this client knows port 443 alone, and takes no agent. */
function transports() {
	return hub.agent === undefined ? [Amqp, AmqpWs] : [Amqp];
}

/** Opens a client of the service side for as long as something is done with it. */
async function opened(transport, action) {
	const client = Client.fromConnectionString(hub.connectionString, transport);
	client.setRetryPolicy(ONCE);
	try {
		await inTime('the connection', client.open());
		await action(client);
	} finally {
		await client.close();
	}
}

/** What receives; the promise of the SDK has it wrapped in something else. */
function receiverOf(client, call) {
	return inTime('the receiver', new Promise((resolve, reject) => {
		client[call]((error, receiver) => (error ? reject(error) : resolve(receiver)));
	}));
}

/** A message with properties that asks for feedback on every outcome. */
function command(messageId, body) {
	const message = new Message(body);
	message.messageId = messageId;
	message.correlationId = 'c-' + messageId;
	message.ack = 'full';
	message.contentType = 'text/plain';
	message.contentEncoding = 'utf-8';
	message.properties.add('site', 'A-b');
	return message;
}

section("Cloud-to-device messages, the service's side (§3.7)", () => {
	row({ operation: COMMANDS, call: 'Client.open', circumstances: 'AMQP, AMQP_WS' }, async () => {
		for (const transport of transports()) {
			await opened(transport, () => {});
		}
	});

	row({ operation: COMMANDS, call: 'Client.open', circumstances: 'AMQP, wrong key', error: 'Error: AMQP Transport: Could not connect' }, async refused => {
		const wrong = hub.connectionString.replace(/SharedAccessKey=.*/, 'SharedAccessKey=' + Buffer.alloc(32, 3).toString('base64'));
		const client = Client.fromConnectionString(wrong, Amqp);
		client.setRetryPolicy(ONCE);
		await refused(client.open());
	});

	row({ operation: COMMANDS, call: 'Client.send', circumstances: 'AMQP, AMQP_WS, all properties' }, async () => {
		for (const transport of transports()) {
			const deviceId = newId('sent');
			await withDevice(await newDevice(deviceId), Mqtt, async device => {
				const received = next(device, 'message');
				await opened(transport, client => client.send(deviceId, command('s-1', 'hello')));
				assertIs('s-1', 'hello', await received);
				assert.strictEqual((await received).contentType, 'text/plain');
				await device.complete(await received);
			});
			await emptied(deviceId);
		}
	});

	row({ operation: COMMANDS, call: 'Client.send', circumstances: 'AMQP, to nobody', error: 'DeviceNotFoundError: AMQP Transport: Could not send message' }, async refused => {
		await opened(Amqp, client => refused(client.send('nobody', command('s-2', 'x'))));
	});

	row({ operation: COMMANDS, call: 'Client.send', circumstances: 'AMQP, 50 wait already',
		error: 'DeviceMaximumQueueDepthExceededError: AMQP Transport: Could not send message' }, async refused => {
		const deviceId = newId('full');
		await newDevice(deviceId);
		await opened(Amqp, async client => {
			for (let i = 0; i < 50; i++) {
				await client.send(deviceId, command('q-' + i, 'x'));
			}
			await refused(client.send(deviceId, command('q-50', 'x')));
		});
		assert.strictEqual(await purge(deviceId), 50);
	});

	row({ operation: 'DELETE /devices/{id}/commands', circumstances: 'what waits for a device is dropped' }, async () => {
		const deviceId = newId('purge');
		await newDevice(deviceId);
		await send(deviceId, 'p-1', 'one');
		await send(deviceId, 'p-2', 'two');
		assert.strictEqual(await purge(deviceId), 2);
	});

	row({ operation: 'GET /messages/serviceBound/feedback', circumstances: 'completed over MQTT and HTTPS, and rejected over HTTPS' }, async () => {
		const deviceIds = [];
		for (const [messageId, transport, settle] of [['f-1', Mqtt, 'complete'], ['f-2', Http, 'complete'], ['f-3', Http, 'reject']]) {
			// each a device of its own: a second message might go to a question that the first client had asked before it was closed
			const deviceId = newId('feedback');
			const connection = await newDevice(deviceId);
			deviceIds.push(deviceId);
			await send(deviceId, messageId, settle);
			await withDevice(connection, transport, async client => client[settle](await next(client, 'message')));
			await emptied(deviceId);
		}
		assert.deepStrictEqual(await feedbackOf(deviceIds, 3), { 'f-1': 'Success', 'f-2': 'Success', 'f-3': 'Rejected' });
	});

	row({ operation: 'AMQP /messages/serviceBound/feedback', call: 'Client.getFeedbackReceiver', circumstances: 'AMQP, completed and rejected' }, async () => {
		await opened(Amqp, async client => {
			const outcomes = {};
			const receiver = await receiverOf(client, 'getFeedbackReceiver');
			receiver.on('message', message => {
				for (const { originalMessageId, statusCode } of JSON.parse(message.getData().toString())) {
					outcomes[originalMessageId] = statusCode;
				}
				receiver.complete(message, () => {});
			});
			for (const [messageId, settle] of [['f-4', 'complete'], ['f-5', 'reject']]) {
				const deviceId = newId('feedback');
				const connection = await newDevice(deviceId);
				await client.send(deviceId, command(messageId, settle));
				await withDevice(connection, Http, async device => device[settle](await next(device, 'message')));
				await emptied(deviceId);
			}
			// those of tests before this one may come with them
			await eventually('feedback', () => outcomes['f-4'] === 'Success' && outcomes['f-5'] === 'Rejected');
		});
	});

	row({ operation: 'AMQP /messages/serviceBound/filenotifications', call: 'Client.getFileNotificationReceiver',
		circumstances: 'AMQP: there are none, as devices cannot upload files' }, async () => {
		await opened(Amqp, async client => {
			const receiver = await receiverOf(client, 'getFileNotificationReceiver');
			receiver.on('message', () => assert.fail('a notification came'));
			await receiver.detach();
		});
	});
});
