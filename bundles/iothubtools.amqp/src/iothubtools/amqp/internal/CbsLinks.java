// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;

/** Shows the hub a token at {@code $cbs}, and the next one before that expires (contract §8.2). */
public final class CbsLinks {

	private static final Duration ANSWER = Duration.ofSeconds(20);

	private final EventLoop loop;
	private final AmqpConnection connection;
	private final ShownTokens tokens;
	private final Runnable whenTaken;
	private final Consumer<HubException> whenRefused;
	private final RequestLinks links;
	private Runnable forgetTimer = () -> {
	};

	/**
	 * @param whenTaken   runs whenever the hub has taken one
	 * @param whenRefused hears why there is none, or why the hub does not take it
	 */
	public CbsLinks(EventLoop loop, AmqpConnection connection, ShownTokens tokens, Runnable whenTaken, Consumer<HubException> whenRefused) {
		this.loop = loop;
		this.connection = connection;
		this.tokens = tokens;
		this.whenTaken = whenTaken;
		this.whenRefused = whenRefused;
		links = new RequestLinks(connection, "$cbs", 10, this::opened, this::ended);
		limit();
	}

	/** No timer of these is needed any more. */
	public void forget() {
		forgetTimer.run();
	}

	private void opened() {
		forgetTimer.run();
		next();
	}

	private void next() {
		tokens.next().whenComplete((token, failure) -> loop.submit(() -> {
			if (connection.isEnded()) {
				return;
			}
			if (failure == null) {
				show(token);
				connection.flush();
			} else {
				Throwable cause = failure.getCause() instanceof HubException ? failure.getCause() : failure;
				whenRefused.accept(cause instanceof HubException known ? known
						: new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0, "There is no token for the hub", null));
			}
		}));
	}

	private void show(ShownTokens.Shown token) {
		links.ask(Map.of("operation", "put-token", "type", token.type(), "name", tokens.audience()), token.value(),
				answer -> answered(token, answer));
		forgetTimer.run();
		limit();
	}

	/** A hub that says nothing is not waited for. */
	private void limit() {
		forgetTimer = loop.in(ANSWER, () -> whenRefused
				.accept(new ConnectionException(ConnectionException.Kind.TIMEOUT, "The hub does not say whether it takes the token", null)));
	}

	private void answered(ShownTokens.Shown token, RequestLinks.Answer answer) {
		forgetTimer.run();
		if (answer.isGood()) {
			forgetTimer = loop.in(tokens.use(token), this::next);
			whenTaken.run();
		} else {
			whenRefused.accept(AmqpFailures.ofStatus(answer.status(), answer.description()));
		}
	}

	private void ended(HubException why) {
		forgetTimer.run();
		if (!connection.isEnded()) {
			whenRefused.accept(why);
		}
	}
}
