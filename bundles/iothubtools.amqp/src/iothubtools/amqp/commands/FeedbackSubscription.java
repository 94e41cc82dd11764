// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.commands;

/** Feedback as it comes, until this is closed. */
@FunctionalInterface
public interface FeedbackSubscription extends AutoCloseable {

	/** Ends it; what was not taken comes to whoever asks next. */
	@Override
	void close();
}
