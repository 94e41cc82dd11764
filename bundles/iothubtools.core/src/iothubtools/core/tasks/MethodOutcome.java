// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.core.tasks.ItemOutcome.Result;

/**
 * What became of a direct method at one device or module.
 *
 * @param target  who was to run it
 * @param result  {@link Result#DONE} where there is an answer, whatever its status; {@link Result#UNKNOWN} where nobody waited for it
 * @param begun   when the hub was asked; when the task began of one that was not tried
 * @param took    until the answer or the failure
 * @param answer  what the device said; null unless done
 * @param failure why there is no answer; null unless failed. It is {@linkplain HubException#isUnclear() unclear} where the device may have
 *                run the method all the same and the hub did not say so
 */
public record MethodOutcome(ClientId target, Result result, Instant begun, Duration took, @Nullable MethodResult answer,
		@Nullable HubException failure) {

	static MethodOutcome done(ClientId target, Instant begun, Duration took, MethodResult answer) {
		return new MethodOutcome(target, Result.DONE, begun, took, answer, null);
	}

	static MethodOutcome failed(ClientId target, Instant begun, Duration took, HubException failure) {
		return new MethodOutcome(target, Result.FAILED, begun, took, null, failure);
	}

	static MethodOutcome unknown(ClientId target, Instant begun, Duration took) {
		return new MethodOutcome(target, Result.UNKNOWN, begun, took, null, null);
	}

	static MethodOutcome notTried(ClientId target) {
		return new MethodOutcome(target, Result.NOT_TRIED, Instant.now(), Duration.ZERO, null, null);
	}
}
