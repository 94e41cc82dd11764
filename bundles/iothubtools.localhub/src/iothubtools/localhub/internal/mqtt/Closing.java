// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import io.netty.channel.Channel;

/** Ends connections. */
final class Closing {

	private Closing() {
	}

	/** Ends a connection: properly when the client still reads, else at once, as the good-bye of TLS would never reach it. */
	static void close(Channel channel) {
		if (channel.isWritable()) {
			channel.close();
		} else {
			// from before the first handler on, which is that of TLS
			channel.pipeline().firstContext().close();
		}
	}
}
