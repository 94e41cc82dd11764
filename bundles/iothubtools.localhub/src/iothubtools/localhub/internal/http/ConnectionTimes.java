// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;

import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.Progress;
import iothubtools.localhub.internal.net.ReceivedBytes;
import iothubtools.localhub.settings.ConnectionLimits;

/** Ends a connection whose handshake, request or frame of WebSocket has begun and does not come to its end. */
final class ConnectionTimes {

	private final Channel channel;
	private final Progress progress;

	ConnectionTimes(Channel channel, ConnectionLimits limits) {
		this.channel = channel;
		this.progress = new Progress(channel, limits, this::late);
	}

	/** What stands before the decoder. */
	ChannelHandler before() {
		return new ReceivedBytes(progress);
	}

	/** What stands behind it. */
	ChannelHandler behind() {
		return new RequestProgress(progress);
	}

	private void late() {
		ChannelHandlerContext answering = channel.pipeline().context(RequestHandler.class);
		RequestCollector collector = channel.pipeline().get(RequestCollector.class);
		if (answering == null || collector == null) {
			Closing.close(channel);
		} else if (((RequestHandler) answering.handler()).isLate(answering, progress.isHeard() && !collector.isDropping())) {
			// what is waited for may still be asked for
			progress.begins();
			progress.rest();
		}
	}
}
