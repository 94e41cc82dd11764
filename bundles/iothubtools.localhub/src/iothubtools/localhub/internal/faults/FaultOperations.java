// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;

/** The operations on the fault plan, see docs/localhub.md. Each answers with the plan at work. */
record FaultOperations(Faults faults) {

	/** GET /localhub/faults. */
	HubReply get(Call call) {
		return HubReply.json(200, Json.write(json -> FaultPlanJson.write(json, faults)));
	}

	/** PUT /localhub/faults: another plan. */
	HubReply put(Call call) {
		faults.replace(FaultPlanJson.read(call.request().body()));
		return get(call);
	}

	/** DELETE /localhub/faults: nothing goes wrong any more. */
	HubReply delete(Call call) {
		faults.replace(FaultPlan.NONE);
		return get(call);
	}
}
