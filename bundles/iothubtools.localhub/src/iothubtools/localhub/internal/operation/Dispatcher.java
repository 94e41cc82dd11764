// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.Gate;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.Failures;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.HubRequest;

/** Takes a request to its operation: the path first, then who sends it, then the api-version, then the operation itself. */
public final class Dispatcher {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");

	private final List<Route> routes;
	private final Gate gate;
	private final ErrorReplies errors;

	/** With all routes of the hub, the first match wins. */
	public Dispatcher(List<Route> routes, Gate gate, ErrorReplies errors) {
		this.routes = List.copyOf(routes);
		this.gate = gate;
		this.errors = errors;
	}

	/**
	 * Finds the operation of a request, of which nothing but the head is needed, and whether its sender may call it.
	 *
	 * @throws HubError 404, 401 or 400 for the api-version
	 */
	public Admitted admit(HubRequest request) {
		for (Route route : routes) {
			if (route.method().equals(request.method())) {
				Map<String, String> variables = route.match(request.path());
				if (variables != null) {
					Caller caller = gate.admit(request, variables, route.need());
					if (!route.isExtension()) {
						ApiVersion.check(request);
					}
					return new Admitted(route, variables, caller);
				}
			}
		}
		throw new HubError(ErrorCode.GENERIC_NOT_FOUND, "No operation " + request.method() + " at this path.");
	}

	/** The reply to a request that was admitted, with its body; the stage never fails. */
	public CompletionStage<HubReply> dispatch(Admitted admitted, HubRequest request) {
		Call call = new Call(request, admitted.variables(), admitted.caller());
		return admitted.route().operation().answer(call).exceptionally(failure -> failed(failure, request));
	}

	/** The reply to a request that could not be admitted or carried out. */
	public HubReply failed(Throwable failure, HubRequest request) {
		Throwable cause = Failures.cause(failure);
		if (cause instanceof HubError error) {
			return errors.reply(error, request.id());
		}
		LOG.log(Level.ERROR, "The local hub failed at a " + request.method() + " request", cause);
		return errors.reply(new HubError(ErrorCode.SERVER_ERROR, "InternalServerError"), request.id());
	}
}
