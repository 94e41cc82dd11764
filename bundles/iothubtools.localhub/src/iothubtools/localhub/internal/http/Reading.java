// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import io.netty.channel.Channel;

/** Whether more is read from a connection: several have a say. Used on the channel's own thread. */
final class Reading {

	private final Channel channel;
	private boolean behind;
	private boolean waiting;

	Reading(Channel channel) {
		this.channel = channel;
	}

	/** Whether as many requests as may wait to be answered. */
	void isBehind(boolean now) {
		behind = now;
		update();
	}

	/** Whether there is no room yet for the body that comes next. */
	void isWaiting(boolean now) {
		waiting = now;
		update();
	}

	/** Reads on or not, as things stand. Who does not read responses is not read from: they must not pile up. */
	void update() {
		channel.config().setAutoRead(!behind && !waiting && channel.isWritable());
	}
}
