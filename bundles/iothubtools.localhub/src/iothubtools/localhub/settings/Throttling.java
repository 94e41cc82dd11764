// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

/**
 * Whether a hub slows down or refuses what goes beyond the rates and the daily messages of its tier (contract §6).
 *
 * @param mode   what happens beyond them
 * @param tier   the tier
 * @param units  units of it, which most rates grow with
 */
public record Throttling(Mode mode, Tier tier, int units) {

	/** As fast as it can. */
	public static final Throttling OFF = new Throttling(Mode.OFF, Tier.S1, 1);

	/** What happens to an operation beyond its rate. */
	public enum Mode {
		/** Nothing: there are no rates. */
		OFF,
		/** It waits, up to ten seconds, as at the service; beyond that it is 429 ThrottlingBacklogTimeout. */
		SHAPE,
		/** It is 429 ThrottlingException at once. */
		REJECT
	}

	/** @throws IllegalArgumentException for less than one unit, or more than a hub can have */
	public Throttling {
		if (units < 1 || units > 200) {
			throw new IllegalArgumentException("units must be between 1 and 200, not " + units);
		}
	}

	/** One unit of a tier. */
	public static Throttling of(Mode mode, Tier tier) {
		return new Throttling(mode, tier, 1);
	}
}
