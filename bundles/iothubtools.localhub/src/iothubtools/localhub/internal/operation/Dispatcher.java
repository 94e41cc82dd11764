// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.Gate;
import iothubtools.localhub.internal.errors.ErrorCode;
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

	/** The reply to a request; the stage never fails. */
	public CompletionStage<HubReply> dispatch(HubRequest request) {
		CompletionStage<HubReply> reply;
		try {
			reply = operate(request);
		} catch (RuntimeException e) {
			reply = CompletableFuture.failedStage(e);
		}
		return reply.exceptionally(failure -> failed(failure, request));
	}

	private CompletionStage<HubReply> operate(HubRequest request) {
		for (Route route : routes) {
			if (route.method().equals(request.method())) {
				Map<String, String> variables = route.match(request.path());
				if (variables != null) {
					Caller caller = gate.admit(request, variables, route.right());
					if (!route.isExtension()) {
						ApiVersion.check(request);
					}
					return route.operation().answer(new Call(request, variables, caller));
				}
			}
		}
		throw new HubError(ErrorCode.GENERIC_NOT_FOUND, "No operation " + request.method() + " at this path.");
	}

	private HubReply failed(Throwable failure, HubRequest request) {
		Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
				: failure;
		if (cause instanceof HubError error) {
			return errors.reply(error, request.id());
		}
		LOG.log(Level.ERROR, "The local hub failed at a " + request.method() + " request", cause);
		return errors.reply(new HubError(ErrorCode.SERVER_ERROR, "InternalServerError"), request.id());
	}
}
