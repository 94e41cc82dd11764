// SPDX-License-Identifier: EPL-2.0
'use strict';

const { spawn } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const https = require('node:https');
const net = require('node:net');
const path = require('node:path');
const { eventually } = require('./eventually');

const STOP_MILLISECONDS = 20000;
const LAST_LINE = 'Data directory:';

/** The ports that Microsoft's SDKs insist on. */
const HTTPS = 443;
const MQTT = 8883;
const AMQP = 5671;

/** The local hub as ./localhub.sh starts it, a process of its own, on a loopback address of its own. */
class Hub {

	/** A hub whose libraries are in one folder and whose state is in another, with more options of localhub.sh. */
	constructor(libraries, data, options = []) {
		this.libraries = libraries;
		this.data = data;
		this.options = options;
		/** Agent for WebSocket where port 443 may not be bound; undefined where none is needed. */
		this.agent = undefined;
	}

	/** The PEM file of its certificate authority. */
	get caFile() {
		return path.join(this.data, 'ca.pem');
	}

	/** Starts it, with what it kept, and returns when it serves. */
	async start() {
		this.host ??= await freeHost();
		this.port ??= await mayHavePort443(this.host) ? HTTPS : await freePort(this.host);
		if (this.port !== HTTPS && this.agent === undefined) {
			this.#sendPort443Here();
		}
		const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
		const log = fs.openSync(this.data + '.log', 'a');
		this.process = spawn(java, ['-XX:TieredStopAtLevel=1', '-Xmx256m', '-cp', path.join(this.libraries, '*'),
			'iothubtools.localhub.internal.cli.Main', '--host', this.host, '--port', String(this.port), '--mqtt-port', String(MQTT), '--amqp-port', String(AMQP),
			'--data', this.data, '--devices', '0', ...this.options], { stdio: ['ignore', 'pipe', log] });
		fs.closeSync(log);
		let output = '';
		this.process.stdout.setEncoding('utf8').on('data', text => { output += text; });
		await eventually('the hub serves ' + this.host, () => {
			if (this.process.exitCode !== null) {
				throw new Error('The local hub did not start: ' + output + ' See ' + this.data + '.log');
			}
			return output.includes(LAST_LINE) && output.endsWith('\n');
		});
		this.connectionString = output.match(/^Service connection string: *(.*)$/m)[1].replace(/(HostName=[^;:]*):\d+/, '$1');
	}

	/** Ends it as Ctrl+C does. */
	async stop() {
		if (this.process === undefined || this.process.exitCode !== null) {
			return;
		}
		const ended = new Promise(resolve => { this.process.once('exit', resolve); });
		const giveUp = setTimeout(() => this.process.kill('SIGKILL'), STOP_MILLISECONDS);
		this.process.kill('SIGTERM');
		await ended;
		clearTimeout(giveUp);
	}

	/** Ends it at once, when it still runs. */
	kill() {
		if (this.process?.exitCode === null) {
			this.process.kill('SIGKILL');
		}
	}

	/** A token with the rights of iothubowner. */
	token() {
		const key = this.connectionString.match(/SharedAccessKey=(.*)$/)[1];
		const expiry = Math.floor(Date.now() / 1000) + 3600;
		const signature = crypto.createHmac('sha256', Buffer.from(key, 'base64')).update(this.host + '\n' + expiry).digest('base64');
		return `SharedAccessSignature sr=${this.host}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=iothubowner`;
	}

	/** Plain HTTP as iothubowner, where no SDK has the operation: {status, headers, body}. */
	call(method, target, { body, headers } = {}) {
		return new Promise((resolve, reject) => {
			const separator = target.includes('?') ? '&' : '?';
			const request = https.request({ method, host: this.host, path: target + separator + 'api-version=2021-04-12',
				headers: { Authorization: this.token(), ...headers } }, response => {
				let text = '';
				response.setEncoding('utf8').on('data', part => { text += part; });
				response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
				response.on('error', reject);
			});
			request.on('error', reject);
			request.end(body);
		});
	}

	/** What a device and its modules sent, oldest first, once there are so many. */
	messages(deviceId, count) {
		return eventually(count + ' messages of ' + deviceId, async () => {
			const messages = JSON.parse((await this.call('GET', '/localhub/messages?deviceId=' + encodeURIComponent(deviceId))).body);
			return messages.length >= count ? messages : undefined;
		});
	}

	/** The SDKs know no other port than 443: where that may not be bound, what connects to it is sent to the hub's own, whichever agent it has. */
	#sendPort443Here() {
		const { port } = this;
		const connect = https.Agent.prototype.createConnection;
		https.Agent.prototype.createConnection = function createConnection(options, done) {
			return connect.call(this, options.port === HTTPS ? { ...options, port } : options, done);
		};
		this.agent = https.globalAgent;
	}
}

/** An address on which the ports of MQTT and AMQP are free, and 443 too where it may be bound. Linux and Windows have all of 127.0.0.0/8. */
async function freeHost() {
	const isFree = async host => await canBind(host, MQTT) && canBind(host, AMQP);
	for (let i = 0; i < 20; i++) {
		const host = '127.' + [0, 0, 0].map(() => crypto.randomInt(1, 255)).join('.');
		if (await isFree(host)) {
			return host;
		}
	}
	if (await isFree('127.0.0.1')) {
		return '127.0.0.1';
	}
	throw new Error(`Microsoft's SDKs speak MQTT on port ${MQTT} and AMQP on port ${AMQP} only, and these are free on no loopback address. Stop what uses them.`);
}

/** CONFORMANCE_WITHOUT_443=true: as on a machine where it may not be bound. */
async function mayHavePort443(host) {
	return process.env.CONFORMANCE_WITHOUT_443 !== 'true' && canBind(host, HTTPS);
}

function canBind(host, port) {
	return bind(host, port).then(() => true, () => false);
}

function freePort(host) {
	return bind(host, 0);
}

/** The port that was bound, and is free again. */
function bind(host, port) {
	return new Promise((resolve, reject) => {
		const server = net.createServer();
		server.once('error', reject);
		server.listen(port, host, () => {
			const bound = server.address().port;
			server.close(() => resolve(bound));
		});
	});
}

module.exports = { Hub };
