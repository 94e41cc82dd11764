// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;

/** The few threads that serve all connections of a hub, and the ports those come in by. */
public final class ServerThreads implements AutoCloseable {

	private static final int BACKLOG = 1024;
	private static final int QUIET_MILLIS = 0;
	private static final int STOP_MILLIS = 2000;

	/**
	 * Half of the processors: the others are for the store, and for the clients, which run on the same machine. Of two processors that is one:
	 * with two threads each message costs a fifth more of the hub's time, as both are woken for half as much.
	 */
	private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(THREADS,
			new DefaultThreadFactory("Local IoT Hub", true), NioIoHandler.newFactory());

	/** What is open: threads that end leave connections with TLS as they are, which say goodbye before they close. */
	private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

	/**
	 * Takes a port: whoever connects waits there until the port {@linkplain ListeningPort#accept() accepts}.
	 *
	 * @param address    where; port 0 means any free one
	 * @param connection what a new connection is handled with
	 * @throws IOException when the port is in use or the address is not of this machine
	 */
	public ListeningPort listen(InetSocketAddress address, ChannelHandler connection) throws IOException {
		ServerBootstrap bootstrap = new ServerBootstrap().group(threads).channel(NioServerSocketChannel.class)
				.option(ChannelOption.SO_BACKLOG, BACKLOG).option(ChannelOption.AUTO_READ, false).childOption(ChannelOption.TCP_NODELAY, true)
				// a client that vanished is noticed in the end, also by a stream that has nothing to say
				.childOption(ChannelOption.SO_KEEPALIVE, true)
				.childHandler(new Known(connections, connection));
		ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			throw new IOException(bound.cause().getMessage(), bound.cause());
		}
		return new ListeningPort(bound.channel());
	}

	/** Ends all ports and connections: those that do not hear the good-bye in time without it, as they would be left open by threads that end. */
	@Override
	public void close() {
		if (!connections.close().awaitUninterruptibly(STOP_MILLIS)) {
			connections.forEach(ServerThreads::cut);
			connections.newCloseFuture().awaitUninterruptibly(STOP_MILLIS);
		}
		threads.shutdownGracefully(QUIET_MILLIS, STOP_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
	}

	/** From before the first handler on, which is that of TLS. */
	private static void cut(Channel channel) {
		ChannelHandlerContext first = channel.pipeline().firstContext();
		if (first == null) {
			channel.close();
		} else {
			first.close();
		}
	}

	/** Notes a new connection and hands it on. */
	@Sharable
	@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
	private static final class Known extends ChannelInitializer<Channel> {

		private final ChannelGroup connections;
		private final ChannelHandler handler;

		Known(ChannelGroup connections, ChannelHandler handler) {
			this.connections = connections;
			this.handler = handler;
		}

		@Override
		protected void initChannel(Channel channel) {
			connections.add(channel);
			channel.pipeline().addLast(handler);
		}
	}
}
