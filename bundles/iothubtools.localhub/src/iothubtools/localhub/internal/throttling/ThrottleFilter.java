// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.throttling;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.operation.OperationFilter;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Keeps the operations of REST to their rates. Device-to-cloud messages are not counted here but where those of all protocols
 * come in.
 *
 * @param throttles  the rates
 * @param timer      for what has to wait
 */
public record ThrottleFilter(Throttles throttles, HubTimer timer) implements OperationFilter {

	private static final int METHOD_BYTES = 4096;

	@Override
	public Operation around(Route route, Operation operation) {
		ThrottleClass throttleClass = ThrottleClass.of(route.name());
		if (throttles.areOff() || throttleClass == null || throttleClass == ThrottleClass.DEVICE_TO_CLOUD) {
			return operation;
		}
		return call -> answer(throttleClass, cost(route, throttleClass, call), operation, call);
	}

	private CompletionStage<HubReply> answer(ThrottleClass throttleClass, double cost, Operation operation, Call call) {
		Duration wait = throttles.admit(throttleClass, cost);
		return wait.isZero() ? operation.answer(call) : timer.after(wait).thenCompose(later -> operation.answer(call));
	}

	private static double cost(Route route, ThrottleClass throttleClass, Call call) {
		byte[] body = call.request().body();
		if (throttleClass == ThrottleClass.DIRECT_METHOD) {
			return Math.max(1, (body.length + METHOD_BYTES - 1) / METHOD_BYTES) * (double) METHOD_BYTES;
		}
		return route.name().equals("UpdateRegistry") ? identities(body) : 1;
	}

	private static int identities(byte[] body) {
		try {
			return Math.max(1, Json.readArray(body).size());
		} catch (HubError e) {
			return 1; // the operation itself says what is wrong with it
		}
	}
}
