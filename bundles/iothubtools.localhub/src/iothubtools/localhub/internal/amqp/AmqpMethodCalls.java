// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.message.Message;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.connections.MethodCall;

/** The direct methods that a device or module was called with and has not answered. Safe for use by several threads. */
final class AmqpMethodCalls {

	private static final String NAME = "IoThub-methodname";

	private final Map<String, CompletableFuture<MethodAnswer>> waiting = new ConcurrentHashMap<>();

	/** A call that waits for its answer; whoever does not want it any more cancels it. */
	CompletableFuture<MethodAnswer> begin(UUID id) {
		CompletableFuture<MethodAnswer> answer = new CompletableFuture<>();
		waiting.put(id.toString(), answer);
		answer.whenComplete((result, failure) -> waiting.remove(id.toString()));
		return answer;
	}

	/** The message that a device gets. */
	static Message message(UUID id, MethodCall call) {
		Message message = Message.Factory.create();
		// a UUID, as the SDKs want one
		message.setCorrelationId(id);
		message.setApplicationProperties(new ApplicationProperties(Map.of(NAME, call.name())));
		message.setBody(new Data(new Binary(call.payload().getBytes(StandardCharsets.UTF_8))));
		return message;
	}

	/** Takes an answer; one that nobody waits for is forgotten. */
	void answered(String id, MethodAnswer given) {
		CompletableFuture<MethodAnswer> answer = waiting.get(id);
		if (answer != null) {
			answer.complete(given);
		}
	}

	/** The links are gone: no answer will come. */
	void end() {
		waiting.values().forEach(answer -> answer.completeExceptionally(gone()));
	}

	/** Why there is no answer. */
	static IOException gone() {
		return new IOException("the connection of the device ended");
	}
}
