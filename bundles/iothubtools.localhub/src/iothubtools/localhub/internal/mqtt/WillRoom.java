// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.Map;

import iothubtools.localhub.internal.messages.SentMessage;

/** Room for the wills of all connections, which the hub has to keep as long as these are open. */
public final class WillRoom {

	/** Counted for each besides its body. */
	private static final int OTHER = 512;

	private final long most;
	private long taken;

	/** Of so many bytes. */
	public WillRoom(long most) {
		this.most = most;
	}

	/** False when there is no room for a will. */
	synchronized boolean take(Will will) {
		long size = size(will);
		if (taken + size > most) {
			return false;
		}
		taken += size;
		return true;
	}

	synchronized void giveBack(Will will) {
		taken -= size(will);
	}

	private static long size(Will will) {
		SentMessage message = will.message();
		return OTHER + message.body().length + size(message.properties()) + size(message.applicationProperties());
	}

	private static long size(Map<String, String> properties) {
		long size = 0;
		for (Map.Entry<String, String> property : properties.entrySet()) {
			size += OTHER + 2L * (property.getKey().length() + property.getValue().length());
		}
		return size;
	}
}
