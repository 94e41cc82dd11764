// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Mqtt } = require('azure-iot-device-mqtt');
const { eventually } = require('../support/eventually');
const { jobs, newDevice, newId, registry, service, withDevice } = require('../support/clients');
const { section, row } = require('../support/rows');

const SECONDS = 60;

function inAnHour() {
	return new Date(Date.now() + 3600000);
}

/** The job when it is over. */
function completed(jobId) {
	return eventually('the end of ' + jobId, async () => {
		const { jobStatus } = await jobs().getJob(jobId);
		assert.ok(['queued', 'scheduled', 'running', 'completed'].includes(jobStatus.status), jobStatus.status + ' ' + jobStatus.failureReason);
		return jobStatus.status === 'completed' ? jobStatus : undefined;
	});
}

section('Scheduled jobs (§3.9)', () => {
	row({ operation: 'PUT /jobs/v2/{id}', call: 'JobClient.scheduleTwinUpdate' }, async () => {
		const deviceId = newId('job');
		const jobId = newId('job');
		await registry().create({ deviceId });
		await jobs().scheduleTwinUpdate(jobId, `deviceId = '${deviceId}'`, { etag: '*', tags: { by: 'job' } }, new Date(), SECONDS);
		const { deviceJobStatistics } = await completed(jobId);
		assert.strictEqual(deviceJobStatistics.succeededCount, 1);
		assert.deepStrictEqual((await registry().getTwin(deviceId)).responseBody.tags, { by: 'job' });
	});

	row({ operation: 'PUT /jobs/v2/{id}', call: 'JobClient.scheduleTwinUpdate', circumstances: 'the patch without an etag, which the service wants to be *',
		error: 'ArgumentError: The etag of updateTwin must be *.' }, refused => refused(jobs().scheduleTwinUpdate(newId('job'), '*', { tags: {} }, inAnHour(), SECONDS)));

	row({ operation: 'PUT /jobs/v2/{id}', call: 'JobClient.scheduleDeviceMethod', circumstances: 'one device answers, one is away' }, async () => {
		const [here, away, jobId] = [newId('here'), newId('away'), newId('job')];
		await registry().create({ deviceId: away });
		await withDevice(await newDevice(here), Mqtt, async client => {
			client.onDeviceMethod('restart', (request, response) => { response.send(200, { was: request.payload }, () => {}); });
			// waits until the device has subscribed to methods
			await service().invokeDeviceMethod(here, { methodName: 'restart', payload: 0, connectTimeoutInSeconds: 20, responseTimeoutInSeconds: 20 });
			await jobs().scheduleDeviceMethod(jobId, `deviceId IN ['${here}', '${away}']`,
				{ methodName: 'restart', payload: { in: 5 }, responseTimeoutInSeconds: 10 }, new Date(), SECONDS);
			const { deviceJobStatistics } = await completed(jobId);
			assert.strictEqual(deviceJobStatistics.succeededCount, 1);
			assert.strictEqual(deviceJobStatistics.failedCount, 1);
		});
		const rows = (await registry().createQuery(`SELECT * FROM devices.jobs WHERE devices.jobs.jobId = '${jobId}'`).next()).result;
		const { outcome } = rows.find(one => one.deviceId === here);
		assert.deepStrictEqual(outcome.deviceMethodResponse, { payload: { was: { in: 5 } }, status: 200 });
	});

	row({ operation: 'PUT /jobs/v2/{id}', call: 'JobClient.scheduleTwinUpdate', circumstances: 'there is one of that id',
		error: "DeviceAlreadyExistsError: A job with ID 'twice' already exists." }, async refused => {
		await jobs().scheduleTwinUpdate('twice', "deviceId = 'none'", { etag: '*', tags: {} }, inAnHour(), SECONDS);
		await refused(jobs().scheduleTwinUpdate('twice', "deviceId = 'none'", { etag: '*', tags: {} }, inAnHour(), SECONDS));
		await jobs().cancelJob('twice');
	});

	row({ operation: 'GET /jobs/v2/{id}', call: 'JobClient.getJob', circumstances: 'there is none, which the service answers with 200' }, async () => {
		assert.strictEqual((await jobs().getJob('none')).jobStatus.status, 'unknown');
	});

	row({ operation: 'POST /jobs/v2/{id}/cancel', call: 'JobClient.cancelJob' }, async () => {
		const jobId = newId('job');
		await jobs().scheduleTwinUpdate(jobId, '*', { etag: '*', tags: { by: 'nobody' } }, inAnHour(), SECONDS);
		assert.strictEqual((await jobs().getJob(jobId)).jobStatus.status, 'scheduled');
		await jobs().cancelJob(jobId);
		assert.strictEqual((await jobs().getJob(jobId)).jobStatus.status, 'cancelled');
	});

	row({ operation: 'GET /jobs/v2/query', call: 'JobClient.createQuery', circumstances: 'by type and status, in pages' }, async () => {
		const jobIds = [newId('listed'), newId('listed'), newId('listed')];
		for (const jobId of jobIds) {
			await jobs().scheduleTwinUpdate(jobId, '*', { etag: '*', tags: {} }, inAnHour(), SECONDS);
		}
		const query = jobs().createQuery('scheduleUpdateTwin', 'scheduled', 2);
		const found = [];
		do {
			// next() without the token is the first page each time, when its result is a promise
			const page = (await query.next(query.continuationToken)).result;
			assert.ok(page.length <= 2);
			found.push(...page.map(job => job.jobId));
		} while (query.hasMoreResults);
		assert.deepStrictEqual(found.sort(), jobIds);
		await Promise.all(jobIds.map(jobId => jobs().cancelJob(jobId)));
	});
});
