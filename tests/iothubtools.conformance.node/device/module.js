// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Message } = require('azure-iot-device');
const { Mqtt, MqttWs } = require('azure-iot-device-mqtt');
const hub = require('../support/hub-under-test');
const { newId, newModule, registry, reported, service, twinOf, withModule } = require('../support/clients');
const { eventually } = require('../support/eventually');
const { assertArrived, telemetry } = require('../support/telemetry');
const { section, row } = require('../support/rows');

const MODULE = 'the same as a module';

section('Modules over MQTT (§8.1)', () => {
	row({ operation: MODULE, call: 'ModuleClient.open', circumstances: 'MQTT, MQTT_WS' }, async () => {
		for (const transport of [Mqtt, MqttWs]) {
			const deviceId = newId('module');
			await withModule(await newModule(deviceId, 'm'), transport, async () => {
				assert.strictEqual((await registry().getModule(deviceId, 'm')).responseBody.connectionState, 'Connected');
			});
		}
	});

	row({ operation: MODULE, call: 'ModuleClient.sendEvent', circumstances: 'MQTT, all properties' }, async () => {
		const deviceId = newId('module');
		await withModule(await newModule(deviceId, 'm'), Mqtt, client => client.sendEvent(telemetry('m-1', 'x')));
		const [message] = await hub.messages(deviceId, 1);
		assertArrived('m-1', 'x', message);
		assert.strictEqual(message.moduleId, 'm');
	});

	row({ operation: MODULE, call: 'ModuleClient.sendOutputEvent', circumstances: 'MQTT' }, async () => {
		const deviceId = newId('module');
		await withModule(await newModule(deviceId, 'm'), Mqtt, client => client.sendOutputEvent('out', new Message('x')));
		const [message] = await hub.messages(deviceId, 1);
		assert.strictEqual(message.text, 'x');
		assert.strictEqual(message.moduleId, 'm');
	});

	row({ operation: MODULE, call: 'ModuleClient.getTwin', circumstances: 'MQTT, desired and reported properties' }, async () => {
		const deviceId = newId('module');
		await withModule(await newModule(deviceId, 'm'), Mqtt, async client => {
			const twin = await twinOf(client);
			const seen = [];
			twin.on('properties.desired', delta => seen.push(delta.interval));
			await reported(twin, { firmware: '1.0' });
			await eventually('a patch', async () => {
				await registry().updateModuleTwin(deviceId, 'm', { properties: { desired: { interval: 5 } } }, '*');
				return seen.includes(5);
			});
		});
		assert.strictEqual((await registry().getModuleTwin(deviceId, 'm')).responseBody.properties.reported.firmware, '1.0');
	});

	row({ operation: MODULE, call: 'ModuleClient.onMethod', circumstances: 'MQTT' }, async () => {
		const deviceId = newId('module');
		await withModule(await newModule(deviceId, 'm'), Mqtt, async client => {
			client.onMethod('double', (request, response) => { response.send(200, request.payload * 2, () => {}); });
			const { result } = await service().invokeDeviceMethod(deviceId, 'm',
				{ methodName: 'double', payload: 21, connectTimeoutInSeconds: 20, responseTimeoutInSeconds: 20 });
			assert.deepStrictEqual(result, { status: 200, payload: 42 });
		});
	});
});
