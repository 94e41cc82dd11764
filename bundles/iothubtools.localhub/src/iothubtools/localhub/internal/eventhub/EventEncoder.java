// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.messages.SentMessage;

/** Writes events as AMQP has them (contract §7.1): once, when they come; whoever reads gets these bytes. */
final class EventEncoder {

	private static final int ANNOTATIONS = 0x72;
	private static final int PROPERTIES = 0x73;
	private static final int APPLICATION = 0x74;
	private static final int DATA = 0x75;

	/** The names of AMQP's own properties by their places; those with null are never there. */
	private static final @Nullable String[] PLACES = { "message-id", "user-id", "to", null, null, "correlation-id", "content-type",
			"content-encoding", "absolute-expiry-time" };
	private static final List<String> OWN = List.of("message-id", "user-id", "to", "correlation-id", "content-type", "content-encoding",
			"absolute-expiry-time");

	private EventEncoder() {
	}

	/** Writes an event. */
	static void write(Event event, AmqpBytes into) {
		Map<String, String> application = application(event);
		int annotations = into.beginMap(ANNOTATIONS);
		into.symbol("x-opt-sequence-number");
		into.number(event.sequenceNumber());
		into.symbol("x-opt-offset");
		into.string(Long.toString(event.offset()));
		into.symbol("x-opt-enqueued-time");
		into.time(event.enqueuedTime());
		event.annotations().forEach((name, value) -> {
			into.symbol(name);
			into.string(value);
		});
		into.symbol("iothub-enqueuedtime");
		into.time(event.enqueuedTime());
		into.end(annotations, 2 * (4 + event.annotations().size()));
		properties(event.properties(), into);
		if (!application.isEmpty()) {
			int map = into.beginMap(APPLICATION);
			application.forEach((name, value) -> {
				into.string(name);
				into.string(value);
			});
			into.end(map, 2 * application.size());
		}
		into.section(DATA);
		into.binary(event.body());
	}

	/** Properties that AMQP has no place for stand among the application's. */
	private static Map<String, String> application(Event event) {
		if (OWN.containsAll(event.properties().keySet())) {
			return event.applicationProperties();
		}
		Map<String, String> application = new LinkedHashMap<>(event.applicationProperties());
		event.properties().forEach((name, value) -> {
			if (!OWN.contains(name)) {
				application.putIfAbsent(name, value);
			}
		});
		return application;
	}

	/** Whether all that a message says of itself can be told from its event. */
	static boolean tells(Map<String, String> properties) {
		for (Map.Entry<String, String> property : properties.entrySet()) {
			String name = property.getKey();
			if (!OWN.contains(name) && !SentMessage.ANNOTATIONS.contains(name) || name.equals("absolute-expiry-time")) {
				return false;
			}
			if (name.startsWith("content-") && !property.getValue().chars().allMatch(c -> c < 0x80)) {
				// a symbol of AMQP has ASCII only
				return false;
			}
		}
		return true;
	}

	private static void properties(Map<String, String> properties, AmqpBytes into) {
		int last = PLACES.length;
		while (last > 0 && !properties.containsKey(PLACES[last - 1])) {
			last--;
		}
		if (last == 0) {
			return;
		}
		int list = into.beginList(PROPERTIES);
		for (int i = 0; i < last; i++) {
			String name = PLACES[i];
			property(i, name == null ? null : properties.get(name), into);
		}
		into.end(list, last);
	}

	private static void property(int place, @Nullable String value, AmqpBytes into) {
		if (value == null) {
			into.nothing();
		} else if (place == 1) {
			into.binary(value.getBytes(StandardCharsets.UTF_8));
		} else if (place == 6 || place == 7) {
			into.symbol(value);
		} else if (place == 8) {
			Instant expiry = instant(value);
			if (expiry == null) {
				into.nothing();
			} else {
				into.time(expiry);
			}
		} else {
			into.string(value);
		}
	}

	private static @Nullable Instant instant(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		} catch (DateTimeException e) {
			return null;
		}
	}
}
