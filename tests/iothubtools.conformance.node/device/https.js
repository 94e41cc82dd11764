// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Client, Message } = require('azure-iot-device');
const { Http } = require('azure-iot-device-http');
const hub = require('../support/hub-under-test');
const { assertIs, emptied, send } = require('../support/cloud-to-device');
const { connected, newDevice, newId, next, pem, registry, withDevice } = require('../support/clients');
const { eventually } = require('../support/eventually');
const { assertArrived, telemetry } = require('../support/telemetry');
const { section, row } = require('../support/rows');

const SEND = 'POST /devices/{id}/messages/events';
const RECEIVE = 'GET /devices/{id}/messages/deviceBound';
const SETTLE = 'DELETE /devices/{id}/messages/deviceBound/{lockToken}';

section('Devices over HTTPS (§3.12)', () => {
	row({ operation: SEND, call: 'Client.sendEvent', circumstances: 'HTTPS, all properties' }, async () => {
		const deviceId = newId('https');
		await withDevice(await newDevice(deviceId), Http, client => client.sendEvent(telemetry('m-1', '{"t":20.5}')));
		const [message] = await hub.messages(deviceId, 1);
		assertArrived('m-1', '{"t":20.5}', message);
	});

	row({ operation: SEND, call: 'Client.sendEvent', circumstances: 'HTTPS, wrong key',
		error: 'UnauthorizedError: Could not send message: Unauthorized' }, async refused => {
		const connection = (await newDevice(newId('https'))).replace(/SharedAccessKey=.*/, 'SharedAccessKey=' + Buffer.alloc(32, 3).toString('base64'));
		await refused(withDevice(connection, Http, client => client.sendEvent(new Message('x'))));
	});

	row({ operation: SEND, call: 'Client.sendEvent', circumstances: 'HTTPS, X.509 self-signed' }, async () => {
		const deviceId = newId('https');
		const own = hub.certificates.selfSigned(deviceId);
		await registry().create({ deviceId, authentication: { x509Thumbprint: { primaryThumbprint: own.thumbprint } } });
		const client = Client.fromConnectionString(`HostName=${hub.host};DeviceId=${deviceId};x509=true`, Http);
		await connected(client, () => client.sendEvent(new Message('certified')), pem(own));
		const [message] = await hub.messages(deviceId, 1);
		assert.strictEqual(message.text, 'certified');
	});

	row({ operation: SEND + ', a batch', call: 'Client.sendEventBatch', circumstances: 'HTTPS' }, async () => {
		const deviceId = newId('https');
		const bodies = ['first', 'second', 'third'];
		await withDevice(await newDevice(deviceId), Http, client => client.sendEventBatch(bodies.map((body, i) => telemetry('b-' + i, body))));
		const messages = await hub.messages(deviceId, 3);
		assert.deepStrictEqual(messages.map(({ text }) => text), bodies);
		assert.deepStrictEqual(messages.map(({ applicationProperties }) => applicationProperties.site), ['A-b', 'A-b', 'A-b']);
	});

	row({ operation: RECEIVE, call: "Client.on('message')", circumstances: 'HTTPS, all properties; the SDK leaves `iothub-app-` before the names of application properties' }, async () => {
		const deviceId = newId('https');
		const connection = await newDevice(deviceId);
		await send(deviceId, 'c-1', 'hello');
		await withDevice(connection, Http, async client => assertIs('c-1', 'hello', await next(client, 'message'), 'iothub-app-site'));
	});

	row({ operation: SETTLE, call: 'Client.complete', circumstances: 'HTTPS' }, async () => {
		const deviceId = newId('https');
		const connection = await newDevice(deviceId);
		await send(deviceId, 'c-2', 'hello');
		await withDevice(connection, Http, async client => client.complete(await next(client, 'message')));
		await emptied(deviceId);
	});

	row({ operation: SETTLE + '?reject', call: 'Client.reject', circumstances: 'HTTPS' }, async () => {
		const deviceId = newId('https');
		const connection = await newDevice(deviceId);
		await send(deviceId, 'c-3', 'hello');
		await withDevice(connection, Http, async client => client.reject(await next(client, 'message')));
		await emptied(deviceId);
	});

	row({ operation: 'POST /devices/{id}/messages/deviceBound/{lockToken}/abandon', call: 'Client.abandon', circumstances: 'HTTPS: the message comes again' }, async () => {
		const deviceId = newId('https');
		const connection = await newDevice(deviceId);
		await send(deviceId, 'c-4', 'hello');
		await withDevice(connection, Http, async client => {
			const received = [];
			client.on('message', message => {
				received.push(message.messageId);
				client[received.length === 1 ? 'abandon' : 'complete'](message, () => {});
			});
			await eventually('the message a second time', () => received.length === 2);
			assert.deepStrictEqual(received, ['c-4', 'c-4']);
		});
	});

	row({ operation: 'POST /devices/{id}/files', call: 'Client.getBlobSharedAccessSignature', unsupported: true,
		error: 'Error: Bad Request' }, async refused => {
		const connection = await newDevice(newId('https'));
		await withDevice(connection, Http, client => refused(client.getBlobSharedAccessSignature('file')));
	});
});
