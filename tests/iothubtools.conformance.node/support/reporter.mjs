// SPDX-License-Identifier: EPL-2.0
// Reports as Maven does: a TEST-*.xml that ./test.sh counts in the totals, named by the environment variable TEST_REPORT, and for people
// the tests that failed and "n of m passed".
import fs from 'node:fs';
import path from 'node:path';

const SUITE = 'iothubtools.conformance.node';

export default async function* report(events) {
	const cases = [];
	const outside = [];
	const suites = [];
	for await (const { type, data } of events) {
		if (type === 'test:start') {
			suites.length = data.nesting;
			suites[data.nesting] = data.name;
		} else if (type === 'test:pass' || type === 'test:fail') {
			const failure = type === 'test:fail' ? data.details.error : undefined;
			const place = suites[1] ?? SUITE;
			if (data.details.type !== 'suite') {
				cases.push({ place, name: data.name, seconds: data.details.duration_ms / 1000, failure });
				yield failure === undefined ? '' : `  failed: ${data.name}: ${messageOf(failure)}\n`;
			} else if (failure !== undefined && failure.failureType !== 'subtestsFailed') {
				// a hook
				cases.push({ place, name: data.name, seconds: 0, failure });
				yield `  failed: ${data.name}: ${messageOf(failure)}\n`;
			}
		} else if (type === 'test:diagnostic' && /^Error: /.test(data.message)) {
			outside.push(data.message);
			yield `  ${data.message}\n`;
		}
	}
	for (const message of outside) {
		cases.push({ place: SUITE, name: 'outside of a test', seconds: 0, failure: new Error(message) });
	}
	const passed = cases.filter(({ failure }) => failure === undefined).length;
	write(process.env.TEST_REPORT, cases);
	yield `Microsoft's SDKs for Node.js ${process.versions.node}: ${passed} of ${cases.length} passed\n`;
}

function messageOf(failure) {
	return String((failure.cause ?? failure).message ?? failure.cause ?? failure);
}

function write(file, cases) {
	if (file === undefined) {
		return;
	}
	const failed = cases.filter(({ failure }) => failure !== undefined).length;
	const lines = ['<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuite name="${SUITE}" tests="${cases.length}" failures="${failed}" errors="0" skipped="0">`];
	for (const { place, name, seconds, failure } of cases) {
		const attributes = `name="${escape(name)}" classname="${escape(SUITE + '.' + place)}" time="${seconds.toFixed(3)}"`;
		lines.push(failure === undefined ? `  <testcase ${attributes}/>` : `  <testcase ${attributes}>\n    `
			+ `<failure message="${escape(messageOf(failure))}">${escape(String((failure.cause ?? failure).stack ?? ''))}</failure>\n  </testcase>`);
	}
	lines.push('</testsuite>', '');
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, lines.join('\n'));
}

function escape(text) {
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '?').replace(/[&<>"\n]/g, character =>
		({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' })[character]);
}
