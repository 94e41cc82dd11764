// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.amqp.LinkAddress.Purpose;
import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.commands.QueuedMessage;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.net.Flow;

/** Takes cloud-to-device messages of the service side; each is accepted when it is in the queue of its device (contract §3.7). */
final class ServiceCommandsLink extends LinkNode implements ServiceNode {

	/** What the fault plan calls it. */
	private static final String OPERATION = "SendCloudToDeviceMessage";

	/** Messages that may be under way at a time. */
	private static final int WINDOW = 200;

	private final AmqpConnection connection;
	private final Receiver receiver;
	private int underWay;

	ServiceCommandsLink(AmqpConnection connection, Receiver receiver) {
		super(receiver);
		this.connection = connection;
		this.receiver = receiver;
	}

	@Override
	void opened() {
		receiver.flow(WINDOW);
	}

	@Override
	void delivery(Delivery delivery) {
		if (!connection.isWhole(receiver, delivery)) {
			return;
		}
		byte[] bytes = AmqpMessages.take(receiver, delivery);
		underWay++;
		Flow.Underway counted = connection.flow().begins(bytes.length);
		connection.whenDone(connection.hub().faults().run(OPERATION, () -> enqueue(AmqpMessages.read(bytes))), (queued, failure) -> {
			underWay--;
			counted.ends();
			if (connection.isOpen(receiver) && !connection.breaks(receiver, failure)) {
				delivery.disposition(failure == null ? Accepted.getInstance() : AmqpErrors.rejected(failure));
				delivery.settle();
				refill();
			}
		});
	}

	private CompletionStage<QueuedMessage> enqueue(@Nullable Message message) {
		try {
			if (message == null) {
				throw HubError.argumentInvalid("This is no message.");
			}
			LinkAddress to = LinkAddress.parse(String.valueOf(message.getAddress()), connection.hub().clients()::exists);
			if (to instanceof LinkAddress.OfClient ofClient && ofClient.purpose() == Purpose.COMMANDS) {
				return connection.hub().commands().enqueue(ofClient.client(), CommandMessages.read(message));
			}
			throw HubError.argumentInvalid("The property to must be such as /devices/{deviceId}/messages/devicebound.");
		} catch (HubError e) {
			return CompletableFuture.failedStage(e);
		}
	}

	private void refill() {
		int missing = WINDOW - receiver.getCredit() - underWay;
		if (missing >= WINDOW / 2) {
			receiver.flow(missing);
		}
	}

	@Override
	public List<List<String>> paths() {
		return List.of(LinkAddress.OfService.COMMANDS.path());
	}

	@Override
	public Need need() {
		return LinkAddress.OfService.COMMANDS.need();
	}
}
