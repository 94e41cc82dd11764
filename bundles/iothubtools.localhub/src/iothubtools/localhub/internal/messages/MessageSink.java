// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.List;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;

/** Where device-to-cloud messages go, of whatever protocol. */
public interface MessageSink {

	/**
	 * Keeps messages that came together, all or none; the stage completes with the sequence number of the last.
	 *
	 * @param caller who sent them, as the hub knows it
	 * @throws HubError 413 when one of them is too large, 429 and 403 when there are too many; 404 and 403 as the stage's failure
	 */
	CompletionStage<Long> accept(ClientId sender, List<SentMessage> batch, Caller caller);

	/** The same for one message. */
	default CompletionStage<Long> accept(ClientId sender, SentMessage message, Caller caller) {
		return accept(sender, List.of(message), caller);
	}
}
