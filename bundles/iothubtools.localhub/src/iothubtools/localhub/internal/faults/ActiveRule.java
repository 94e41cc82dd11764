// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.util.Random;

import iothubtools.localhub.faults.FaultRule;

/** A rule at work: it counts, and draws lots of its own, so that other rules do not change what it hits. */
final class ActiveRule {

	private final FaultRule rule;
	private final Random lots;
	private long seen;
	private long injected;

	ActiveRule(FaultRule rule, long seed) {
		this.rule = rule;
		this.lots = new Random(seed);
	}

	FaultRule rule() {
		return rule;
	}

	/** Whether it hits the next of these operations. */
	boolean hits(String operation) {
		if (!rule.isAbout(operation)) {
			return false;
		}
		seen++;
		if (seen <= rule.skip() || injected >= rule.times() || lots.nextDouble() >= rule.rate()) {
			return false;
		}
		injected++;
		return true;
	}

	/** How many operations it was about. */
	long seen() {
		return seen;
	}

	/** How many it hit. */
	long injected() {
		return injected;
	}
}
