// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Stands before a decoder and tells the progress what comes in; what comes out has to be told behind it. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
public final class ReceivedBytes extends ChannelInboundHandlerAdapter {

	private final Progress progress;

	/** From the beginning the first request or packet is waited for. */
	public ReceivedBytes(Progress progress) {
		this.progress = progress;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		progress.begins();
		progress.rest();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof ByteBuf bytes) {
			progress.received(bytes.readableBytes());
		}
		ctx.fireChannelRead(message);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		ctx.fireChannelReadComplete();
		progress.rest();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		progress.close();
		ctx.fireChannelInactive();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		progress.close();
	}
}
