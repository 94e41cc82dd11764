// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.query.QueryText;
import iothubtools.localhub.internal.query.language.Attribute;
import iothubtools.localhub.internal.query.language.Collection;
import iothubtools.localhub.internal.query.language.Comparison;
import iothubtools.localhub.internal.query.language.ComparisonOperator;
import iothubtools.localhub.internal.query.language.Expression;
import iothubtools.localhub.internal.query.language.Literal;
import iothubtools.localhub.internal.query.language.Query;
import iothubtools.localhub.internal.query.language.TargetCondition;

/** The kinds of configurations: of each, one wins for a twin. They differ in whom their conditions find and where their status stands. */
enum TargetKind {
	/** Writes twins of devices. */
	DEVICE(Collection.DEVICES),
	/** Writes twins of modules. */
	MODULE(Collection.MODULES),
	/** Writes twins of modules of IoT Edge devices: a deployment. */
	EDGE(Collection.DEVICES) {
		@Override
		Query query(TargetCondition condition) {
			return super.query(condition.and(IS_EDGE));
		}

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
			queries.put(TARGETED, targetsAsText(configuration.targetCondition()));
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

	/** The condition for all twins. */
	static final String EVERY = "*";

	private static final Expression IS_EDGE = new Comparison(new Attribute(List.of("capabilities", "iotEdge")),
			ComparisonOperator.EQUAL, Literal.TRUE);
	private static final String AGENT = "$edgeAgent";
	private static final String FROM = "from ";

	private final Collection collection;

	TargetKind(Collection collection) {
		this.collection = collection;
	}

	/**
	 * The query that finds the targets of a condition.
	 *
	 * @throws HubError 400 when it is none, or none of this kind
	 */
	Query targets(String condition) {
		if (condition.strip().equals(EVERY)) {
			return query(new TargetCondition(collection, null));
		}
		TargetCondition read = read(condition);
		if (collection == Collection.MODULES && read.from() == null) {
			throw invalid("That of modules begins with FROM devices.modules WHERE.");
		}
		if (collection == Collection.DEVICES && read.from() != null) {
			throw invalid("That of devices has no FROM.");
		}
		return query(read);
	}

	/**
	 * A condition of any kind, {@code *} aside.
	 *
	 * @throws HubError 400 when it is none
	 */
	static TargetCondition read(String condition) {
		TargetCondition read;
		try {
			read = QueryText.target(condition);
		} catch (HubError e) {
			throw invalid("It compares with =, !=, <, > and so on, has AND, OR, NOT and functions, and its strings have single"
					+ " quotes; there is no IN.");
		}
		if (read.from() != null && read.from() != Collection.MODULES) {
			throw invalid("FROM devices.modules is the only FROM.");
		}
		List<String> foreign = read.foreignNames();
		if (!foreign.isEmpty()) {
			throw invalid("It must be a filter condition based on 'deviceId', 'tags', or 'properties.reported'. It contains: "
					+ String.join(", ", foreign));
		}
		return read;
	}

	private static HubError invalid(String why) {
		return new HubError(ErrorCode.INVALID_CONFIGURATION_TARGET_CONDITION, "Invalid targetCondition. " + why);
	}

	/** The query that finds the targets of a condition of this kind. */
	Query query(TargetCondition condition) {
		return condition.query(collection);
	}

	/** The query that finds the targets of a condition, as a person reads it; the hub itself never asks it. */
	String targetsAsText(String condition) {
		String bare = condition.strip();
		if (bare.toLowerCase(Locale.ROOT).startsWith(FROM)) {
			return "select deviceId, moduleId " + bare;
		}
		return "select deviceId " + FROM + collectionName() + where(bare);
	}

	/** The WHERE of that text. */
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
		queries.put(TARGETED, targetsAsText(configuration.targetCondition()));
		queries.put(APPLIED, "select deviceId " + FROM + collectionName() + " where " + applied(configuration.id()));
		return queries;
	}

	private String collectionName() {
		return collection == Collection.MODULES ? "devices.modules" : "devices";
	}

	private static String applied(String id) {
		return "configurations.[[" + id + "]].status = 'Applied'";
	}
}
