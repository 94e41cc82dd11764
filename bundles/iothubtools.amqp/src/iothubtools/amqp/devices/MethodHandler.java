// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

import java.util.concurrent.CompletionStage;

import iothubtools.client.methods.MethodResult;

/** Who answers the direct methods of a device (contract §§3.6, 8.2). */
@FunctionalInterface
public interface MethodHandler {

	/** The status of an answer that is not the handler's own, as it failed or threw. */
	int FAILED = 500;

	/**
	 * Answers one. Is called by the one thread that all devices share, on which it must not wait: what takes longer completes the answer later.
	 * One that comes too late for the service is heard by nobody.
	 *
	 * @param name    what is called
	 * @param payload any JSON, {@code null} as text for none
	 * @return the answer, its payload any JSON
	 */
	CompletionStage<MethodResult> invoke(String name, String payload);
}
