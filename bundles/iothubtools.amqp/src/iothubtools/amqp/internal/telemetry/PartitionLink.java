// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpLink;
import iothubtools.client.errors.HubException;

/** The link by which a partition is read. On the loop's thread only. */
final class PartitionLink implements AmqpLink {

	private static final int CREDIT = 1000;

	/** Whoever reads all of them. */
	interface Reader {

		/** Whether another message may be taken; where not, {@link PartitionLink#take} has to be called when it may. */
		boolean hasRoom();

		/** It is open. */
		void opened(PartitionLink link);

		/** A message. */
		void taken(PartitionProgress progress, byte[] message);

		/** It is over, while the connection is not. */
		void ended(PartitionLink link, @Nullable ErrorCondition condition, HubException why);
	}

	private final Reader reader;
	private final PartitionProgress progress;
	private @Nullable Receiver receiver;
	private int used;

	PartitionLink(Reader reader, PartitionProgress progress) {
		this.reader = reader;
		this.progress = progress;
	}

	PartitionProgress progress() {
		return progress;
	}

	/** Lets messages come. */
	void begin(Receiver link) {
		receiver = link;
		link.flow(CREDIT);
	}

	@Override
	public void opened() {
		reader.opened(this);
	}

	@Override
	public void delivery(Delivery delivery) {
		take();
	}

	/** Takes what has come, as long as there is room. */
	void take() {
		Receiver link = receiver;
		if (link == null) {
			return;
		}
		for (Delivery next = link.current(); next != null && (next.isAborted() || !next.isPartial() && reader.hasRoom()); next = link.current()) {
			byte[] bytes = new byte[next.isAborted() ? 0 : next.pending()];
			link.recv(bytes, 0, bytes.length);
			link.advance();
			if (!next.isAborted()) {
				reader.taken(progress, bytes);
				if (!next.remotelySettled()) {
					next.disposition(Accepted.getInstance());
				}
			}
			next.settle();
			used++;
		}
		if (used >= CREDIT / 4) {
			link.flow(used);
			used = 0;
		}
	}

	@Override
	public void ended(HubException why) {
		receiver = null;
	}

	@Override
	public void ended(@Nullable ErrorCondition condition, HubException why) {
		receiver = null;
		reader.ended(this, condition, why);
	}
}
