// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.eventhub.EventPartition;

/**
 * Answers the requests at {@code $management} of the built-in endpoint: what it is, and what its partitions have (contract §7.2).
 *
 * @param events     the endpoint
 * @param admission  fails when the client may not ask; gets the token that is in the request, null for none
 */
record EventHubManagement(EventHub events, Consumer<@Nullable String> admission) {

	private static final String EVENT_HUB = "com.microsoft:eventhub";
	private static final String PARTITION = "com.microsoft:partition";

	/** Answers READ. */
	Message answer(Message request) {
		ApplicationProperties properties = request.getApplicationProperties();
		Map<String, Object> values = properties == null || properties.getValue() == null ? Map.of() : properties.getValue();
		if (!"READ".equals(values.get("operation"))) {
			return RequestLink.response(400, "The operation must be READ.");
		}
		try {
			admission.accept(AmqpMessages.text(values.get("security_token")));
		} catch (HubError e) {
			return RequestLink.response(e.code().status(), String.valueOf(e.getMessage()));
		}
		if (!EventHub.NAME.equalsIgnoreCase(String.valueOf(values.get("name")))) {
			return RequestLink.response(404, "The messaging entity '" + values.get("name") + "' could not be found.");
		}
		if (EVENT_HUB.equals(values.get("type"))) {
			return ok(eventHub());
		}
		EventPartition partition = events.partition(String.valueOf(values.get("partition")));
		return !PARTITION.equals(values.get("type")) ? RequestLink.response(400, "The type must be " + EVENT_HUB + " or " + PARTITION + '.')
				: partition == null ? RequestLink.response(404, "There is no partition '" + values.get("partition") + "'.")
						: ok(partition(partition));
	}

	private static Message ok(Map<String, Object> facts) {
		Message response = RequestLink.response(200, "OK");
		response.setBody(new AmqpValue(facts));
		return response;
	}

	private Map<String, Object> eventHub() {
		List<EventPartition> partitions = events.partitions();
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("name", EventHub.NAME);
		facts.put("type", EVENT_HUB);
		facts.put("created_at", Date.from(events.created()));
		facts.put("partition_count", partitions.size());
		facts.put("partition_ids", partitions.stream().map(one -> Integer.toString(one.number())).toArray(String[]::new));
		facts.put("georeplication_factor", 1);
		return facts;
	}

	private static Map<String, Object> partition(EventPartition partition) {
		EventPartition.Facts known = partition.facts();
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("name", EventHub.NAME);
		facts.put("type", PARTITION);
		facts.put("partition", Integer.toString(partition.number()));
		facts.put("begin_sequence_number", known.firstSequence());
		facts.put("last_enqueued_sequence_number", known.lastSequence());
		facts.put("last_enqueued_offset", Long.toString(known.lastOffset()));
		facts.put("last_enqueued_time_utc", Date.from(Instant.ofEpochMilli(known.lastMillis())));
		facts.put("is_partition_empty", known.empty());
		return facts;
	}
}
