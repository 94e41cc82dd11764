// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.faults;

import java.util.List;

/**
 * What a hub does wrong on purpose. With the same seed and the same operations in the same order, the same ones are hit.
 *
 * @param seed   of the rates
 * @param rules  all of them are looked at for each operation, in this order: delays add up, and the first other effect is it
 */
public record FaultPlan(long seed, List<FaultRule> rules) {

	/** No faults. */
	public static final FaultPlan NONE = new FaultPlan(0, List.of());

	/** A plan that nobody changes afterwards. */
	public FaultPlan {
		rules = List.copyOf(rules);
	}

	/** A plan of these rules, with the seed 0. */
	public static FaultPlan of(FaultRule... rules) {
		return new FaultPlan(0, List.of(rules));
	}

	/** The same rules with another seed. */
	public FaultPlan withSeed(long newSeed) {
		return new FaultPlan(newSeed, rules);
	}
}
