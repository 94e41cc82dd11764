// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub;

/**
 * What makes a hub on this machine as hard to live with as the service may be. All of it is off unless asked for.
 *
 * @param throttling  rates beyond which the hub slows down or refuses
 * @param faults      what it does wrong on purpose
 */
public record HubConditions(Throttling throttling, FaultPlan faults) {

	/** No throttling, no faults. */
	public static final HubConditions CALM = new HubConditions(Throttling.OFF, FaultPlan.NONE);

	/** The same with other rates. */
	public HubConditions withThrottling(Throttling newThrottling) {
		return new HubConditions(newThrottling, faults);
	}

	/** The same with other faults. */
	public HubConditions withFaults(FaultPlan newFaults) {
		return new HubConditions(throttling, newFaults);
	}
}
