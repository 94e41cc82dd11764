// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.ArrayList;
import java.util.List;

import iothubtools.amqp.telemetry.TelemetryMessage;

/**
 * Which messages are shown: those that meet all conditions of a text, which are separated by blanks.
 * <ul>
 * <li>{@code word} or {@code "some words"}: body, properties or device id contain it, in any case
 * <li>{@code /expression/}: the regular expression is found in one of these
 * <li>{@code device:line-*}, {@code module:}, {@code source:}: it is like that, with {@code *} and {@code ?}
 * <li>{@code property:level=high}, {@code annotation:name}: it is there, or compares so; also {@code != < <= > >=}
 * <li>{@code $.temperature > 30}: the same for what stands at a path of a JSON body
 * <li>{@code !} before any of them: it is not so
 * </ul>
 */
public interface MessageFilter {

	/** All messages. */
	MessageFilter ALL = message -> true;

	/** Whether the message is shown. */
	boolean passes(TelemetryMessage message);

	/**
	 * The filter that a text is; {@link #ALL} for a blank one.
	 *
	 * @throws FilterException if it is none, with what is wrong in words for a person
	 */
	static MessageFilter parse(String text) throws FilterException {
		List<MessageFilter> conditions = new ArrayList<>(new FilterParser(text).conditions());
		return switch (conditions.size()) {
		case 0 -> ALL;
		case 1 -> conditions.get(0);
		default -> message -> {
			for (MessageFilter condition : conditions) {
				if (!condition.passes(message)) {
					return false;
				}
			}
			return true;
		};
		};
	}
}
