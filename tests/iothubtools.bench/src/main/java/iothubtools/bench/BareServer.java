// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A server that does nothing: it reads a request with Netty, over TLS with the hub's own certificate, and answers bytes that
 * lie ready. In a process of its own; arguments: the hub's data directory, and the bytes as base64 on standard input.
 */
final class BareServer {

	private BareServer() {
	}

	public static void main(String[] arguments) throws Exception {
		byte[] answer = Base64.getDecoder().decode(readLine(System.in));
		Path data = Path.of(arguments[0]);
		SslContext tls = SslContextBuilder.forServer(data.resolve("server.pem").toFile(), data.resolve("server.key").toFile())
				.sslProvider(SslProvider.JDK).build();
		Channel channel = new ServerBootstrap().group(new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory()))
				.channel(NioServerSocketChannel.class).childHandler(new Connection(tls, answer))
				.bind(InetAddress.getLoopbackAddress(), 0).sync().channel();
		System.out.println(((InetSocketAddress) channel.localAddress()).getPort());
		channel.closeFuture().sync();
	}

	private static String readLine(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
			line.write(next);
		}
		return line.toString(StandardCharsets.US_ASCII).trim();
	}

	private static final class Connection extends ChannelInitializer<SocketChannel> {

		private final SslContext tls;
		private final byte[] answer;

		Connection(SslContext tls, byte[] answer) {
			this.tls = tls;
			this.answer = answer;
		}

		@Override
		protected void initChannel(SocketChannel channel) {
			channel.pipeline().addLast(tls.newHandler(channel.alloc()), new HttpRequestDecoder(),
					new HttpObjectAggregator(65536), new Answers(answer));
		}
	}

	private static final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {

		private final byte[] answer;

		Answers(byte[] answer) {
			this.answer = answer;
		}

		@Override
		protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
			context.writeAndFlush(Unpooled.wrappedBuffer(answer));
		}
	}
}
