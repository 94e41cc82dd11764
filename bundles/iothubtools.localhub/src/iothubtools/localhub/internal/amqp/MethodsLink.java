// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.connections.MethodAnswer;

/** Takes what a device or module answers to direct methods (contract §8.2). */
final class MethodsLink extends InboxLink {

	private static final int WINDOW = 100;
	private static final String STATUS = "IoThub-status";

	private final AmqpMethodCalls calls;

	MethodsLink(AmqpConnection connection, Receiver receiver, AmqpMethodCalls calls) {
		super(connection, receiver, WINDOW);
		this.calls = calls;
	}

	@Override
	void take(Message message) {
		byte[] body = AmqpMessages.body(message.getBody());
		calls.answered(String.valueOf(message.getCorrelationId()),
				new MethodAnswer(status(message.getApplicationProperties()), body.length == 0 ? "null" : new String(body, StandardCharsets.UTF_8)));
		next();
	}

	private static int status(@Nullable ApplicationProperties properties) {
		Map<String, Object> values = properties == null || properties.getValue() == null ? Map.of() : properties.getValue();
		return values.get(STATUS) instanceof Number status ? status.intValue() : 0;
	}
}
