// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

import iothubtools.client.calls.HttpProxy;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.ConnectionException.Kind;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.transport.TlsMaterial;

/**
 * A WebSocket in TLS in which AMQP goes (contract §8.2), and the proxy before it where there is one. It turns bytes into others; the socket is
 * somebody else's.
 */
final class WebSocketTunnel implements AutoCloseable {

	private static final int MOST_HEAD = 16 * 1024;
	private static final int MOST_FRAME = 1024 * 1024;
	private static final int MOST_ANSWER = 16 * 1024;
	private static final String END_OF_HEAD = "\r\n\r\n";
	private static final ByteBufAllocator ROOM = new UnpooledByteBufAllocator(false);

	/** Why there is no way through, where that is known well. */
	static final class Refused extends IOException {

		private static final long serialVersionUID = 1L;

		private final transient HubException why;

		Refused(HubException why) {
			super(why);
			this.why = why;
		}

		HubException why() {
			return why;
		}
	}

	private final AmqpEndpoint to;
	private final WebSocketRoute route;
	/** What is for the engine. */
	private final Deque<ByteBuffer> incoming = new ArrayDeque<>();
	/** What is for the socket. */
	private final Deque<ByteBuffer> outgoing = new ArrayDeque<>();
	private final ByteArrayOutputStream head = new ByteArrayOutputStream();
	private @Nullable EmbeddedChannel channel;
	private @Nullable Throwable failure;
	private boolean open;

	/** Begins; the first bytes are there to be sent. */
	WebSocketTunnel(AmqpEndpoint to, WebSocketRoute route) {
		this.to = to;
		this.route = route;
		HttpProxy proxy = route.proxy();
		if (proxy == null) {
			begin();
		} else {
			outgoing.add(ByteBuffer.wrap(request(proxy).getBytes(StandardCharsets.ISO_8859_1)));
		}
	}

	private String request(HttpProxy proxy) {
		String target = to.host() + ":" + to.port();
		String user = proxy.user();
		String password = proxy.password();
		String authorization = user == null ? ""
				: "Proxy-Authorization: Basic " + Base64.getEncoder()
						.encodeToString((user + ":" + (password == null ? "" : password)).getBytes(StandardCharsets.UTF_8)) + "\r\n";
		return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + authorization + "\r\n";
	}

	private void begin() {
		SSLEngine engine = TlsMaterial.context(to.trusted(), to.own()).createSSLEngine(to.host(), to.port());
		engine.setUseClientMode(true);
		SSLParameters parameters = engine.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		engine.setSSLParameters(parameters);
		WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
				.webSocketUri("wss://" + to.host() + ":" + to.port() + route.path()).subprotocol("AMQPWSB10").generateOriginHeader(false)
				.maxFramePayloadLength(MOST_FRAME).build();
		EmbeddedChannel made = new EmbeddedChannel();
		made.config().setAllocator(ROOM);
		made.pipeline().addLast(new SslHandler(engine), new HttpClientCodec(), new HttpObjectAggregator(MOST_ANSWER),
				new WebSocketClientProtocolHandler(config), new Frames());
		channel = made;
		// the handlers came to a channel that was open already
		made.pipeline().fireChannelActive();
		collect(made);
	}

	/** What comes in the WebSocket. */
	@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Netty's methods say nothing of null
	private final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {

		@Override
		protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
			if (frame instanceof BinaryWebSocketFrame || frame instanceof ContinuationWebSocketFrame) {
				incoming.add(ByteBuffer.wrap(ByteBufUtil.getBytes(frame.content())));
			} else {
				exceptionCaught(ctx, new IOException("There is text in the WebSocket"));
			}
		}

		@Override
		public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
			if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
				open = true;
			} else if (event instanceof SslHandshakeCompletionEvent done && !done.isSuccess()) {
				exceptionCaught(ctx, done.cause());
			}
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			if (failure == null) {
				failure = cause;
			}
		}
	}

	/** Takes what came from the socket. */
	void received(ByteBuffer bytes) throws IOException {
		EmbeddedChannel through = channel;
		if (through == null) {
			answered(bytes);
			through = channel;
		}
		if (through != null && bytes.hasRemaining()) {
			through.writeInbound(Unpooled.copiedBuffer(bytes));
			collect(through);
		}
		Throwable why = failure;
		if (why != null) {
			throw refusal(why);
		}
	}

	/** The answer of the proxy, to its end and no further: what follows is the hub's. */
	private void answered(ByteBuffer bytes) throws Refused {
		while (bytes.hasRemaining()) {
			head.write(bytes.get());
			String text = head.toString(StandardCharsets.ISO_8859_1);
			if (text.endsWith(END_OF_HEAD)) {
				passed(text.split("\r\n", 2)[0].split(" "));
				begin();
				return;
			}
			if (head.size() > MOST_HEAD) {
				throw new Refused(proxy(Kind.PROXY_REFUSED, "does not answer as a proxy does", null));
			}
		}
	}

	private void passed(String[] line) throws Refused {
		String status = line[0].startsWith("HTTP/1.") && line.length > 1 && line[1].matches("[0-9]{3}") ? line[1] : "";
		switch (status) {
		case "200" -> {
			// it lets through
		}
		case "407" -> throw new Refused(proxy(Kind.PROXY_AUTHENTICATION, "wants a user and password, or others than those it was given", null));
		default -> throw new Refused(proxy(Kind.PROXY_REFUSED, "does not let through to " + to.host() + ":" + to.port()
				+ (status.isEmpty() ? "" : "; it answers " + status), null));
		}
	}

	private ConnectionException proxy(Kind kind, String what, @Nullable Throwable cause) {
		HttpProxy proxy = route.proxy();
		return new ConnectionException(kind, "The proxy " + (proxy == null ? "" : proxy.host() + ":" + proxy.port() + " ") + what, cause);
	}

	private IOException refusal(Throwable why) {
		if (why instanceof WebSocketClientHandshakeException refused) {
			HttpResponse response = refused.response();
			int status = response == null ? 0 : response.status().code();
			return new Refused(new ProtocolException(ProtocolException.Kind.UNEXPECTED, status, "What answers at " + to.host() + ":" + to.port()
					+ " does not speak AMQP over WebSocket" + (status == 0 ? "" : "; it answers " + status), refused));
		}
		return why instanceof IOException io ? io : new IOException(why);
	}

	/** Why there is no connection, or none any more. */
	HubException explain(Throwable why) {
		if (why instanceof Refused refused) {
			return refused.why();
		}
		return route.proxy() != null && channel == null ? proxy(Kind.PROXY_REFUSED, "does not answer", why) : AmqpFailures.network(to, why);
	}

	/** Whether AMQP may be sent. */
	boolean isOpen() {
		return open;
	}

	/** Whether the other end has closed the WebSocket. */
	boolean isClosed() {
		EmbeddedChannel through = channel;
		return through != null && !through.isActive();
	}

	/** Takes AMQP that is to be sent. */
	void send(ByteBuffer bytes) {
		EmbeddedChannel through = channel;
		if (through != null) {
			through.writeOutbound(new BinaryWebSocketFrame(Unpooled.copiedBuffer(bytes)));
			collect(through);
		}
	}

	private void collect(EmbeddedChannel through) {
		for (ByteBuf next = through.readOutbound(); next != null; next = through.readOutbound()) {
			if (next.isReadable()) {
				outgoing.add(ByteBuffer.wrap(ByteBufUtil.getBytes(next)));
			}
			next.release();
		}
	}

	/** AMQP that has come; null when all was taken. */
	@Nullable ByteBuffer incoming() {
		return first(incoming);
	}

	/** What is to go to the socket; null when all was taken. */
	@Nullable ByteBuffer outgoing() {
		return first(outgoing);
	}

	private static @Nullable ByteBuffer first(Deque<ByteBuffer> queue) {
		while (!queue.isEmpty() && !queue.element().hasRemaining()) {
			queue.remove();
		}
		return queue.peek();
	}

	@Override
	public void close() {
		EmbeddedChannel through = channel;
		if (through != null) {
			try {
				through.finishAndReleaseAll();
			} catch (RuntimeException e) {
				// what is wrong with it was told before
			}
		}
	}
}
