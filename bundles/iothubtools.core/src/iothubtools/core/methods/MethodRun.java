// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.methods;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;

/**
 * A direct method that was run, and what came of it.
 *
 * @param id     stable, never shown
 * @param begun  when the hub was asked
 * @param took   until the answer, the failure or the cancel
 * @param target who was to run it
 * @param method what was run
 * @param end    what came of it
 * @param whole  whether all of it is here: a text that looks like it holds a key or token is in no file, and so not here after the next
 *               start of the IDE
 */
public record MethodRun(String id, Instant begun, Duration took, ClientId target, DirectMethod method, End end, boolean whole) {

	/** What came of it. */
	public sealed interface End {
	}

	/** The device answered, whatever its status means. */
	public record Answered(MethodResult result) implements End {
	}

	/**
	 * There is no answer.
	 *
	 * @param code    name of its {@link iothubtools.core.status.HubStatusCode}
	 * @param message a sentence for a person
	 */
	public record Failed(String code, String message) implements End {
	}

	/** Nobody waited for the answer; the device may have run it. */
	public record Cancelled() implements End {
	}

	/** What the device said; null if it said nothing. */
	public @Nullable MethodResult answer() {
		return end instanceof Answered answered ? answered.result() : null;
	}

	/** About how many characters it takes to keep it. */
	int size() {
		String payload = method.payload();
		MethodResult answer = answer();
		return 300 + method.name().length() + (payload == null ? 0 : payload.length()) + (answer == null ? 0 : answer.payload().length());
	}
}
