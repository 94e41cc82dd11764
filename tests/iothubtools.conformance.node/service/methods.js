// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const mqtt = require('mqtt');
const { Mqtt } = require('azure-iot-device-mqtt');
const hub = require('../support/hub-under-test');
const { inTime } = require('../support/eventually');
const { newDevice, newId, newModule, service, withDevice, withModule } = require('../support/clients');
const { section, row } = require('../support/rows');

const INVOKE = 'POST /twins/{id}/methods';
const CALL = 'Client.invokeDeviceMethod';
/** So that the hub waits until the device has subscribed to methods, which the SDK does in the background. */
const PATIENT = { connectTimeoutInSeconds: 20, responseTimeoutInSeconds: 20 };

/** Connects a device whose method "echo" answers 200 with what it is given by answer(payload), and invokes it. */
async function invoked(params, answer) {
	const deviceId = newId('method');
	return withDevice(await newDevice(deviceId), Mqtt, async client => {
		client.onDeviceMethod('echo', (request, response) => { response.send(200, answer(request.payload), () => {}); });
		return (await service().invokeDeviceMethod(deviceId, { methodName: 'echo', ...PATIENT, ...params })).result;
	});
}

/** A device without an SDK, for answers that the SDK does not give. */
async function answering(deviceId, text, action) {
	const connection = Object.fromEntries((await newDevice(deviceId)).split(';').map(part => part.split(/=(.*)/)));
	const token = require('azure-iot-device').SharedAccessSignature.create(hub.host, deviceId, connection.SharedAccessKey,
		Math.floor(Date.now() / 1000) + 600).toString();
	const client = mqtt.connect({ protocol: 'mqtts', host: hub.host, port: 8883, clientId: deviceId,
		username: `${hub.host}/${deviceId}/?api-version=2021-04-12`, password: token, reconnectPeriod: 0 });
	try {
		await inTime('the connection', new Promise((resolve, reject) => { client.once('connect', resolve).once('error', reject); }));
		await inTime('the subscription', new Promise((resolve, reject) => {
			client.subscribe('$iothub/methods/POST/#', error => (error ? reject(error) : resolve()));
		}));
		client.on('message', topic => client.publish('$iothub/methods/res/200/?$rid=' + topic.match(/\$rid=(.*)$/)[1], text));
		return await action();
	} finally {
		client.end(true);
	}
}

section('Direct methods (§3.6)', () => {
	row({ operation: INVOKE, call: CALL, circumstances: 'with a payload, the device answers over MQTT' }, async () => {
		const result = await invoked({ payload: { a: [1, 'b', null] } }, payload => ({ got: payload }));
		assert.deepStrictEqual(result, { status: 200, payload: { got: { a: [1, 'b', null] } } });
	});

	row({ operation: INVOKE, call: CALL, circumstances: 'without a payload, for which the SDK sends null: the device gets null' }, async () => {
		assert.deepStrictEqual(await invoked({}, payload => ({ got: payload })), { status: 200, payload: { got: null } });
	});

	row({ operation: INVOKE, call: CALL, circumstances: 'the payload is null' }, async () => {
		assert.deepStrictEqual(await invoked({ payload: null }, payload => ({ got: payload })), { status: 200, payload: { got: null } });
	});

	row({ operation: INVOKE, call: CALL, circumstances: 'the device answers null' }, async () => {
		assert.deepStrictEqual(await invoked({ payload: 1 }, () => null), { status: 200, payload: null });
	});

	row({ operation: INVOKE, call: CALL, circumstances: 'the device answers what is no JSON, and so is the reply none',
		error: 'SyntaxError' }, async refused => {
		const deviceId = newId('method');
		await answering(deviceId, 'Some Response Message', () => refused(service().invokeDeviceMethod(deviceId, { methodName: 'any' })));
	});

	row({ operation: INVOKE, call: CALL, circumstances: 'the device is not connected',
		error: 'Error: Not found' }, async refused => {
		const deviceId = newId('method');
		await newDevice(deviceId);
		await refused(service().invokeDeviceMethod(deviceId, { methodName: 'any' }));
	});

	row({ operation: INVOKE, call: CALL, circumstances: 'the device does not answer',
		error: 'GatewayTimeoutError: Error: {"Message":"{\\"errorCode\\":504101,\\"trackingId\\":\\"…\\",\\"message\\":\\"Timed out waiting for the response from device.\\",\\"info\\":{\\"timeout\\":\\"00:00:05\\"},\\"timestampUtc\\":\\"…\\"}","ExceptionMessage":""}' }, async refused => {
		const deviceId = newId('method');
		await withDevice(await newDevice(deviceId), Mqtt, async client => {
			client.onDeviceMethod('silent', () => {});
			await refused(service().invokeDeviceMethod(deviceId, { methodName: 'silent', payload: 1, connectTimeoutInSeconds: 5, responseTimeoutInSeconds: 5 }));
		});
	});

	row({ operation: 'POST /twins/{id}/modules/{mid}/methods', call: CALL, circumstances: 'the module answers over MQTT' }, async () => {
		const deviceId = newId('method');
		await withModule(await newModule(deviceId, 'm'), Mqtt, async client => {
			client.onMethod('echo', (request, response) => { response.send(200, { got: request.payload }, () => {}); });
			const { result } = await service().invokeDeviceMethod(deviceId, 'm', { methodName: 'echo', payload: 'x', ...PATIENT });
			assert.deepStrictEqual(result, { status: 200, payload: { got: 'x' } });
		});
	});
});
