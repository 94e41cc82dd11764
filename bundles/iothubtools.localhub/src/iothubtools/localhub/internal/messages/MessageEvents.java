// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.BodyStream;
import iothubtools.localhub.internal.json.Json;

/**
 * Messages as server-sent events. The id of an event is the message's sequence number, so a client that comes again goes on
 * where it was; an event {@code missed} tells how many messages went before the client could take them.
 */
final class MessageEvents implements BodyStream {

	/** Taken at once: events of so many bytes, or of one message more. */
	private static final int ENOUGH = 64 * 1024;
	private static final byte[] GREETING = ": the messages of the local hub follow\n\n".getBytes(StandardCharsets.UTF_8);

	private final MessageFeed feed;
	private final MessageCursor cursor;
	private @Nullable Runnable watcher;
	private boolean greeted;

	MessageEvents(MessageFeed feed, MessageCursor cursor) {
		this.feed = feed;
		this.cursor = cursor;
	}

	@Override
	public void open(Runnable more) {
		watcher = more;
		feed.watch(more);
	}

	@Override
	public byte[] take() {
		if (!greeted) {
			greeted = true;
			return GREETING; // so that the client knows from when on it misses nothing
		}
		ByteArrayOutputStream events = new ByteArrayOutputStream();
		MessageCursor.Portion portion;
		do {
			portion = cursor.take();
			if (portion.missed() > 0) {
				event(events, "event: missed\ndata: " + portion.missed());
			}
			for (KeptMessage message : portion.messages()) {
				byte[] json = Json.write(writer -> MessageJson.write(writer, message));
				event(events, "id: " + message.sequenceNumber() + "\ndata: " + new String(json, StandardCharsets.UTF_8));
			}
		} while (!portion.last() && events.size() < ENOUGH);
		return events.toByteArray();
	}

	private static void event(ByteArrayOutputStream events, String lines) {
		events.writeBytes((lines + "\n\n").getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		Runnable registered = watcher;
		if (registered != null) {
			feed.unwatch(registered);
		}
	}
}
