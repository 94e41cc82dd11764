// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.EnumMap;
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

	/** More than a queue ever holds; what expired or was purged is never acknowledged and would stay. */
	private static final int MOST_SENT = 200;

	private final String generationId;
	private final Map<Subscription, MqttQoS> subscriptions = new EnumMap<>(Subscription.class);
	private final Set<Long> sent = new HashSet<>();

	/** Of a device of that generation. */
	SessionState(String generationId) {
		this.generationId = generationId;
	}

	/** Whether it is of the device that has this generation now, not of one that was deleted. */
	boolean isOf(String generation) {
		return generationId.equals(generation);
	}

	synchronized void subscribe(Subscription subscription, MqttQoS quality) {
		subscriptions.put(subscription, quality);
	}

	synchronized void unsubscribe(Subscription subscription) {
		subscriptions.remove(subscription);
	}

	/** What was granted, or null when it is not subscribed to. */
	synchronized @Nullable MqttQoS quality(Subscription subscription) {
		return subscriptions.get(subscription);
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
