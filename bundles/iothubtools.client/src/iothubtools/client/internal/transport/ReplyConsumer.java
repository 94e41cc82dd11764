// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.internal.replies.HubReply;

/** Collects a reply, and gives up on one that is longer than any reply of a hub to that kind of request. */
@NonNullByDefault({})
final class ReplyConsumer implements AsyncResponseConsumer<HubReply> {

	/** Bytes of the longest body of an error, whatever was asked for. */
	static final int MAX_ERROR = 1 << 20;

	private static final int FIRST_ERROR = 300;

	/** The body is longer than it may be. */
	static final class TooLargeException extends IOException {
		private static final long serialVersionUID = 1L;

		TooLargeException(int limit) {
			super("The reply has more than " + limit + " bytes");
		}
	}

	private final int maxReply;
	private final ByteArrayOutputStream body = new ByteArrayOutputStream();
	private int limit = MAX_ERROR;
	private volatile @Nullable HttpResponse head;
	private FutureCallback<HubReply> callback;
	private Runnable onRelease;
	private boolean released;

	/**
	 * @param maxReply bytes of the longest body of a reply that is no error
	 */
	ReplyConsumer(int maxReply) {
		this.maxReply = maxReply;
	}

	/** The status line and headers once they have arrived. */
	@Nullable
	HttpResponse head() {
		return head;
	}

	@Override
	public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context,
			FutureCallback<HubReply> result) throws IOException {
		head = response;
		callback = result;
		limit = response.getCode() < FIRST_ERROR ? maxReply : MAX_ERROR;
		if (entity != null && entity.getContentLength() > limit) {
			throw new TooLargeException(limit);
		}
		if (entity == null) {
			complete(response);
		}
	}

	@Override
	public void informationResponse(HttpResponse response, HttpContext context) {
		// 1xx replies mean nothing here
	}

	@Override
	public void updateCapacity(CapacityChannel channel) throws IOException {
		channel.update(Integer.MAX_VALUE);
	}

	@Override
	public void consume(ByteBuffer part) throws IOException {
		if (part.remaining() > limit - body.size()) {
			throw new TooLargeException(limit);
		}
		byte[] bytes = new byte[part.remaining()];
		part.get(bytes);
		body.write(bytes, 0, bytes.length);
	}

	@Override
	public void streamEnd(List<? extends Header> trailers) {
		complete(head);
	}

	private void complete(HttpResponse response) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (Header header : response.getHeaders()) {
			headers.merge(header.getName(), header.getValue() == null ? "" : header.getValue(),
					(first, second) -> first + ", " + second);
		}
		String reason = response.getReasonPhrase();
		callback.completed(new HubReply(response.getCode(), reason == null ? "" : reason,
				Collections.unmodifiableMap(headers), body.toByteArray()));
	}

	@Override
	public void failed(Exception cause) {
		// the failure reaches the caller through the client's callback
	}

	/** Runs {@code action} once the connection is free for the next request: then whoever goes on finds it. */
	void whenReleased(Runnable action) {
		synchronized (this) {
			if (!released) {
				onRelease = action;
				return;
			}
		}
		action.run();
	}

	@Override
	public void releaseResources() {
		body.reset();
		Runnable action;
		synchronized (this) {
			released = true;
			action = onRelease;
			onRelease = null;
		}
		if (action != null) {
			action.run();
		}
	}
}
