// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.handler.codec.CodecException;

/** Ends connections. */
final class Closing {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");

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

	/**
	 * Ends a connection after a failure. That the client went away, is silent, or sent what is neither TLS nor MQTT is not worth
	 * a word: there is nobody to tell. Anything else is the hub's own fault.
	 */
	static void closeAfter(Channel channel, Throwable failure) {
		boolean client = failure instanceof CodecException || failure instanceof ChannelException;
		if (failure instanceof Error || failure instanceof RuntimeException && !client) {
			LOG.log(Level.ERROR, "The local hub failed at a packet of MQTT", failure);
		}
		close(channel);
	}
}
