// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
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
		};
	}

	/** A link is gone; true when it was the last. */
	boolean remove(LinkNode node) {
		nodes.remove(node);
		return nodes.isEmpty();
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
		return false;
	}

	@Override
	public CompletionStage<MethodAnswer> invoke(MethodCall call) {
		return CompletableFuture.failedStage(new IOException("the device takes no methods over this connection"));
	}

	@Override
	public void desiredChanged(JsonObject patch, long version) {
		// it has not asked for that
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
