// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

import iothubtools.localhub.internal.net.Progress;

/** Stands behind the decoder and tells the progress which parts have come: a head, a body, a frame of WebSocket. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class RequestProgress extends ChannelInboundHandlerAdapter {

	private final Progress progress;

	RequestProgress(Progress progress) {
		this.progress = progress;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof HttpRequest && !(message instanceof HttpContent)) {
			progress.begins();
		} else if (message instanceof LastHttpContent || !(message instanceof HttpContent)) {
			progress.ends();
		}
		ctx.fireChannelRead(message);
	}
}
