// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;

import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;

import iothubtools.localhub.internal.auth.Need;

/** Where the service side hears of uploaded files: of none, as the hub has no storage that devices could upload to. */
final class FileNotificationsLink extends LinkNode implements ServiceNode {

	private final Sender sender;

	FileNotificationsLink(Sender sender) {
		super(sender);
		this.sender = sender;
	}

	@Override
	void flow() {
		if (sender.getDrain()) {
			sender.drained();
		}
	}

	@Override
	void delivery(Delivery delivery) {
		delivery.settle();
	}

	@Override
	public List<List<String>> paths() {
		return List.of(LinkAddress.OfService.FILES.path());
	}

	@Override
	public Need need() {
		return LinkAddress.OfService.FILES.need();
	}
}
