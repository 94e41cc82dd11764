// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;

/** Something that a device asks of its twin, and who waits for the answer. */
abstract class TwinRequest {

	/**
	 * Reads an answer.
	 *
	 * @param <T> what it says
	 */
	interface Reader<T> {
		T read(Message answer) throws ProtocolException;
	}

	private final String operation;
	private final @Nullable String resource;
	private final byte[] body;
	private final long due;
	private final boolean repeatable;
	private boolean sent;

	private TwinRequest(String operation, @Nullable String resource, byte[] body, long due, boolean repeatable) {
		this.operation = operation;
		this.resource = resource;
		this.body = body;
		this.due = due;
		this.repeatable = repeatable;
	}

	/**
	 * A request.
	 *
	 * @param due        when it is waited for no longer, as {@link System#nanoTime}
	 * @param repeatable whether it does no harm when it is asked twice
	 */
	static <T> TwinRequest of(String operation, @Nullable String resource, byte[] body, long due, boolean repeatable, CompletableFuture<T> answer,
			Reader<T> reader) {
		return new TwinRequest(operation, resource, body, due, repeatable) {
			@Override
			void done(Message message) throws ProtocolException {
				answer.complete(reader.read(message));
			}

			@Override
			CompletableFuture<?> answer() {
				return answer;
			}
		};
	}

	abstract void done(Message message) throws ProtocolException;

	abstract CompletableFuture<?> answer();

	/** The message that asks. */
	byte[] write(UUID id) {
		sent = true;
		return TwinMessages.request(id, operation, resource, body);
	}

	boolean isRepeatable() {
		return repeatable;
	}

	boolean isDone() {
		return answer().isDone();
	}

	boolean isLate(long now) {
		return due - now <= 0;
	}

	void answered(Message message) {
		HubException failure = TwinMessages.failure(message);
		if (failure != null) {
			answer().completeExceptionally(failure);
			return;
		}
		try {
			done(message);
		} catch (ProtocolException e) {
			answer().completeExceptionally(e);
		}
	}

	/** It will not be answered; null where nobody wants it to be any more. */
	void fail(@Nullable HubException why) {
		if (why == null) {
			answer().cancel(false);
		} else {
			answer().completeExceptionally(sent && !repeatable ? why.asUnclear() : why);
		}
	}
}
