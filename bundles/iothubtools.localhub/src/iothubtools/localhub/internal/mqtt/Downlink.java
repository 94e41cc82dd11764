// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttQoS;

import iothubtools.localhub.internal.commands.CloudToDeviceMessage;
import iothubtools.localhub.internal.commands.CloudToDeviceQueues;
import iothubtools.localhub.internal.commands.LockedMessage;
import iothubtools.localhub.internal.commands.QueuedMessage;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Lookout;

/**
 * Takes cloud-to-device messages out of the queue and sends them, a few at a time. What the client does not acknowledge
 * before the connection ends goes back to its place. Used on the channel's own thread.
 */
final class Downlink {

	/** Sent and not acknowledged at most. */
	private static final int WINDOW = 10;
	private static final int PACKET_IDS = 0xFFFF;

	private final Channel channel;
	private final ClientId client;
	private final CloudToDeviceQueues queues;
	private final SessionState state;
	private final Map<Integer, Sent> unacknowledged = new HashMap<>();
	private int lastPacketId;

	/** What has to be known of a message until it is acknowledged; its content need not be kept meanwhile. */
	private record Sent(long number, String lockToken) {
	}

	private final Lookout lookout = new Lookout();

	Downlink(Channel channel, ClientId client, CloudToDeviceQueues queues, SessionState state) {
		this.channel = channel;
		this.client = client;
		this.queues = queues;
		this.state = state;
	}

	/** Takes the next message if there is one and the client can take it. */
	void more() {
		if (channel.isActive() && channel.isWritable() && unacknowledged.size() < WINDOW
				&& state.quality(Subscription.COMMANDS) != null && lookout.begin()) {
			queues.receive(client).whenComplete((delivery, failure) -> channel.eventLoop()
					.execute(() -> received(failure == null ? delivery : Optional.empty())));
		}
	}

	private void received(Optional<LockedMessage> next) {
		boolean news = lookout.end();
		if (next.isPresent()) {
			send(next.get(), state.quality(Subscription.COMMANDS));
		}
		if (news || next.isPresent()) {
			more();
		}
	}

	private void send(LockedMessage locked, @Nullable MqttQoS quality) {
		if (quality == null || !channel.isActive()) {
			queues.release(client, locked.lockToken());
			return;
		}
		byte[] body = locked.message().message().body();
		if (quality == MqttQoS.AT_MOST_ONCE) {
			channel.writeAndFlush(Packets.publish(topic(locked.message()), body));
			queues.complete(client, locked.lockToken());
			return;
		}
		long number = locked.message().sequenceNumber();
		// its lock ran out, so it came again: the older delivery counts no more
		unacknowledged.values().removeIf(older -> older.number() == number);
		int packetId = freePacketId();
		unacknowledged.put(packetId, new Sent(number, locked.lockToken()));
		channel.writeAndFlush(Packets.publish(topic(locked.message()), body, MqttQoS.AT_LEAST_ONCE,
				state.sentBefore(number), packetId));
	}

	private int freePacketId() {
		do {
			lastPacketId = lastPacketId % PACKET_IDS + 1;
		} while (unacknowledged.containsKey(lastPacketId));
		return lastPacketId;
	}

	/** The client has dealt with a message. */
	void acknowledged(int packetId) {
		Sent sent = unacknowledged.remove(packetId);
		if (sent != null) {
			state.acknowledged(sent.number());
			queues.complete(client, sent.lockToken());
			more();
		}
	}

	/** The connection is gone. */
	void end() {
		unacknowledged.values().forEach(sent -> queues.release(client, sent.lockToken()));
		unacknowledged.clear();
	}

	/** The system properties stand first and none is empty: the Java SDK reads them from the first on and fails at an empty one. */
	private String topic(QueuedMessage queued) {
		CloudToDeviceMessage message = queued.message();
		Map<String, String> bag = new LinkedHashMap<>();
		put(bag, "$.mid", message.messageId());
		put(bag, "$.to", queued.to());
		put(bag, "$.cid", message.correlationId());
		put(bag, "$.uid", message.userId());
		put(bag, "$.ct", message.contentType());
		put(bag, "$.ce", message.contentEncoding());
		Instant expiry = message.expiry();
		put(bag, "$.exp", expiry == null ? null : expiry.toString());
		bag.put("iothub-ack", message.acknowledgement().wireName());
		bag.putAll(message.applicationProperties());
		return DeviceTopic.prefix(client) + "messages/devicebound/" + PropertyBag.format(bag);
	}

	private static void put(Map<String, String> bag, String key, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			bag.put(key, value);
		}
	}
}
