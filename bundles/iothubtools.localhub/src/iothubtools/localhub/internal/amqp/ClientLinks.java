// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.amqp.LinkAddress.Purpose;
import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.connections.ClientConnection;
import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.connections.MethodCall;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * The links of one device or module on a connection, which may have several devices: while it has a link it is connected. The rest of the
 * hub calls from any thread.
 */
final class ClientLinks implements ClientConnection {

	private final AmqpConnection connection;
	private final ClientId client;
	private final Caller caller;
	private final List<LinkNode> nodes = new ArrayList<>();
	private final AmqpMethodCalls calls = new AmqpMethodCalls();
	private volatile boolean takesMethods;
	private volatile boolean hearsOfDesired;

	ClientLinks(AmqpConnection connection, ClientId client, Caller caller) {
		this.connection = connection;
		this.client = client;
		this.caller = caller;
	}

	/** The hub's end of one more link; null when it goes the wrong way for its purpose. */
	@Nullable LinkNode add(Link link, Purpose purpose) {
		LinkNode node = node(link, purpose);
		if (node != null) {
			nodes.add(node);
		}
		return node;
	}

	private @Nullable LinkNode node(Link link, Purpose purpose) {
		return switch (purpose) {
		case EVENTS -> link instanceof Receiver receiver ? new TelemetryLink(connection, receiver, client, caller) : null;
		case COMMANDS -> link instanceof Sender sender ? new CommandsLink(connection, sender, client) : null;
		case METHODS -> link instanceof Receiver receiver ? new MethodsLink(connection, receiver, calls) : responses((Sender) link, purpose);
		case TWIN -> link instanceof Receiver receiver ? new TwinLink(connection, receiver, this) : responses((Sender) link, purpose);
		};
	}

	private ResponseLink responses(Sender sender, Purpose purpose) {
		return new ResponseLink(connection, sender, new LinkAddress.OfClient(client, purpose));
	}

	/** A link is open. */
	void opened(LinkNode node) {
		if (isFor(node, Purpose.METHODS)) {
			takesMethods = true;
			connection.hub().connections().takesMethods(this);
		}
	}

	private static boolean isFor(LinkNode node, Purpose purpose) {
		return node instanceof ResponseLink link && link.node() instanceof LinkAddress.OfClient address && address.purpose() == purpose;
	}

	/** A link is gone. */
	void remove(LinkNode node) {
		nodes.remove(node);
		if (isFor(node, Purpose.METHODS) && nodes.stream().noneMatch(other -> isFor(other, Purpose.METHODS))) {
			takesMethods = false;
			calls.end();
		}
		if (isFor(node, Purpose.TWIN) && nodes.stream().noneMatch(other -> isFor(other, Purpose.TWIN))) {
			hearsOfDesired = false;
		}
	}

	/** Sends what the client waits for; false when it has no link for that. */
	boolean tell(Purpose purpose, Message message) {
		for (LinkNode node : nodes) {
			if (isFor(node, purpose) && node instanceof ResponseLink link && link.isThere()) {
				link.send(message);
				return true;
			}
		}
		return false;
	}

	/** Whether it wants to hear of changes of its desired properties. */
	void hearsOfDesired(boolean wanted) {
		hearsOfDesired = wanted;
	}

	/** Its links. */
	List<LinkNode> nodes() {
		return List.copyOf(nodes);
	}

	@Override
	public ClientId client() {
		return client;
	}

	@Override
	public boolean takesMethods() {
		return takesMethods;
	}

	@Override
	public CompletionStage<MethodAnswer> invoke(MethodCall call) {
		UUID id = UUID.randomUUID();
		CompletableFuture<MethodAnswer> answer = calls.begin(id);
		// it may end just now: whoever invokes it hears so at once
		connection.laterOrGone(() -> {
			if (!tell(Purpose.METHODS, AmqpMethodCalls.message(id, call))) {
				answer.completeExceptionally(AmqpMethodCalls.gone());
			}
		});
		return answer;
	}

	@Override
	public void desiredChanged(JsonObject patch, long version) {
		if (hearsOfDesired) {
			JsonObject told = patch.deepCopy();
			told.addProperty("$version", version);
			byte[] body = told.toString().getBytes(StandardCharsets.UTF_8);
			connection.later(() -> tell(Purpose.TWIN, TwinLink.change(body, version)));
		}
	}

	@Override
	public void messageWaiting() {
		connection.later(() -> nodes().forEach(LinkNode::more));
	}

	@Override
	public void disconnect() {
		connection.later(() -> nodes().forEach(node -> connection.detach(node.link(),
				AmqpErrors.of("amqp:link:detach-forced", "The device connected anew, or may not be connected any more."))));
	}
}
