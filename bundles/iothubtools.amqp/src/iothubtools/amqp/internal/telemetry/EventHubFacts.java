// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.RequestLinks;
import iothubtools.amqp.internal.ShownTokens;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;

/** Asks an Event Hub what it is, at its {@code $management} (contract §7.2). */
final class EventHubFacts {

	private static final int CREDIT = 100;

	private final RequestLinks links;
	private final String entity;
	private final ShownTokens tokens;

	/** Opens the links. */
	EventHubFacts(AmqpConnection connection, String address, String entity, ShownTokens tokens, Runnable whenOpen, Consumer<HubException> whenEnded) {
		this.entity = entity;
		this.tokens = tokens;
		links = new RequestLinks(connection, address, CREDIT, whenOpen, whenEnded);
	}

	/** The ids of its partitions. */
	void partitions(Consumer<List<String>> whenKnown, Consumer<HubException> whenNot) {
		read(Map.of("type", "com.microsoft:eventhub"), facts -> {
			List<String> ids = new ArrayList<>();
			Object given = facts.get("partition_ids");
			if (given instanceof Object[] array) {
				for (Object id : array) {
					ids.add(String.valueOf(id));
				}
			} else if (given instanceof List<?> list) {
				list.forEach(id -> ids.add(String.valueOf(id)));
			}
			whenKnown.accept(ids);
		}, whenNot);
	}

	/** The offset of the last message of a partition, or one before all where it never had any. */
	void lastOffset(String partition, Consumer<String> whenKnown, Consumer<HubException> whenNot) {
		read(Map.of("type", "com.microsoft:partition", "partition", partition), facts -> {
			Object offset = facts.get("last_enqueued_offset");
			if (offset == null || offset.toString().isEmpty()) {
				whenNot.accept(unexpected());
			} else {
				whenKnown.accept(offset.toString());
			}
		}, whenNot);
	}

	private void read(Map<String, Object> what, Consumer<Map<?, ?>> whenRead, Consumer<HubException> whenNot) {
		tokens.next().whenComplete((token, failure) -> {
			if (failure != null) {
				// those of a key are always there
				whenNot.accept(unexpected());
				return;
			}
			Map<String, Object> properties = new LinkedHashMap<>(what);
			properties.put("operation", "READ");
			properties.put("name", entity);
			properties.put("security_token", token.value());
			links.ask(properties, "", answer -> {
				if (!answer.isGood()) {
					whenNot.accept(AmqpFailures.ofStatus(answer.status(), answer.description()));
				} else if (answer.body() instanceof Map<?, ?> facts) {
					whenRead.accept(facts);
				} else {
					whenNot.accept(unexpected());
				}
			});
		});
	}

	private static ProtocolException unexpected() {
		return new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0, "The built-in endpoint does not say what it has", null);
	}
}
