// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/** Collects a request with its body, chunked or not; one beyond the limit is answered as the service does, and hung up on. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class BodyCollector extends HttpObjectAggregator {

	/** More than any message or bulk call of the service may have; smaller limits are the operations' own. */
	private static final int MOST = 8 * 1024 * 1024;

	private final Replies replies;

	BodyCollector(Replies replies) {
		super(MOST, true);
		this.replies = replies;
	}

	@Override
	protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
		HubError error = new HubError(ErrorCode.MESSAGE_TOO_LARGE, "The request body is larger than " + MOST + " bytes.");
		ctx.writeAndFlush(replies.error(error).message()).addListener(ChannelFutureListener.CLOSE);
	}
}
