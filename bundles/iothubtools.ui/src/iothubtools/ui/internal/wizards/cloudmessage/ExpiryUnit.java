// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** What the time until a message expires is counted in. */
public enum ExpiryUnit {
	SECONDS(ChronoUnit.SECONDS, Messages.Seconds), MINUTES(ChronoUnit.MINUTES, Messages.Minutes), HOURS(ChronoUnit.HOURS, Messages.Hours),
	DAYS(ChronoUnit.DAYS, Messages.Days);

	private final ChronoUnit unit;
	private final String label;

	ExpiryUnit(ChronoUnit unit, String label) {
		this.unit = unit;
		this.label = label;
	}

	Duration of(int count) {
		return Duration.of(count, unit);
	}

	/** As a person reads it. */
	public String label() {
		return label;
	}
}
