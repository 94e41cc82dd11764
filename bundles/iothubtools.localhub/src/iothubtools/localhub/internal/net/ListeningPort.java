// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.net.InetSocketAddress;

import io.netty.channel.Channel;

/**
 * A port that accepts connections.
 *
 * @param channel Netty's view of it
 */
public record ListeningPort(Channel channel) implements AutoCloseable {

	/** Its number. */
	public int number() {
		return ((InetSocketAddress) channel.localAddress()).getPort();
	}

	/** Accepts whoever connects, and those who have waited for that. */
	public void accept() {
		channel.config().setAutoRead(true);
	}

	/** Accepts no more; connections that are open stay so. */
	@Override
	public void close() {
		channel.close().awaitUninterruptibly();
	}
}
