// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;

import iothubtools.localhub.internal.faults.FaultyTransfers.Planned;
import iothubtools.localhub.internal.faults.LinkFault;

/** Takes requests, such as those at {@code $cbs}, and answers each on the link where the client waits for it. */
final class RequestLink extends InboxLink {

	private static final int WINDOW = 100;

	private final AmqpConnection connection;
	private final Receiver receiver;
	private final LinkAddress node;
	private final String operation;
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
		this.operation = node instanceof LinkAddress.Cbs ? "PutToken" : "ReadEventHub";
		this.service = service;
	}

	@Override
	void take(Message request) {
		Planned planned = connection.hub().faults().plan(operation, later -> connection.later(() -> answer(request, later)));
		if (planned != null) {
			answer(request, planned);
		}
	}

	private void answer(Message request, Planned planned) {
		LinkFault before = planned.before();
		LinkFault after = planned.after();
		if (!connection.isOpen(receiver) || connection.breaks(receiver, before)) {
			return;
		}
		Message response = before == null ? service.apply(request) : refusal(before);
		if (connection.breaks(receiver, after)) {
			return;
		}
		if (after != null) {
			response = refusal(after);
		}
		Object id = request.getMessageId();
		response.setCorrelationId(id == null ? request.getCorrelationId() : id);
		ResponseLink waiting = connection.links().responses(node, receiver.getSession(), request.getReplyTo());
		if (waiting != null) {
			waiting.send(response);
		}
		next();
	}

	private static Message refusal(LinkFault fault) {
		return response(fault.error().code().status(), String.valueOf(fault.error().getMessage()));
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
