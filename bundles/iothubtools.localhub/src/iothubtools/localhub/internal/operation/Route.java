// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.auth.Right;

/**
 * Where an operation is found and what its caller needs.
 *
 * @param name       what the operation is called in the fault plan and in the documentation
 * @param method     HTTP method
 * @param template   path segments; one in braces stands for any value, all others are matched in any case (contract §3.0)
 * @param right      the right it needs
 * @param throttleClass  whose rate it shares
 * @param cost       what a call counts for there
 * @param operation  what answers it
 */
public record Route(String name, String method, List<String> template, Right right, ThrottleClass throttleClass, Cost cost,
		Operation operation) {

	/** The name of the device id in templates. */
	public static final String DEVICE_ID = "deviceId";

	/** The name of the module id in templates. */
	public static final String MODULE_ID = "moduleId";

	/** A route for a template such as {@code /devices/{deviceId}/messages/events}, to a method that knows its reply at once. */
	public static Route of(String name, String method, String template, Right right, ThrottleClass throttleClass,
			Operation.AtOnce operation) {
		return to(name, method, template, right, throttleClass, Operation.of(operation));
	}

	/** The same to a method whose reply comes later. */
	public static Route of(String name, String method, String template, Right right, ThrottleClass throttleClass,
			Operation.Later operation) {
		return to(name, method, template, right, throttleClass, Operation.of(operation));
	}

	private static Route to(String name, String method, String template, Right right, ThrottleClass throttleClass,
			Operation operation) {
		return new Route(name, method, List.of(template.substring(1).split("/")), right, throttleClass, Cost.ONE, operation);
	}

	/** The same route, a call of which counts for something else than one. */
	public Route withCost(Cost newCost) {
		return new Route(name, method, template, right, throttleClass, newCost, operation);
	}

	/** The same route to another operation. */
	Route withOperation(Operation newOperation) {
		return new Route(name, method, template, right, throttleClass, cost, newOperation);
	}

	/** What its caller needs. */
	Need need() {
		return Need.of(name, right);
	}

	/** Whether it is one of this hub's own, which Azure does not have: they begin with {@code /localhub}. */
	public boolean isExtension() {
		return template.get(0).equals("localhub");
	}

	/** What the names of the template stand for in this path, or null when it is another path. */
	@Nullable Map<String, String> match(List<String> path) {
		if (path.size() != template.size()) {
			return null;
		}
		Map<String, String> variables = new HashMap<>();
		for (int i = 0; i < path.size(); i++) {
			String expected = template.get(i);
			String actual = path.get(i);
			if (expected.startsWith("{") && !actual.isEmpty()) {
				variables.put(expected.substring(1, expected.length() - 1), actual);
			} else if (!expected.equalsIgnoreCase(actual)) {
				return null;
			}
		}
		return variables;
	}
}
