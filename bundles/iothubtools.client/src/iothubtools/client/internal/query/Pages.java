// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.query;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.calls.Blocking;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.query.QueryPage;

/** Asks for pages of rows and reads them without building a tree of what a row does not show (contract §3.3). */
public final class Pages<T> {

	private static final String CONTINUATION = "x-ms-continuation";

	private final HubAccess hub;
	private final Supplier<HubRequest.Builder> request;
	private final int pageSize;
	private final RowReader<T> rows;

	/**
	 * @param request  the request without paging
	 * @param pageSize rows to ask for, of which the hub may give fewer
	 */
	public Pages(HubAccess hub, Supplier<HubRequest.Builder> request, int pageSize, RowReader<T> rows) {
		this.hub = hub;
		this.request = request;
		this.pageSize = pageSize;
		this.rows = rows;
	}

	/** The same rows in pages of another size. */
	public Pages<T> withSize(int size) {
		return new Pages<>(hub, request, size, rows);
	}

	/**
	 * The page after {@code continuation}, not read yet.
	 *
	 * @param continuation null for the first page
	 */
	public CompletableFuture<HubReply> request(@Nullable String continuation) {
		return hub.send(request.get().with("x-ms-max-item-count", Integer.toString(pageSize)) //
				.with(CONTINUATION, continuation));
	}

	/** What the page after the one in {@code reply} is asked for with; null if that is the last. */
	public static @Nullable String continuation(HubReply reply) {
		String token = reply.header(CONTINUATION);
		return token == null || token.isEmpty() ? null : token;
	}

	/** The page in {@code reply}. */
	public QueryPage<T> read(HubReply reply) throws ProtocolException {
		String type = reply.header("x-ms-item-type");
		return new QueryPage<>(rows(reply, rows), type == null ? "" : type, continuation(reply));
	}

	/** The elements of the array in {@code reply}. */
	public static <T> List<T> rows(HubReply reply, RowReader<T> reading) throws ProtocolException {
		List<T> rows = new ArrayList<>();
		try (JsonReader reader = new JsonReader(
				new InputStreamReader(new ByteArrayInputStream(reply.body()), StandardCharsets.UTF_8))) {
			if (reader.peek() != JsonToken.BEGIN_ARRAY) {
				throw ReplyJson.unexpected(reply, "a JSON array", null);
			}
			reader.beginArray();
			while (reader.hasNext()) {
				rows.add(reading.read(reader));
			}
			reader.endArray();
		} catch (IOException | JsonParseException e) {
			throw ReplyJson.notJson(reply);
		} catch (IllegalStateException e) {
			throw ReplyJson.unexpected(reply, "a list of what was asked for", null);
		}
		return Collections.unmodifiableList(rows);
	}

	/**
	 * Hands over every page on the calling thread; the next one is on its way meanwhile.
	 *
	 * @return the number of rows
	 */
	public long forEach(Consumer<QueryPage<T>> onPage, Cancellation cancellation) throws HubException {
		return forEach(first(cancellation), onPage, cancellation);
	}

	/** The first page, not read yet. */
	public HubReply first(Cancellation cancellation) throws HubException {
		cancellation.check();
		return Blocking.await(request(null), cancellation);
	}

	/** As {@link #forEach(Consumer, Cancellation)}, with the first page at hand. */
	public long forEach(HubReply first, Consumer<QueryPage<T>> onPage, Cancellation cancellation) throws HubException {
		long count = 0;
		HubReply reply = first;
		while (true) {
			String continuation = continuation(reply);
			CompletableFuture<HubReply> next = continuation == null ? null : request(continuation);
			try {
				count += accept(reply, onPage, cancellation);
			} catch (HubException | RuntimeException e) {
				if (next != null) {
					next.cancel(true);
				}
				throw e;
			}
			if (next == null) {
				return count;
			}
			reply = Blocking.await(next, cancellation);
		}
	}

	private int accept(HubReply reply, Consumer<QueryPage<T>> onPage, Cancellation cancellation) throws HubException {
		QueryPage<T> page = read(reply);
		// whoever cancelled does not expect another row
		cancellation.check();
		onPage.accept(page);
		return page.rows().size();
	}
}
