// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;

/**
 * Answers operations that the service has and this hub has not: a clear 501 instead of a 404 that looks like a typing error.
 *
 * @param name what the operation is called
 */
public record NotImplementedYet(String name) implements Operation {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		throw of(name);
	}

	/** The error itself, for a part of an operation. */
	public static HubError of(String name) {
		return new HubError(ErrorCode.NOT_IMPLEMENTED, "The local hub does not support this yet: " + name + ".");
	}
}
