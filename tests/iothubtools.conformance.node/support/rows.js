// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { describe, it } = require('node:test');

const TIMEOUT_MILLISECONDS = 90000;

/** Addresses, tracking ids, times, etags. */
const DIFFERENT = /\b127\.\d+\.\d+\.\d+\b|(?<="(trackingId|timestampUtc)\\?":\\?")[^"\\]*|(?<=(existingVersion|If-Match):)\w+=*/g;

const sections = [];
let current;

/** A section of docs/conformance.md: its title and the section of the contract that it is about. */
function section(title, rows) {
	describe(title, () => {
		current = { title, rows: [] };
		sections.push(current);
		rows();
	});
}

/**
 * A row of docs/conformance.md that the test proves.
 *
 * operation: of the contract; call: of the SDK; circumstances: what is special; error: what the caller is refused with, which the test has
 * to see with its argument, the function refused; unsupported: the local hub or the SDK does not have it.
 */
function row({ operation, call, circumstances, error, unsupported }, test) {
	const entry = { operation, call, circumstances, error, unsupported, proved: false };
	current.rows.push(entry);
	const name = [call ?? 'plain HTTP', circumstances].filter(part => part).join(', ');
	it(`${operation}: ${name}`, { timeout: TIMEOUT_MILLISECONDS }, async () => {
		let seen = false;
		await test(async attempt => {
			assert.strictEqual(await errorOf(attempt), error);
			seen = true;
		});
		assert.ok(seen || error === undefined, 'The test passed without seeing the error it declares');
		entry.proved = true;
	});
}

/** What the caller is told, without what differs each time. */
async function errorOf(attempt) {
	try {
		await (typeof attempt === 'function' ? attempt() : attempt);
	} catch (error) {
		// Node.js words those of JSON differently from version to version
		return error instanceof SyntaxError ? error.name : `${error.name}: ${error.message}`.replace(DIFFERENT, '…');
	}
	return 'no error';
}

/** All rows as the section of docs/conformance.md. */
function page() {
	const lines = [];
	for (const { title, rows } of sections) {
		lines.push('', `### ${title}`, '', '| operation | call | result |', '|---|---|---|');
		let operation;
		for (const one of rows) {
			const first = one.operation === operation ? '' : code(one.operation);
			operation = one.operation;
			const call = [one.call === undefined ? 'plain HTTP' : code(one.call), one.circumstances].filter(part => part).join(', ');
			lines.push(`| ${first} | ${call} | ${result(one)} |`);
		}
	}
	return lines.join('\n') + '\n';
}

function result({ error, unsupported }) {
	if (error === undefined) {
		return 'yes';
	}
	return (unsupported ? '**not supported**: ' : 'refused: ') + code(error);
}

function code(text) {
	return '`' + text.replaceAll('|', '\\|') + '`';
}

/** The rows whose tests did not pass. */
function unproved() {
	return sections.flatMap(({ rows }) => rows).filter(({ proved }) => !proved);
}

module.exports = { section, row, page, unproved };
