// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.util.Map;

import iothubtools.localhub.internal.auth.Caller;

/**
 * A request that may go to its operation.
 *
 * @param route      which operation
 * @param variables  what stood in the path where the route has a name
 * @param caller     who sent it
 */
public record Admitted(Route route, Map<String, String> variables, Caller caller) {
}
