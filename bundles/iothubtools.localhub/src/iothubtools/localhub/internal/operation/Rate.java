// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.time.Duration;

/**
 * How much a unit of a tier may do.
 *
 * @param perUnit  so much in the window for each unit
 * @param atLeast  and no less than this, however few units there are
 * @param window   the time it is counted over
 */
public record Rate(double perUnit, double atLeast, Duration window) {

	static Rate perMinute(double perUnit) {
		return new Rate(perUnit, 0, Duration.ofMinutes(1));
	}

	static Rate perSecond(double perUnit, double atLeast) {
		return new Rate(perUnit, atLeast, Duration.ofSeconds(1));
	}

	/** What so many units may do in a window. */
	public double of(int units) {
		return Math.max(perUnit * units, atLeast);
	}
}
