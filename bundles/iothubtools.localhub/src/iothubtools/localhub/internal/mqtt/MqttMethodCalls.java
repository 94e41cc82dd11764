// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.Channel;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.connections.MethodCall;

/** The direct methods that a connection was called with and has not answered. Safe for use by several threads. */
final class MqttMethodCalls {

	private final Channel channel;
	private final AtomicInteger numbers = new AtomicInteger();
	private final Map<String, CompletableFuture<MethodAnswer>> waiting = new ConcurrentHashMap<>();

	MqttMethodCalls(Channel channel) {
		this.channel = channel;
	}

	/** Sends a call. Whoever does not want the answer any more cancels it. */
	CompletableFuture<MethodAnswer> send(MethodCall call) {
		String requestId = Integer.toHexString(numbers.incrementAndGet());
		CompletableFuture<MethodAnswer> answer = new CompletableFuture<>();
		waiting.put(requestId, answer);
		answer.whenComplete((result, failure) -> waiting.remove(requestId));
		String topic = "$iothub/methods/POST/" + call.name() + "/?$rid=" + requestId;
		channel.writeAndFlush(Packets.publish(topic, call.payload().getBytes(StandardCharsets.UTF_8)))
				.addListener(sent -> {
					if (!sent.isSuccess()) {
						answer.completeExceptionally(gone());
					}
				});
		return answer;
	}

	/** Takes an answer; one that nobody waits for is forgotten. */
	void answered(DeviceTopic.MethodResult result, byte[] payload) {
		CompletableFuture<MethodAnswer> answer = waiting.get(result.requestId());
		if (answer != null) {
			answer.complete(new MethodAnswer(result.status(), payload.length == 0 ? "null"
					: new String(payload, StandardCharsets.UTF_8)));
		}
	}

	/** The connection is gone: no answer will come. */
	void end() {
		waiting.values().forEach(answer -> answer.completeExceptionally(gone()));
	}

	private static IOException gone() {
		return new IOException("the connection of the device ended");
	}
}
