// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.throttling;

import java.time.Duration;

import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.operation.OperationFilter;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.operation.ThrottleClass;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Keeps the operations of REST to their rates. Device-to-cloud messages are not counted here but where those of all protocols
 * come in.
 *
 * @param throttles  the rates
 * @param timer      for what has to wait
 */
public record ThrottleFilter(Throttles throttles, HubTimer timer) implements OperationFilter {

	@Override
	public Operation.Later around(Route route, Operation operation) {
		ThrottleClass throttleClass = route.throttleClass();
		if (throttles.areOff() || throttleClass == ThrottleClass.NONE || throttleClass == ThrottleClass.DEVICE_TO_CLOUD) {
			return operation::answer;
		}
		return call -> {
			Duration wait = throttles.admit(throttleClass, route.cost().of(call));
			return wait.isZero() ? operation.answer(call) : timer.after(wait).thenCompose(later -> operation.answer(call));
		};
	}
}
