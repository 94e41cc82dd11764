// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.Failures;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.net.Flow;
import iothubtools.localhub.internal.operation.ThrottleClass;
import iothubtools.localhub.internal.twins.TwinJson;
import iothubtools.localhub.internal.twins.Twins;

/** Takes what a device or module asks of its twin: GET, PATCH of reported properties, PUT and DELETE of the wish to hear of desired ones (contract §8.2). */
final class TwinLink extends InboxLink {

	private static final int WINDOW = 50;
	private static final int ANSWER = 64 * 1024;
	private static final Symbol OPERATION = Symbol.valueOf("operation");
	private static final Symbol RESOURCE = Symbol.valueOf("resource");
	private static final Symbol STATUS = Symbol.valueOf("status");
	private static final Symbol VERSION = Symbol.valueOf("version");
	private static final String REPORTED = "/properties/reported";
	private static final String DESIRED = "/notifications/twin/properties/desired";

	private final AmqpConnection connection;
	private final ClientLinks client;
	private final Twins twins;

	TwinLink(AmqpConnection connection, Receiver receiver, ClientLinks client) {
		super(connection, receiver, WINDOW);
		this.connection = connection;
		this.client = client;
		this.twins = connection.hub().twins();
	}

	@Override
	void take(Message request) {
		Flow.Underway counted = connection.flow().begins(ANSWER);
		connection.whenDoneOrGone(answer(request), (answer, failure) -> {
			counted.ends();
			Message response = answer == null ? refusal(failure) : answer;
			response.setCorrelationId(request.getCorrelationId());
			client.tell(LinkAddress.Purpose.TWIN, response);
			next();
		});
	}

	private CompletionStage<Message> answer(Message request) {
		Map<Symbol, Object> annotations = request.getMessageAnnotations() == null || request.getMessageAnnotations().getValue() == null
				? Map.of()
				: request.getMessageAnnotations().getValue();
		String operation = String.valueOf(annotations.get(OPERATION));
		String resource = annotations.get(RESOURCE) == null ? "" : String.valueOf(annotations.get(RESOURCE));
		try {
			if (operation.equals("GET")) {
				return connection.hub().pace().admit(ThrottleClass.TWIN_READ).thenApply(now -> twins.read(client.client()))
						.thenApply(twin -> response(200, null, Json.write(json -> TwinJson.writeForDevice(json, twin))));
			}
			if (operation.equals("PATCH") && resource.equalsIgnoreCase(REPORTED)) {
				Long version = annotations.get(VERSION) instanceof Number number ? number.longValue() : null;
				byte[] patch = AmqpMessages.body(request.getBody());
				return connection.hub().pace().admit(ThrottleClass.TWIN_UPDATE)
						.thenCompose(now -> twins.report(client.client(), Json.readObject(patch), version))
						.thenApply(twin -> response(200, twin.reported().version(), new byte[0]));
			}
			if (resource.equalsIgnoreCase(DESIRED) && (operation.equals("PUT") || operation.equals("DELETE"))) {
				client.hearsOfDesired(operation.equals("PUT"));
				return CompletableFuture.completedStage(response(200, null, new byte[0]));
			}
			throw HubError.argumentInvalid("There is no operation " + operation + " of the twin" + (resource.isEmpty() ? "." : " for " + resource + '.'));
		} catch (HubError e) {
			return CompletableFuture.failedStage(e);
		}
	}

	private static Message refusal(@Nullable Throwable failure) {
		Throwable cause = failure == null ? null : Failures.cause(failure);
		HubError error = cause instanceof HubError expected ? expected : new HubError(ErrorCode.SERVER_ERROR, "InternalServerError");
		return response(error.code().status(), null, Json.write(json -> json.beginObject().name("errorCode").value(error.code().number())
				.name("trackingId").value(AmqpErrors.trackingId()).name("message").value(error.getMessage()).endObject()));
	}

	private static Message response(int status, @Nullable Long version, byte[] body) {
		Map<Symbol, Object> annotations = new HashMap<>();
		annotations.put(STATUS, status);
		if (version != null) {
			annotations.put(VERSION, version);
		}
		return message(annotations, body);
	}

	/** What a device hears of a change of its desired properties. */
	static Message change(byte[] patch, long version) {
		return message(Map.of(RESOURCE, "/properties/desired", VERSION, version), patch);
	}

	private static Message message(Map<Symbol, Object> annotations, byte[] body) {
		Message message = Message.Factory.create();
		message.setMessageAnnotations(new MessageAnnotations(annotations));
		message.setBody(new Data(new Binary(body)));
		return message;
	}
}
