// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.CodecException;

/** Ends connections. */
public final class Closing {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");

	private Closing() {
	}

	/** Ends a connection: properly when the client still reads, else at once, as the good-bye of TLS would never reach it. */
	public static void close(Channel channel) {
		ChannelHandlerContext first = channel.pipeline().firstContext();
		// a channel that is closed is not writable, and soon has no handlers
		if (channel.isWritable() || first == null) {
			channel.close();
		} else {
			// from before the first handler on, which is that of TLS
			first.close();
		}
	}

	/**
	 * Ends a connection after a failure. That the client went away, is silent, or sent what is neither TLS nor the protocol of
	 * the port is not worth a word: there is nobody to tell. Anything else is the hub's own fault.
	 */
	public static void closeAfter(Channel channel, Throwable failure) {
		boolean client = failure instanceof CodecException || failure instanceof ChannelException;
		if (failure instanceof Error || failure instanceof RuntimeException && !client) {
			LOG.log(Level.ERROR, "The local hub failed at a connection", failure);
		}
		close(channel);
	}
}
