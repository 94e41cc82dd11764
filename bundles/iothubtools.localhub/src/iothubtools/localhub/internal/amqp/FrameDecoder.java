// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;

/**
 * Cuts what a client sends into AMQP's frames and protocol headers, so that it is known when one has come to its end and nothing larger
 * than a frame may be is ever held. What the frames say is the engine's to read.
 */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
final class FrameDecoder extends ByteToMessageDecoder {

	/** The largest frame that the hub takes, as at the service. */
	static final int MAX_FRAME = 64 * 1024;

	/** "AMQP", what a protocol header begins with; as the size of a frame it would be far too large. */
	private static final int PROTOCOL = 0x414D5150;
	/** Of a protocol header, and the least that a frame has. */
	private static final int HEADER = 8;

	/** What came breaks the rules: the engine hears of it and answers, nothing after it is read. */
	private boolean broken;

	@Override
	protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> frames) {
		if (broken) {
			in.skipBytes(in.readableBytes());
			return;
		}
		if (in.readableBytes() < HEADER) {
			return;
		}
		int size = in.getInt(in.readerIndex());
		if (size == PROTOCOL) {
			frames.add(in.readRetainedSlice(HEADER));
		} else if (size < HEADER || size > MAX_FRAME) {
			broken = true;
			frames.add(in.readRetainedSlice(HEADER));
		} else if (in.readableBytes() >= size) {
			frames.add(in.readRetainedSlice(size));
		}
	}
}
