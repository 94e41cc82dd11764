// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Route;

/** This hub's own operations on its fault plan, see docs/localhub.md. Each answers with the plan at work. */
public final class FaultRoutes {

	private static final String PATH = "/localhub/faults";

	private FaultRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(Faults faults) {
		return List.of(Route.of("GetFaults", "GET", PATH, SERVICE_CONNECT, call -> reply(faults)),
				Route.of("PutFaults", "PUT", PATH, SERVICE_CONNECT, call -> {
					faults.replace(FaultPlanJson.read(call.request().body()));
					return reply(faults);
				}), Route.of("DeleteFaults", "DELETE", PATH, SERVICE_CONNECT, call -> {
					faults.replace(FaultPlan.NONE);
					return reply(faults);
				}));
	}

	private static CompletionStage<HubReply> reply(Faults faults) {
		return CompletableFuture
				.completedStage(HubReply.json(200, Json.write(json -> FaultPlanJson.write(json, faults))));
	}
}
