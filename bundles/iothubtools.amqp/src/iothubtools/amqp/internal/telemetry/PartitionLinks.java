// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpLinks;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.client.errors.HubException;

/** The links by which all partitions are read on one connection: open when each is, and over with the last, or with what concerns all. On the loop's thread only. */
final class PartitionLinks implements PartitionLink.Reader {

	/** What may have come and is not taken yet. */
	private static final int WINDOW = 16 * 1024 * 1024;

	/** Whom it is for. */
	interface Owner {

		/** Whether there is room for another message. */
		boolean hasRoom();

		/** A message came. */
		void taken(PartitionProgress progress, byte[] message);

		/** Does something soon, while the connection is the same. */
		void soon(Runnable action);

		/** All partitions are open. */
		void opened();

		/** A partition is read no more, while others are. */
		void partitionEnded(PartitionProgress progress, TelemetryFailure why);

		/** None is read any more. */
		void over(TelemetryFailure why);
	}

	private final String host;
	private final Owner owner;
	private final List<PartitionLink> links = new ArrayList<>();
	private final Set<PartitionLink> opening = new LinkedHashSet<>();
	private boolean told;

	/** @param host where they are, for what is said of failures */
	PartitionLinks(String host, Owner owner) {
		this.host = host;
		this.owner = owner;
	}

	/**
	 * Opens them.
	 *
	 * @param address of a partition, but for its id
	 */
	void open(AmqpConnection connection, String address, Map<PartitionProgress, Map<Symbol, Object>> starts) {
		Session session = connection.session(WINDOW);
		starts.forEach((progress, start) -> {
			PartitionLink link = new PartitionLink(this, progress);
			links.add(link);
			opening.add(link);
			link.begin(AmqpLinks.stream(session, address + progress.id(), start, link));
		});
	}

	/** There is room again. */
	void take() {
		links.forEach(PartitionLink::take);
	}

	@Override
	public boolean hasRoom() {
		return owner.hasRoom();
	}

	@Override
	public void taken(PartitionProgress progress, byte[] message) {
		owner.taken(progress, message);
	}

	@Override
	public void opened(PartitionLink link) {
		opening.remove(link);
		whenAllOpen();
	}

	private void whenAllOpen() {
		if (opening.isEmpty() && !links.isEmpty() && !told) {
			told = true;
			owner.opened();
		}
	}

	@Override
	public void ended(PartitionLink link, @Nullable ErrorCondition condition, HubException why) {
		owner.soon(() -> ended(link, TelemetryFailures.of(condition, why, host)));
	}

	/** What concerns one is told of it; the rest, such as a group that there is not, of all. */
	private void ended(PartitionLink link, TelemetryFailure why) {
		if (!links.remove(link)) {
			return;
		}
		boolean one = why.reason() == Reason.TAKEN_OVER || why.reason() == Reason.TOO_MANY_READERS || why.reason() == Reason.POSITION_NOT_FOUND;
		if (one) {
			link.progress().end();
			owner.partitionEnded(link.progress(), why);
		}
		opening.remove(link);
		if (!one || links.isEmpty()) {
			owner.over(why);
		} else {
			whenAllOpen();
		}
	}
}
