// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.messages;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

/** Judges a whole message by {@link MessageRules} and the size limit. */
final class MessageCheck {

	private MessageCheck() {
	}

	static @Nullable String problem(DeviceMessage message) {
		if (message.size() > DeviceMessage.MAX_SIZE) {
			return String.format(Locale.ROOT, "The message has %,d bytes with its properties, at most %,d are possible",
					message.size(), DeviceMessage.MAX_SIZE);
		}
		String problem = problem("Message id", message.messageId(), MessageRules::idProblem);
		if (problem == null) {
			problem = problem("Correlation id", message.correlationId(), MessageRules::idProblem);
		}
		if (problem == null) {
			problem = problem("Content type", message.contentType(), MessageRules::contentProblem);
		}
		if (problem == null) {
			problem = problem("Content encoding", message.contentEncoding(), MessageRules::contentProblem);
		}
		return problem == null ? problem(message.properties()) : problem;
	}

	private static @Nullable String problem(Map<String, String> properties) {
		Set<String> names = new HashSet<>();
		for (Map.Entry<String, String> property : properties.entrySet()) {
			String name = property.getKey();
			String problem = problem("Property name " + name, name, MessageRules::nameProblem);
			if (problem == null) {
				problem = problem("Value of property " + name, property.getValue(), MessageRules::valueProblem);
			}
			if (problem == null && !names.add(name.toLowerCase(Locale.ROOT))) {
				problem = "Property name " + name + ": is there twice, upper and lower case do not differ over HTTP";
			}
			if (problem != null) {
				return problem;
			}
		}
		return null;
	}

	private static @Nullable String problem(String what, @Nullable String value,
			Function<String, @Nullable String> rule) {
		String problem = value == null ? null : rule.apply(value);
		return problem == null ? null : what + ": " + problem;
	}
}
