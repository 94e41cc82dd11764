// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import iothubtools.localhub.internal.exchange.ClientId;

/** The kinds of configurations: of each, one wins for a twin. They differ in whom their conditions find and where their status stands. */
enum TargetKind {
	/** Writes twins of devices. */
	DEVICE("devices"),
	/** Writes twins of modules. */
	MODULE("devices.modules"),
	/** Writes twins of modules of IoT Edge devices: a deployment. */
	EDGE("devices") {
		@Override
		String where(String condition) {
			String edge = " where capabilities.iotEdge = true";
			return condition.equals(EVERY) ? edge : edge + " and (" + condition + ")";
		}

		@Override
		ClientId statusOf(ClientId target) {
			return new ClientId(target.deviceId(), AGENT);
		}

		@Override
		Map<String, String> systemQueries(Configuration configuration) {
			Map<String, String> queries = new LinkedHashMap<>();
			queries.put(TARGETED, targets(configuration.targetCondition()));
			String agent = "select deviceId from devices.modules where moduleId = '" + AGENT + "' and "
					+ applied(configuration.id());
			queries.put(APPLIED, agent);
			String code = agent + " and properties.desired.$version = properties.reported.lastDesiredVersion"
					+ " and properties.reported.lastDesiredStatus.code ";
			queries.put("reportedSuccessfulCount", code + "= 200");
			queries.put("reportedFailedCount", code + "!= 200");
			return queries;
		}
	};

	/** The metric of how many twins a configuration is for. */
	static final String TARGETED = "targetedCount";

	/** The metric of how many of them it has written. */
	static final String APPLIED = "appliedCount";

	private static final String EVERY = "*";
	private static final String AGENT = "$edgeAgent";
	private static final String FROM = "from ";

	private final String collection;

	TargetKind(String collection) {
		this.collection = collection;
	}

	/** The query that finds the targets of a condition. */
	String targets(String condition) {
		String bare = condition.strip();
		if (bare.toLowerCase(Locale.ROOT).startsWith(FROM)) {
			return "select deviceId, moduleId " + bare;
		}
		return "select deviceId " + FROM + collection + where(bare);
	}

	/** The WHERE of that query. */
	String where(String condition) {
		return condition.equals(EVERY) ? "" : " where " + condition;
	}

	/** The twin that shows the status of a configuration for a target. */
	ClientId statusOf(ClientId target) {
		return target;
	}

	/** The queries of the metrics that the hub itself has of each configuration, by name. */
	Map<String, String> systemQueries(Configuration configuration) {
		Map<String, String> queries = new LinkedHashMap<>();
		queries.put(TARGETED, targets(configuration.targetCondition()));
		queries.put(APPLIED, "select deviceId " + FROM + collection + " where " + applied(configuration.id()));
		return queries;
	}

	private static String applied(String id) {
		return "configurations.[[" + id + "]].status = 'Applied'";
	}
}
