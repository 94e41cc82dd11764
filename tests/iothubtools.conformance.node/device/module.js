// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Message } = require('azure-iot-device');
const { Mqtt, MqttWs } = require('azure-iot-device-mqtt');
const hub = require('../support/hub-under-test');
const { newId, newModule, registry, withModule } = require('../support/clients');
const { moduleAnswersMethods, moduleHasATwin, moduleSends } = require('../support/on-any-transport');
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

	row({ operation: MODULE, call: 'ModuleClient.sendEvent', circumstances: 'MQTT, all properties' }, () => moduleSends(Mqtt));

	row({ operation: MODULE, call: 'ModuleClient.sendOutputEvent', circumstances: 'MQTT' }, async () => {
		const deviceId = newId('module');
		await withModule(await newModule(deviceId, 'm'), Mqtt, client => client.sendOutputEvent('out', new Message('x')));
		const [message] = await hub.messages(deviceId, 1);
		assert.strictEqual(message.text, 'x');
		assert.strictEqual(message.moduleId, 'm');
	});

	row({ operation: MODULE, call: 'ModuleClient.getTwin', circumstances: 'MQTT, desired and reported properties' }, () => moduleHasATwin(Mqtt));

	row({ operation: MODULE, call: 'ModuleClient.onMethod', circumstances: 'MQTT' }, () => moduleAnswersMethods(Mqtt));
});
