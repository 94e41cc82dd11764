// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.util.ArrayList;
import java.util.List;

import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;

/** The fault plan at work. Another may take its place at any time; counting begins anew then. */
public final class Faults {

	private long seed;
	private List<ActiveRule> rules = List.of();
	/** Without rules nothing waits for the lock. */
	private volatile boolean any;

	/**
	 * What a rule has done so far.
	 *
	 * @param rule      the rule
	 * @param seen      how many operations it was about
	 * @param injected  how many of them it hit
	 */
	public record RuleCount(FaultRule rule, long seen, long injected) {
	}

	/** With the plan to begin with. */
	public Faults(FaultPlan plan) {
		replace(plan);
	}

	/** Goes by another plan from now on. */
	public synchronized void replace(FaultPlan plan) {
		List<ActiveRule> active = new ArrayList<>();
		for (FaultRule rule : plan.rules()) {
			active.add(new ActiveRule(rule, plan.seed() + active.size()));
		}
		seed = plan.seed();
		rules = active;
		any = !active.isEmpty();
	}

	/** The plan at work. */
	public synchronized FaultPlan plan() {
		return new FaultPlan(seed, rules.stream().map(ActiveRule::rule).toList());
	}

	/** What goes wrong with the next of these operations. */
	Fault next(String operation) {
		return any ? draw(operation) : Fault.NONE;
	}

	private synchronized Fault draw(String operation) {
		Fault fault = Fault.NONE;
		for (ActiveRule active : rules) {
			if (active.hits(operation)) {
				fault = fault.and(active.rule().effect());
			}
		}
		return fault;
	}

	/** The seed of the plan. */
	synchronized long seed() {
		return seed;
	}

	/** The rules of the plan, each with what it has done. */
	public synchronized List<RuleCount> counts() {
		return rules.stream().map(active -> new RuleCount(active.rule(), active.seen(), active.injected())).toList();
	}
}
