// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { newId, registry } = require('../support/clients');
const { section, row } = require('../support/rows');

/** Three devices with a tag of their own, and the condition that finds them. */
async function tagged() {
	const site = newId('site');
	const deviceIds = [newId('query'), newId('query'), newId('query')].sort();
	await registry().addDevices(deviceIds.map(deviceId => ({ deviceId })));
	for (const deviceId of deviceIds) {
		await registry().updateTwin(deviceId, { tags: { site } }, '*');
	}
	return { deviceIds, condition: `tags.site = '${site}'` };
}

section('Query (§3.3)', () => {
	row({ operation: 'POST /devices/query: SELECT *', call: 'Query.nextAsTwin', circumstances: 'in pages' }, async () => {
		const { deviceIds, condition } = await tagged();
		const query = registry().createQuery('SELECT * FROM devices WHERE ' + condition, 2);
		const sizes = [];
		const found = [];
		do {
			const twins = (await query.nextAsTwin()).result;
			sizes.push(twins.length);
			found.push(...twins.map(twin => twin.deviceId));
		} while (query.hasMoreResults);
		assert.deepStrictEqual(sizes, [2, 1]);
		assert.deepStrictEqual(found.sort(), deviceIds);
	});

	row({ operation: 'POST /devices/query: SELECT *', call: 'Query.nextAsTwin', circumstances: 'a twin that was found is changed' }, async () => {
		const { deviceIds, condition } = await tagged();
		const [twin] = (await registry().createQuery(`SELECT * FROM devices WHERE ${condition} AND deviceId = '${deviceIds[1]}'`).nextAsTwin()).result;
		await twin.update({ tags: { floor: 3 } });
		assert.strictEqual((await registry().getTwin(deviceIds[1])).responseBody.tags.floor, 3);
	});

	row({ operation: 'POST /devices/query: projection or aggregate', call: 'Query.next' }, async () => {
		const { deviceIds, condition } = await tagged();
		const rows = (await registry().createQuery('SELECT deviceId FROM devices WHERE ' + condition).next()).result;
		assert.deepStrictEqual(rows.map(one => one.deviceId).sort(), deviceIds);
		assert.deepStrictEqual((await registry().createQuery('SELECT COUNT() AS n FROM devices WHERE ' + condition).next()).result, [{ n: 3 }]);
	});

	row({ operation: 'POST /devices/query: projection or aggregate', call: 'Query.next', circumstances: 'what is no query',
		error: 'ArgumentError: BadRequest' }, refused => refused(registry().createQuery('SELECT deviceId WHERE').next()));
});
