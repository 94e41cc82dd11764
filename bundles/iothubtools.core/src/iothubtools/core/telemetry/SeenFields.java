// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.amqp.telemetry.TelemetryMessage;

/** The fields that messages were seen to have, to be proposed as columns. Safe to use from any thread. */
public final class SeenFields {

	/** More would be no help to anybody. */
	private static final int MOST = 500;
	/** As deep as a path goes. */
	private static final int DEEPEST = 6;

	private final Set<String> properties = new TreeSet<>();
	private final Set<String> annotations = new TreeSet<>();
	private final Set<String> paths = new LinkedHashSet<>();
	private final Set<String> numbers = new LinkedHashSet<>();

	/** A message has these. */
	public synchronized void add(TelemetryMessage message) {
		addTo(properties, message.properties().keySet());
		addTo(annotations, message.annotations().keySet());
		JsonElement body = paths.size() < MOST ? MessageBody.json(message) : null;
		if (body != null) {
			collect("$", body, 0);
		}
	}

	private static void addTo(Set<String> seen, Set<String> names) {
		for (String name : names) {
			if (seen.size() < MOST) {
				seen.add(name);
			}
		}
	}

	private void collect(String path, JsonElement value, int depth) {
		if (value instanceof JsonObject object && depth < DEEPEST) {
			for (Map.Entry<String, JsonElement> member : object.entrySet()) {
				@Nullable String inner = BodyPath.member(path, member.getKey());
				if (inner != null && paths.size() < MOST) {
					collect(inner, member.getValue(), depth + 1);
				}
			}
		} else if (depth > 0) {
			paths.add(path);
			if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
				numbers.add(path);
			}
		}
	}

	/** The paths at which bodies had numbers. */
	public synchronized List<String> numbers() {
		return List.copyOf(numbers);
	}

	/** What stands in bodies first, then application properties and annotations. */
	public synchronized List<MessageField> all() {
		List<MessageField> fields = new ArrayList<>();
		for (String path : paths) {
			BodyPath known = BodyPath.of(path);
			if (known != null) {
				fields.add(new MessageField.InBody(known));
			}
		}
		properties.forEach(name -> fields.add(new MessageField.Property(name)));
		annotations.forEach(name -> fields.add(new MessageField.Annotation(name)));
		return fields;
	}
}
