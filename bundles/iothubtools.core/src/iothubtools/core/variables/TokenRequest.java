// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.variables;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;

/**
 * What the argument of a variable for a token says.
 *
 * @param reference whom the token is for, see {@link HubReference}
 * @param life      how long it is good for
 */
record TokenRequest(String reference, Duration life) {

	private static final Duration USUAL = Duration.ofHours(1);
	/** As long as the dialog for tokens makes them: ten years. */
	private static final Duration LONGEST = Duration.ofDays(3650);
	private static final Pattern LIFE = Pattern.compile("([0-9]{1,7})([mhd])");

	/**
	 * Reads {@code reference} or {@code reference;8h}: minutes, hours or days; an hour if it does not say. No id that a connection string can hold
	 * has a semicolon.
	 *
	 * @throws CoreException if what stands behind the semicolon is no time, or a longer one than ten years
	 */
	static TokenRequest parse(String argument) throws CoreException {
		int end = argument.lastIndexOf(';');
		if (end < 0) {
			return new TokenRequest(argument, USUAL);
		}
		String text = argument.substring(end + 1).strip();
		Matcher matcher = LIFE.matcher(text);
		Duration life = matcher.matches() ? Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2))) : Duration.ZERO;
		if (life.isZero() || life.compareTo(LONGEST) > 0) {
			throw NoValue.because(NLS.bind(Messages.Lifetime, text, LONGEST.toDays()));
		}
		return new TokenRequest(argument.substring(0, end).strip(), life);
	}

	private static ChronoUnit unit(String letter) {
		return switch (letter) {
		case "m" -> ChronoUnit.MINUTES;
		case "h" -> ChronoUnit.HOURS;
		default -> ChronoUnit.DAYS;
		};
	}
}
