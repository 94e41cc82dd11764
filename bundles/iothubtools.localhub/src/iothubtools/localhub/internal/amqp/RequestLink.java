// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;

/** Takes requests, such as those at {@code $cbs}, and answers each on the link where the client waits for it. */
final class RequestLink extends InboxLink {

	private static final int WINDOW = 100;

	private final AmqpConnection connection;
	private final Receiver receiver;
	private final LinkAddress node;
	private final Function<Message, Message> service;

	/**
	 * With what answers.
	 *
	 * @param service makes the response; never fails
	 */
	RequestLink(AmqpConnection connection, Receiver receiver, LinkAddress node, Function<Message, Message> service) {
		super(connection, receiver, WINDOW);
		this.connection = connection;
		this.receiver = receiver;
		this.node = node;
		this.service = service;
	}

	@Override
	void take(Message request) {
		Message response = service.apply(request);
		Object id = request.getMessageId();
		response.setCorrelationId(id == null ? request.getCorrelationId() : id);
		ResponseLink waiting = connection.responses(node, receiver.getSession(), request.getReplyTo());
		if (waiting != null) {
			waiting.send(response);
		}
		next();
	}

	/**
	 * A response.
	 *
	 * @param status a number of HTTP; both spellings of its name are in use
	 */
	static Message response(int status, String description) {
		Message response = Message.Factory.create();
		Map<String, Object> properties = new HashMap<>();
		properties.put("status-code", status);
		properties.put("status-description", description);
		response.setApplicationProperties(new ApplicationProperties(properties));
		return response;
	}
}
