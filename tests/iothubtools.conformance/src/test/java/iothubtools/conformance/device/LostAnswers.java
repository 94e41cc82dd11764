// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.microsoft.azure.sdk.iot.device.IotHubStatusCode;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;

/**
 * Repeats what the device SDK loses. Its thread that acknowledges a received answer forgets whom the answer is for, and now and
 * then does so before its MQTT thread has told: the caller waits for ever (seen in 2.5.0 with the answer in the SDK's own log).
 */
final class LostAnswers {

	/** Long for a hub on the same machine. */
	static final int TIMEOUT_MILLIS = 4_000;
	private static final int TRIES = 6;

	private LostAnswers() {
	}

	/** A call of the SDK. */
	interface Call<T> {

		/** Waits for {@link LostAnswers#TIMEOUT_MILLIS} at most. */
		T get() throws IotHubClientException, InterruptedException;
	}

	/** A call that starts something. Its answer goes into a queue of its own: one that comes late after all is nobody's. */
	interface Start {

		void run(BlockingQueue<Object> answers) throws IotHubClientException;
	}

	/** The answer of a call that may be repeated. */
	static <T> T repeat(Call<T> call) throws IotHubClientException, InterruptedException {
		for (int i = 1; i < TRIES; i++) {
			try {
				return call.get();
			} catch (IotHubClientException e) {
				if (e.getStatusCode() != IotHubStatusCode.DEVICE_OPERATION_TIMED_OUT) {
					throw e;
				}
			}
		}
		return call.get();
	}

	/** The answer that comes after a call that may be repeated. */
	static Object repeat(Start call) throws IotHubClientException, InterruptedException {
		for (int i = 0; i < TRIES; i++) {
			BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
			call.run(answers);
			Object answer = answers.poll(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
			if (answer != null) {
				return answer;
			}
		}
		throw new AssertionError("no answer to " + TRIES + " calls");
	}
}
