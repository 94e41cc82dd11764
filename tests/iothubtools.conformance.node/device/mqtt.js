// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Client, Message, SharedAccessSignature } = require('azure-iot-device');
const { Mqtt, MqttWs } = require('azure-iot-device-mqtt');
const hub = require('../support/hub-under-test');
const { assertIs, emptied, send } = require('../support/cloud-to-device');
const { connected, connectionState, gone, newDevice, newId, next, pem, registry, reported, twinOf, withDevice } = require('../support/clients');
const { eventually, inTime } = require('../support/eventually');
const { assertArrived, telemetry } = require('../support/telemetry');
const { answersMethods, hearsOfItsTwin, overEach, readsItsTwin, reportsItsTwin } = require('../support/on-any-transport');
const { section, row } = require('../support/rows');
const { opensWithItsOwn, opensWithOneOfTheAuthority } = require('../support/x509');

const CONNECT = 'connect, port 8883';
const WEBSOCKET = 'connect, WebSocket on port 443';
const SEND = 'publish devices/{id}/messages/events/';
const RECEIVE = 'subscribe devices/{id}/messages/devicebound/#';
const GET_TWIN = 'publish $iothub/twin/GET/';
const REPORT = 'publish $iothub/twin/PATCH/properties/reported/';
const DESIRED = 'subscribe $iothub/twin/PATCH/properties/desired/#';
const METHODS = 'subscribe $iothub/methods/POST/#';

const BOTH = [Mqtt, MqttWs];

section('Devices over MQTT (§8.1)', () => {
	row({ operation: CONNECT, call: 'Client.open', circumstances: 'MQTT' }, async () => {
		const deviceId = newId('mqtt');
		await withDevice(await newDevice(deviceId), Mqtt, async () => assert.strictEqual(await connectionState(deviceId), 'Connected'));
		await gone(deviceId);
	});

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'MQTT, a shared access signature instead of a key' }, async () => {
		const deviceId = newId('mqtt');
		const key = (await newDevice(deviceId)).match(/SharedAccessKey=(.*)$/)[1];
		const signature = SharedAccessSignature.create(hub.host, deviceId, key, Math.floor(Date.now() / 1000) + 600).toString();
		await connected(Client.fromSharedAccessSignature(signature, Mqtt),
			async () => assert.strictEqual(await connectionState(deviceId), 'Connected'));
	});

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'MQTT, wrong key',
		error: 'UnauthorizedError: mqtt.js returned Failure on first connection (Not authorized): Connection refused: Not authorized error' }, async refused => {
		const connection = (await newDevice(newId('mqtt'))).replace(/SharedAccessKey=.*/, 'SharedAccessKey=' + Buffer.alloc(32, 3).toString('base64'));
		await refused(withDevice(connection, Mqtt, () => {}));
	});

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'MQTT, X.509 self-signed' }, () => opensWithItsOwn(Mqtt));

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'MQTT, X.509 certificate authority' }, () => opensWithOneOfTheAuthority(Mqtt));

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'MQTT, X.509, another certificate',
		error: 'UnauthorizedError: mqtt.js returned Failure on first connection (Not authorized): Connection refused: Not authorized error' }, async refused => {
		const deviceId = newId('certified');
		await registry().create({ deviceId, authentication: { x509Thumbprint: { primaryThumbprint: hub.certificates.selfSigned(deviceId).thumbprint } } });
		const client = Client.fromConnectionString(`HostName=${hub.host};DeviceId=${deviceId};x509=true`, Mqtt);
		await refused(connected(client, () => {}, pem(hub.certificates.selfSigned(newId('another')))));
	});

	row({ operation: CONNECT, call: 'Client.open', circumstances: 'MQTT, the hub is stopped and started: the SDK comes again by itself' }, async () => {
		const deviceId = newId('mqtt');
		await withDevice(await newDevice(deviceId), Mqtt, async client => {
			const received = [];
			client.on('message', message => {
				received.push(message.messageId);
				client.complete(message, () => {});
			});
			await client.sendEvent(new Message('before'));
			await hub.stop();
			await hub.start();
			await inTime('the event that was sent again', client.sendEvent(new Message('after')));
			await eventually('the device is connected', async () => await connectionState(deviceId) === 'Connected');
			await send(deviceId, 'again', 'still there?');
			await eventually('a message', () => received.includes('again'));
		});
		assert.deepStrictEqual((await hub.messages(deviceId, 2)).map(({ text }) => text), ['before', 'after']);
	});

	row({ operation: WEBSOCKET, call: 'Client.open', circumstances: 'MQTT_WS' }, async () => {
		const deviceId = newId('mqtt-ws');
		await withDevice(await newDevice(deviceId), MqttWs, async () => assert.strictEqual(await connectionState(deviceId), 'Connected'));
	});

	row({ operation: WEBSOCKET, call: 'Client.open', circumstances: 'MQTT_WS, X.509 self-signed' }, () => opensWithItsOwn(MqttWs));

	row({ operation: WEBSOCKET, call: 'Client.open', circumstances: 'MQTT_WS, X.509 certificate authority' }, () => opensWithOneOfTheAuthority(MqttWs));

	row({ operation: SEND, call: 'Client.sendEvent', circumstances: 'MQTT, MQTT_WS, all properties' }, async () => {
		for (const transport of BOTH) {
			const deviceId = newId('mqtt');
			await withDevice(await newDevice(deviceId), transport, client => client.sendEvent(telemetry('m-1', '{"t":20.5}')));
			const [message] = await hub.messages(deviceId, 1);
			assertArrived('m-1', '{"t":20.5}', message);
		}
	});

	row({ operation: SEND, call: 'Client.sendEvent', circumstances: 'MQTT, 100 at once' }, async () => {
		const deviceId = newId('mqtt');
		const bodies = Array.from({ length: 100 }, (unused, i) => String(i));
		await withDevice(await newDevice(deviceId), Mqtt, client => Promise.all(bodies.map(body => client.sendEvent(new Message(body)))));
		assert.deepStrictEqual((await hub.messages(deviceId, 100)).map(({ text }) => text), bodies);
	});

	row({ operation: SEND, call: 'Client.sendEvent', circumstances: 'MQTT, properties with characters that have to be encoded' }, async () => {
		const deviceId = newId('mqtt');
		await withDevice(await newDevice(deviceId), Mqtt, client => {
			const message = new Message('x');
			message.properties.add('a/b', 'c=d&e f+%20ü');
			return client.sendEvent(message);
		});
		const [message] = await hub.messages(deviceId, 1);
		assert.deepStrictEqual(message.applicationProperties, { 'a/b': 'c=d&e f+%20ü' });
	});

	row({ operation: SEND, call: 'Client.sendEventBatch', circumstances: 'MQTT', unsupported: true,
		error: 'NotImplementedError: MQTT Transport does not support batching yet' }, async refused => {
		await withDevice(await newDevice(newId('mqtt')), Mqtt, client => refused(client.sendEventBatch([new Message('x')])));
	});

	row({ operation: RECEIVE, call: "Client.on('message')", circumstances: 'MQTT, MQTT_WS, all properties' }, async () => {
		for (const transport of BOTH) {
			const deviceId = newId('mqtt');
			await withDevice(await newDevice(deviceId), transport, async client => {
				const message = next(client, 'message');
				await send(deviceId, 'm-2', 'hello');
				assertIs('m-2', 'hello', await message);
				assert.strictEqual((await message).contentType, 'text/plain');
				await client.complete(await message);
			});
			await emptied(deviceId);
		}
	});

	row({ operation: RECEIVE, call: "Client.on('message')", circumstances: 'MQTT, sent while the device was away' }, async () => {
		const deviceId = newId('mqtt');
		const connection = await newDevice(deviceId);
		await send(deviceId, 'm-3', 'waiting');
		await withDevice(connection, Mqtt, async client => assertIs('m-3', 'waiting', await next(client, 'message')));
	});

	row({ operation: GET_TWIN, call: 'Client.getTwin', circumstances: 'MQTT, MQTT_WS' }, overEach(BOTH, readsItsTwin));

	row({ operation: REPORT, call: 'Twin.properties.reported.update', circumstances: 'MQTT, MQTT_WS, null deletes' }, overEach(BOTH, reportsItsTwin));

	row({ operation: REPORT, call: 'Twin.properties.reported.update', circumstances: 'MQTT, null in an array',
		error: 'Error: The reported properties must not have null where there is nothing to delete: in an array, or when all is replaced.' }, async refused => {
		await withDevice(await newDevice(newId('mqtt')), Mqtt, async client => {
			const twin = await twinOf(client);
			await refused(reported(twin, { a: [{ b: null }] }));
		});
	});

	row({ operation: DESIRED, call: "Twin.on('properties.desired')", circumstances: 'MQTT, MQTT_WS' }, overEach(BOTH, hearsOfItsTwin));

	row({ operation: METHODS, call: 'Client.onDeviceMethod', circumstances: 'MQTT, MQTT_WS' }, overEach(BOTH, answersMethods));
});
