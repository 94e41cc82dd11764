// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.CallerPresence;

/** A request from its head to its response: with the head it is decided whether its body is wanted. */
final class Exchange {

	private final Function<byte[], CompletionStage<Response>> answer;
	private final @Nullable Response refusal;
	private final CallerPresence presence;
	private boolean keepAlive;

	private Exchange(@Nullable Response refusal, boolean keepAlive, CallerPresence presence, Function<byte[], CompletionStage<Response>> answer) {
		this.refusal = refusal;
		this.keepAlive = keepAlive;
		this.presence = presence;
		this.answer = answer;
	}

	/**
	 * One that is answered with the help of its body.
	 *
	 * @param presence whether its client still waits for that
	 * @param answer   gives a stage that completes on any thread and never fails
	 */
	static Exchange admitted(boolean keepAlive, CallerPresence presence, Function<byte[], CompletionStage<Response>> answer) {
		return new Exchange(null, keepAlive, presence, answer);
	}

	/** One that is answered so, whatever its body. */
	static Exchange refused(boolean keepAlive, Response refusal) {
		return new Exchange(refusal, keepAlive, new CallerPresence(), body -> {
			throw new IllegalStateException("a refused request has no body");
		});
	}

	/** What answers it without its body; null when that is wanted. */
	@Nullable Response refusal() {
		return refusal;
	}

	/** What answers it with its body. */
	CompletionStage<Response> answer(byte[] body) {
		return answer.apply(body);
	}

	/** Whether another request may follow on the connection. */
	boolean isKeepAlive() {
		return keepAlive;
	}

	/** Its client is gone: nobody waits for the response. */
	void isAbandoned() {
		presence.end();
	}

	/** No request can follow: the rest of this one may never come. */
	void isLast() {
		keepAlive = false;
	}
}
