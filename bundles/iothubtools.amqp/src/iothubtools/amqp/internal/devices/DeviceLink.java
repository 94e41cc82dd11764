// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.AmqpLink;
import iothubtools.client.errors.HubException;

/** What a device does by a link or two, over as many of them as it takes. On the loop's thread only. */
abstract class DeviceLink implements AmqpLink {

	private final CarriedDevice device;
	private boolean open;

	DeviceLink(CarriedDevice device) {
		this.device = device;
	}

	final CarriedDevice device() {
		return device;
	}

	/** Whether the hub has opened it. */
	final boolean isOpen() {
		return open;
	}

	final void isOpen(boolean now) {
		open = now;
	}

	/** Opens it where it is wanted and not there. */
	abstract void attach(Session session);

	/** It is gone, or will be: closes what there is. */
	abstract void dropped();

	/** It is not wanted any more; what waits for it fails, or ends where nothing failed. */
	abstract void end(@Nullable HubException why);

	/** What waits too long waits no longer; whether something is left that waits. */
	abstract boolean expire(long now, HubException why);

	/** The connection is gone, which its owner is told as well. */
	@Override
	public final void ended(HubException why) {
		open = false;
	}

	/** A link that a hub does not have is the end of this; everything else is that of all links. */
	@Override
	public final void ended(@Nullable ErrorCondition condition, HubException why) {
		if (open || isNeeded() || AmqpFailures.isPassing(why)) {
			device.detached(why);
		} else {
			dropped();
			end(why);
		}
	}

	/** Whether a device is none without it. */
	boolean isNeeded() {
		return false;
	}
}
