// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;

/** One operation of the hub. It never blocks: what takes time completes its reply later, on whatever thread. */
@FunctionalInterface
public interface Operation {

	/**
	 * Answers a call. Errors are {@link iothubtools.localhub.internal.errors.HubError}s, thrown or as the stage's failure.
	 */
	CompletionStage<HubReply> answer(Call call);
}
