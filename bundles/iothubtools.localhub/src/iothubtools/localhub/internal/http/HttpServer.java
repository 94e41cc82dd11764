// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;

/** The HTTP and HTTPS port of a hub. */
public final class HttpServer implements AutoCloseable {

	private static final int BACKLOG = 1024;
	private static final int QUIET_MILLIS = 0;
	private static final int STOP_MILLIS = 2000;

	private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(
			new DefaultThreadFactory("Local IoT Hub", true), NioIoHandler.newFactory());
	private final Channel listening;

	/**
	 * Starts listening.
	 *
	 * @param address where
	 * @param tls     null for plain HTTP
	 * @throws IOException when the port is in use or the address is not of this machine
	 */
	public HttpServer(InetSocketAddress address, @Nullable SslContext tls, Replies replies) throws IOException {
		ServerBootstrap bootstrap = new ServerBootstrap().group(threads).channel(NioServerSocketChannel.class)
				.option(ChannelOption.SO_BACKLOG, BACKLOG).childOption(ChannelOption.TCP_NODELAY, true)
				.childHandler(new Connection(tls, replies));
		ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			close(threads);
			throw new IOException(bound.cause().getMessage(), bound.cause());
		}
		listening = bound.channel();
	}

	/** The port it listens on. */
	public int port() {
		return ((InetSocketAddress) listening.localAddress()).getPort();
	}

	/** Stops listening and ends all connections. */
	@Override
	public void close() {
		listening.close().awaitUninterruptibly();
		close(threads);
	}

	private static void close(EventLoopGroup threads) {
		threads.shutdownGracefully(QUIET_MILLIS, STOP_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
	}

	/** What a new connection is handled with. */
	@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
	private static final class Connection extends ChannelInitializer<SocketChannel> {

		private static final int MAX_REQUEST_LINE = 16 * 1024;
		/** Application properties travel as headers, so these may be as large as a message. */
		private static final int MAX_HEADERS = 512 * 1024;
		private static final int MAX_CHUNK = 64 * 1024;

		private final @Nullable SslContext tls;
		private final Replies replies;

		Connection(@Nullable SslContext tls, Replies replies) {
			this.tls = tls;
			this.replies = replies;
		}

		@Override
		protected void initChannel(SocketChannel channel) {
			ChannelPipeline pipeline = channel.pipeline();
			SslContext context = tls;
			if (context != null) {
				pipeline.addLast(context.newHandler(channel.alloc()));
			}
			pipeline.addLast(new HttpRequestDecoder(MAX_REQUEST_LINE, MAX_HEADERS, MAX_CHUNK), new ResponseEncoder(),
					new BodyCollector(replies), new RequestHandler(replies));
		}
	}
}
