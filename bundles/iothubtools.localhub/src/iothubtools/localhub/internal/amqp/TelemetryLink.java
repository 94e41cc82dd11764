// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.engine.Receiver;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.messages.SentMessage;

/** Takes the device-to-cloud messages of a device or module; each is accepted when it is kept. */
final class TelemetryLink extends KeepingLink<Long> {

	/** What the fault plan calls it, whatever the protocol. */
	private static final String OPERATION = "SendDeviceEvent";

	/** Messages that may be under way at a time. */
	private static final int WINDOW = 500;

	private final AmqpConnection connection;
	private final ClientId sender;
	private final Caller caller;

	TelemetryLink(AmqpConnection connection, Receiver receiver, ClientId sender, Caller caller) {
		super(connection, receiver, OPERATION, WINDOW);
		this.connection = connection;
		this.sender = sender;
		this.caller = caller;
		receiver.setMaxMessageSize(UnsignedLong.valueOf(SentMessage.MAX_SIZE));
	}

	@Override
	@Nullable Supplier<CompletionStage<Long>> keeping(byte[] message, int format) {
		List<SentMessage> messages = TelemetryReader.read(message, format);
		return messages == null ? null : () -> connection.hub().messages().accept(sender, messages, caller);
	}
}
