// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

/** Something that all operations go through. */
@FunctionalInterface
public interface OperationFilter {

	/** What answers the calls of a route instead of this operation, and hands them on to it when it is their turn; may throw. */
	Operation.Later around(Route route, Operation operation);

	/** The same route with its operation behind this; this hub's own operations are never behind anything. */
	default Route apply(Route route) {
		return route.isExtension() ? route : route.withOperation(Operation.of(around(route, route.operation())));
	}
}
