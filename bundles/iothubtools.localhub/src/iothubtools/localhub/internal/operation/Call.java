// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * One call of an operation: a request whose path matched and whose sender may do this.
 *
 * @param request    the request
 * @param variables  what stood in the path where the route has a name
 * @param caller     who sent it
 */
public record Call(HubRequest request, Map<String, String> variables, Caller caller) {

	/** The device id of the path. */
	public String deviceId() {
		return variable(Route.DEVICE_ID);
	}

	/** The device of the path, or the module when the path has one. */
	public ClientId client() {
		return new ClientId(deviceId(), variables.get(Route.MODULE_ID));
	}

	/** What stood in the path where the route has this name. */
	public String variable(String name) {
		String value = variables.get(name);
		if (value == null) {
			throw new IllegalStateException("this route has no " + name);
		}
		return value;
	}

	/** A header's value, or null. */
	public @Nullable String header(String name) {
		return request.headers().get(name);
	}
}
