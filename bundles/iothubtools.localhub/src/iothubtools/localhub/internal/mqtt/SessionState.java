// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.handler.codec.mqtt.MqttQoS;

/**
 * What a session without the clean flag keeps from one connection to the next: its subscriptions, and which
 * cloud-to-device messages were sent and not acknowledged. Used by one connection at a time.
 */
final class SessionState {

	/** The service's own limit. */
	private static final int MOST_SUBSCRIPTIONS = 5;
	/** More than a queue ever holds; what expired or was purged is never acknowledged and would stay. */
	private static final int MOST_SENT = 200;

	private final String generationId;
	private final Map<TopicFilter, Granted> subscriptions = new HashMap<>();
	private final Set<Long> sent = new HashSet<>();

	/** What a filter is for, and with which quality. */
	private record Granted(Set<Subscription> kinds, MqttQoS quality) {
	}

	/** Of a device of that generation. */
	SessionState(String generationId) {
		this.generationId = generationId;
	}

	/** Whether it is of the device that has this generation now, not of one that was deleted. */
	boolean isOf(String generation) {
		return generationId.equals(generation);
	}

	/** Subscribes with a filter; false when the client has as many already as one may have. */
	synchronized boolean subscribe(TopicFilter filter, Set<Subscription> kinds, MqttQoS quality) {
		if (subscriptions.size() >= MOST_SUBSCRIPTIONS && !subscriptions.containsKey(filter)) {
			return false;
		}
		subscriptions.put(filter, new Granted(kinds, quality));
		return true;
	}

	/** Ends the subscription with this very filter. */
	synchronized void unsubscribe(TopicFilter filter) {
		subscriptions.remove(filter);
	}

	/** The best that was granted, or null when it is not subscribed to. */
	synchronized @Nullable MqttQoS quality(Subscription subscription) {
		MqttQoS best = null;
		for (Granted granted : subscriptions.values()) {
			if (granted.kinds().contains(subscription) && (best == null || best.value() < granted.quality().value())) {
				best = granted.quality();
			}
		}
		return best;
	}

	/** Whether a filter takes what is sent at this topic. */
	synchronized boolean wants(String topic) {
		return subscriptions.keySet().stream().anyMatch(filter -> filter.matches(topic));
	}

	/** Notes that a message is sent; true when that was so before. */
	synchronized boolean sentBefore(long sequenceNumber) {
		if (sent.size() >= MOST_SENT) {
			sent.clear();
		}
		return !sent.add(sequenceNumber);
	}

	/** Notes that a message is acknowledged. */
	synchronized void acknowledged(long sequenceNumber) {
		sent.remove(sequenceNumber);
	}
}
