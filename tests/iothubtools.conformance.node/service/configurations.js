// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { eventually } = require('../support/eventually');
const { newId, registry } = require('../support/clients');
const { section, row } = require('../support/rows');

/** A configuration that writes one desired property. */
function configuration(changes) {
	return { id: newId('conf'), priority: 10, labels: { made: 'here' }, targetCondition: "tags.site = 'none'",
		content: { deviceContent: { 'properties.desired.chiller': { temperature: 66 } } }, ...changes };
}

section('Configurations (§3.10)', () => {
	row({ operation: 'GET /configurations/{id}', call: 'Registry.getConfiguration' }, async () => {
		const wanted = configuration();
		await registry().addConfiguration(wanted);
		const { responseBody } = await registry().getConfiguration(wanted.id);
		assert.deepStrictEqual(responseBody.content.deviceContent, wanted.content.deviceContent);
		assert.deepStrictEqual(responseBody.labels, wanted.labels);
		assert.strictEqual(responseBody.priority, 10);
	});

	row({ operation: 'GET /configurations/{id}', call: 'Registry.getConfiguration', circumstances: 'there is none',
		error: 'Error: Not found' }, refused => refused(registry().getConfiguration('nothing')));

	row({ operation: 'GET /configurations', call: 'Registry.getConfigurations' }, async () => {
		const wanted = configuration();
		await registry().addConfiguration(wanted);
		assert.ok((await registry().getConfigurations()).responseBody.some(({ id }) => id === wanted.id));
	});

	row({ operation: 'PUT /configurations/{id}', call: 'Registry.addConfiguration', circumstances: 'the twins that it is for get its content' }, async () => {
		const deviceId = newId('target');
		await registry().create({ deviceId });
		await registry().updateTwin(deviceId, { tags: { site: deviceId } }, '*');
		const wanted = configuration({ targetCondition: `tags.site = '${deviceId}'` });
		await registry().addConfiguration(wanted);
		await eventually('the content in the twin', async () =>
			(await registry().getTwin(deviceId)).responseBody.properties.desired.chiller?.temperature === 66);
		await registry().removeConfiguration(wanted.id);
	});

	row({ operation: 'PUT /configurations/{id}', call: 'Registry.addConfiguration', circumstances: 'a target condition that is none',
		error: 'ArgumentError: Invalid targetCondition. It compares with =, !=, <, > and so on, has AND, OR, NOT and functions, and its strings have single quotes' }, refused => refused(registry().addConfiguration(configuration({ targetCondition: "deviceId IN ['a', 'b']" }))));

	row({ operation: 'PUT /configurations/{id} with If-Match', call: 'Registry.updateConfiguration', circumstances: 'with the current etag, and forced' }, async () => {
		const { id } = (await registry().addConfiguration(configuration())).responseBody;
		const read = (await registry().getConfiguration(id)).responseBody;
		await registry().updateConfiguration({ ...read, priority: 20 });
		await registry().updateConfiguration({ ...read, priority: 30 }, true);
		assert.strictEqual((await registry().getConfiguration(id)).responseBody.priority, 30);
	});

	row({ operation: 'PUT /configurations/{id} with If-Match', call: 'Registry.updateConfiguration', circumstances: 'with an old etag',
		error: 'InvalidEtagError: Precondition failed: Device version did not match, existingVersion:… If-Match:…' }, async refused => {
		const { id } = (await registry().addConfiguration(configuration())).responseBody;
		const read = (await registry().getConfiguration(id)).responseBody;
		await registry().updateConfiguration({ ...read, priority: 20 });
		await refused(registry().updateConfiguration({ ...read, priority: 30 }));
	});

	row({ operation: 'DELETE /configurations/{id}', call: 'Registry.removeConfiguration' }, async () => {
		const { id } = (await registry().addConfiguration(configuration())).responseBody;
		await registry().removeConfiguration(id);
		assert.ok(!(await registry().getConfigurations()).responseBody.some(one => one.id === id));
	});

	row({ operation: 'POST /devices/{id}/applyConfigurationContent', call: 'Registry.applyConfigurationContentOnDevice' }, async () => {
		const deviceId = newId('edge');
		await registry().create({ deviceId, capabilities: { iotEdge: true } });
		await registry().applyConfigurationContentOnDevice(deviceId, { modulesContent: {
			$edgeAgent: { 'properties.desired': { modules: {}, runtime: { type: 'docker' } } },
			$edgeHub: { 'properties.desired': { routes: {} } } } });
		const { responseBody } = await registry().getModuleTwin(deviceId, '$edgeAgent');
		assert.deepStrictEqual(responseBody.properties.desired.runtime, { type: 'docker' });
	});
});
