// SPDX-License-Identifier: EPL-2.0
'use strict';

const DEADLINE_MILLISECONDS = 30000;
const PAUSE_MILLISECONDS = 50;

/** Asks until the answer is one that counts as true, and returns it. An error that is thrown ends it. */
async function eventually(what, ask) {
	const deadline = Date.now() + DEADLINE_MILLISECONDS;
	for (;;) {
		const answer = await ask();
		if (answer) {
			return answer;
		}
		if (Date.now() > deadline) {
			throw new Error(`Not within ${DEADLINE_MILLISECONDS / 1000} s: ${what}`);
		}
		await new Promise(resolve => { setTimeout(resolve, PAUSE_MILLISECONDS); });
	}
}

/** What happens first, or an error when nothing does. */
function inTime(what, promise) {
	let timer;
	const late = new Promise((resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`Not within ${DEADLINE_MILLISECONDS / 1000} s: ${what}`)), DEADLINE_MILLISECONDS);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

module.exports = { eventually, inTime };
