// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;


/** Stands behind the decoder and tells the progress that a packet has come. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
public final class PacketProgress extends ChannelInboundHandlerAdapter {

	private final Progress progress;

	/** Told to this. */
	public PacketProgress(Progress progress) {
		this.progress = progress;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object packet) {
		progress.ends();
		ctx.fireChannelRead(packet);
	}
}
