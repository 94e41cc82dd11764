// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.faults.FaultPlanJson;
import iothubtools.localhub.internal.tls.FileTrouble;
import iothubtools.localhub.settings.HubConditions;
import iothubtools.localhub.settings.Throttling;
import iothubtools.localhub.settings.Throttling.Mode;
import iothubtools.localhub.settings.Tier;

/** Reads the options that make the hub hard to live with. */
final class ConditionArguments {

	private ConditionArguments() {
	}

	/**
	 * The conditions after one option more.
	 *
	 * @throws IllegalArgumentException with one line that says what is wrong
	 */
	static HubConditions read(String option, String value, HubConditions before) {
		Throttling throttling = before.throttling();
		return switch (option) {
		case "--throttling" ->
			before.withThrottling(new Throttling(word(Mode.class, option, value), throttling.tier(), throttling.units()));
		case "--tier" ->
			before.withThrottling(new Throttling(throttling.mode(), word(Tier.class, option, value), throttling.units()));
		case "--units" ->
			before.withThrottling(new Throttling(throttling.mode(), throttling.tier(), number(option, value)));
		case "--faults" -> before.withFaults(faults(value));
		default -> before.withQueryLag(Duration.ofSeconds(number(option, value)));
		};
	}

	private static <E extends Enum<E>> E word(Class<E> words, String option, String value) {
		try {
			return Enum.valueOf(words, value.toUpperCase(Locale.ROOT));
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(option + " cannot be " + value + ". " + Arguments.USAGE, e);
		}
	}

	private static int number(String option, String value) {
		try {
			return Integer.parseInt(value);
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException(option + " needs a number, not " + value + ". " + Arguments.USAGE, e);
		}
	}

	private static FaultPlan faults(String file) {
		try {
			return FaultPlanJson.read(Files.readAllBytes(Path.of(file)));
		} catch (IOException e) {
			throw new IllegalArgumentException("The fault plan " + file + " cannot be read: " + FileTrouble.of(e), e);
		} catch (InvalidPathException e) {
			throw new IllegalArgumentException("The fault plan " + file + " cannot be read: " + e.getMessage(), e);
		} catch (HubError e) {
			throw new IllegalArgumentException("The fault plan " + file + " is wrong: " + e.getMessage(), e);
		}
	}
}
