// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

import java.time.Duration;

import iothubtools.localhub.faults.FaultPlan;

/**
 * What makes a hub on this machine as hard to live with as the service may be. All of it is off unless asked for.
 *
 * @param throttling  rates beyond which the hub slows down or refuses
 * @param faults      what it does wrong on purpose
 * @param queryLag    how long a change of a device, module or twin takes to be seen by queries, by the hub's clock
 */
public record HubConditions(Throttling throttling, FaultPlan faults, Duration queryLag) {

	/** No throttling, no faults, no lag. */
	public static final HubConditions CALM = new HubConditions(Throttling.OFF, FaultPlan.NONE, Duration.ZERO);

	/** @throws IllegalArgumentException for a negative lag */
	public HubConditions {
		if (queryLag.isNegative()) {
			throw new IllegalArgumentException("the query lag must not be negative");
		}
	}

	/** The same with other rates. */
	public HubConditions withThrottling(Throttling newThrottling) {
		return new HubConditions(newThrottling, faults, queryLag);
	}

	/** The same with other faults. */
	public HubConditions withFaults(FaultPlan newFaults) {
		return new HubConditions(throttling, newFaults, queryLag);
	}

	/** The same with another lag. */
	public HubConditions withQueryLag(Duration newLag) {
		return new HubConditions(throttling, faults, newLag);
	}
}
