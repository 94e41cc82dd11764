// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Message } = require('azure-iot-device');
const { Amqp, AmqpWs } = require('azure-iot-device-amqp');
const hub = require('../support/hub-under-test');
const { assertIs, emptied, feedbackOf, send } = require('../support/cloud-to-device');
const { connectionState, gone, newDevice, newId, next, withDevice } = require('../support/clients');
const { eventually, inTime } = require('../support/eventually');
const { assertArrived, telemetry } = require('../support/telemetry');
const { answersMethods, hearsOfItsTwin, moduleAnswersMethods, moduleHasATwin, moduleSends, overEach, readsItsTwin, reportsItsTwin }
	= require('../support/on-any-transport');
const { section, row } = require('../support/rows');
const { opensWithItsOwn, opensWithOneOfTheAuthority } = require('../support/x509');

const CONNECT = 'connect, port 5671, or WebSocket on port 443';
const SEND = 'send to /devices/{id}/messages/events';
const RECEIVE = 'receive from /devices/{id}/messages/devicebound';
const TWIN = 'ask at /devices/{id}/twin';
const METHODS = 'answer at /devices/{id}/methods/devicebound';
const MODULE = 'the same as a module';

const BOTH = [Amqp, AmqpWs];

/** The next message of a device. The SDK ends the link when nobody listens any more, and then nothing can be settled, so somebody does. */
function nextMessage(client) {
	const message = next(client, 'message');
	client.on('message', () => {});
	return message;
}

section('Devices over AMQP (§8.2)', () => {
	row({ operation: CONNECT, call: 'Client.open', circumstances: 'AMQP, AMQP_WS' }, async () => {
		for (const transport of BOTH) {
			const deviceId = newId('amqp');
			await withDevice(await newDevice(deviceId), transport, async client => {
				await client.sendEvent(new Message('x'));
				assert.strictEqual(await connectionState(deviceId), 'Connected');
			});
			await gone(deviceId);
		}
	});

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'AMQP, wrong key', error: 'UnauthorizedError: Unauthorized' }, async refused => {
		const connection = (await newDevice(newId('amqp'))).replace(/SharedAccessKey=.*/, 'SharedAccessKey=' + Buffer.alloc(32, 3).toString('base64'));
		await refused(withDevice(connection, Amqp, () => {}));
	});

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'AMQP, X.509 self-signed' }, () => opensWithItsOwn(Amqp));

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'AMQP, X.509 certificate authority' }, () => opensWithOneOfTheAuthority(Amqp));

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'AMQP, the hub is stopped and started: the SDK comes again by itself' }, async () => {
		const deviceId = newId('amqp');
		await withDevice(await newDevice(deviceId), Amqp, async client => {
			const received = [];
			client.on('message', message => {
				received.push(message.messageId);
				client.complete(message, () => {});
			});
			await client.sendEvent(new Message('before'));
			await hub.stop();
			await hub.start();
			await inTime('the event that was sent again', client.sendEvent(new Message('after')));
			await send(deviceId, 'again', 'still there?');
			await eventually('a message', () => received.includes('again'));
		});
		assert.deepStrictEqual((await hub.messages(deviceId, 2)).map(({ text }) => text), ['before', 'after']);
	});

	row({ operation: SEND, call: 'Client.sendEvent', circumstances: 'AMQP, AMQP_WS, all properties' }, async () => {
		for (const transport of BOTH) {
			const deviceId = newId('amqp');
			await withDevice(await newDevice(deviceId), transport, client => client.sendEvent(telemetry('m-1', '{"t":20.5}')));
			const [message] = await hub.messages(deviceId, 1);
			assertArrived('m-1', '{"t":20.5}', message);
		}
	});

	row({ operation: SEND, call: 'Client.sendEvent', circumstances: 'AMQP, 100 at once' }, async () => {
		const deviceId = newId('amqp');
		const bodies = Array.from({ length: 100 }, (unused, i) => String(i));
		await withDevice(await newDevice(deviceId), Amqp, client => Promise.all(bodies.map(body => client.sendEvent(new Message(body)))));
		assert.deepStrictEqual((await hub.messages(deviceId, 100)).map(({ text }) => text), bodies);
	});

	row({ operation: SEND, call: 'Client.sendEventBatch', circumstances: 'AMQP', unsupported: true,
		error: 'NotImplementedError: AMQP Transport does not support batching yet' }, async refused => {
		await withDevice(await newDevice(newId('amqp')), Amqp, client => refused(client.sendEventBatch([new Message('x')])));
	});

	row({ operation: RECEIVE, call: "Client.on('message')", circumstances: 'AMQP, AMQP_WS, complete, all properties' }, async () => {
		for (const transport of BOTH) {
			const deviceId = newId('amqp');
			await withDevice(await newDevice(deviceId), transport, async client => {
				const message = nextMessage(client);
				await send(deviceId, 'm-2', 'hello');
				assertIs('m-2', 'hello', await message);
				assert.strictEqual((await message).contentType, 'text/plain');
				await client.complete(await message);
			});
			await emptied(deviceId);
		}
	});

	row({ operation: RECEIVE, call: 'Client.reject', circumstances: 'AMQP' }, async () => {
		const deviceId = newId('amqp');
		await withDevice(await newDevice(deviceId), Amqp, async client => {
			const message = nextMessage(client);
			await send(deviceId, 'm-3', 'no');
			await client.reject(await message);
		});
		assert.deepStrictEqual(await feedbackOf(deviceId, 1), { 'm-3': 'Rejected' });
	});

	row({ operation: RECEIVE, call: 'Client.abandon', circumstances: 'AMQP: the message comes again' }, async () => {
		const deviceId = newId('amqp');
		const connection = await newDevice(deviceId);
		await send(deviceId, 'm-4', 'twice');
		await withDevice(connection, Amqp, async client => {
			const seen = [];
			client.on('message', message => {
				seen.push(message.messageId);
				const settle = seen.length === 1 ? 'abandon' : 'complete';
				client[settle](message, () => {});
			});
			await eventually('the message again', () => seen.length === 2);
			assert.deepStrictEqual(seen, ['m-4', 'm-4']);
			await emptied(deviceId);
		});
	});

	row({ operation: TWIN, call: 'Client.getTwin', circumstances: 'AMQP, AMQP_WS' }, overEach(BOTH, readsItsTwin));

	row({ operation: TWIN, call: 'Twin.properties.reported.update', circumstances: 'AMQP, AMQP_WS, null deletes' }, overEach(BOTH, reportsItsTwin));

	row({ operation: TWIN, call: "Twin.on('properties.desired')", circumstances: 'AMQP, AMQP_WS' }, overEach(BOTH, hearsOfItsTwin));

	row({ operation: METHODS, call: 'Client.onDeviceMethod', circumstances: 'AMQP, AMQP_WS' }, overEach(BOTH, answersMethods));
});

section('Modules over AMQP (§8.2)', () => {
	row({ operation: MODULE, call: 'ModuleClient.sendEvent', circumstances: 'AMQP, AMQP_WS, all properties' }, overEach(BOTH, moduleSends));

	row({ operation: MODULE, call: 'ModuleClient.getTwin', circumstances: 'AMQP, desired and reported properties' }, () => moduleHasATwin(Amqp));

	row({ operation: MODULE, call: 'ModuleClient.onMethod', circumstances: 'AMQP' }, () => moduleAnswersMethods(Amqp));
});
