// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/**
 * The ids of many devices in one text: {@code sensor-{n}} is sensor-1, sensor-2 and so on, {@code sensor-{n:03}} sensor-001, sensor-002. No id has
 * a brace, so that a text is either an id or a pattern.
 *
 * @param text with the number in braces at least once
 */
public record DeviceIdPattern(String text) {

	private static final Pattern NUMBER = Pattern.compile("\\{n(?::0([1-9]))?\\}");

	/**
	 * @throws InvalidInputException for {@code deviceId} when {@link #problem} has something to say
	 */
	public DeviceIdPattern {
		String problem = problem(text);
		if (problem != null) {
			throw new InvalidInputException("deviceId", problem);
		}
	}

	/** Whether a text is meant as one; it may still be wrong. */
	public static boolean isMeant(String text) {
		return text.indexOf('{') >= 0;
	}

	/** Why a text is no pattern, in plain English; null if it is one. */
	public static @Nullable String problem(String text) {
		Matcher number = NUMBER.matcher(text);
		String rest = number.replaceAll("");
		return rest.length() == text.length() || rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0
				? "write {n} where the number goes, or {n:03} for at least three digits" : null;
	}

	/** The id with this number. */
	public String id(int number) {
		return NUMBER.matcher(text).replaceAll(place -> place.group(1) == null ? Integer.toString(number)
				: String.format("%0" + place.group(1) + "d", number));
	}

	/** The ids with the numbers from one to another, which belongs to them. */
	public List<String> ids(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj(this::id).toList();
	}
}
