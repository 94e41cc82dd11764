// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;

/** Fault plans in JSON, as docs/localhub.md describes them. What is not described is an error, so that no typing error is silent. */
public final class FaultPlanJson {

	private static final Set<String> PLAN = Set.of("seed", "rules");
	private static final Set<String> RULE = Set.of("operation", "rate", "skip", "times", "effect", "status", "errorCode",
			"milliseconds", "seconds", "seen", "injected");

	private FaultPlanJson() {
	}

	/**
	 * Reads a plan.
	 *
	 * @throws HubError 400 with what is wrong
	 */
	public static FaultPlan read(byte[] body) {
		JsonObject plan = Json.readObject(body);
		check(plan, PLAN);
		JsonElement rules = plan.get("rules");
		List<FaultRule> read = new ArrayList<>();
		if (rules != null) {
			if (!(rules instanceof JsonArray array)) {
				throw HubError.argumentInvalid("The member rules must be an array.");
			}
			array.forEach(rule -> read.add(rule(rule)));
		}
		return new FaultPlan((long) number(plan, "seed", 0), read);
	}

	/** What a rule has done may be in it: so the reply to a GET can be put again. */
	private static FaultRule rule(JsonElement element) {
		if (!(element instanceof JsonObject rule)) {
			throw HubError.argumentInvalid("Each rule must be an object.");
		}
		check(rule, RULE);
		try {
			return new FaultRule(text(rule, "operation", FaultRule.EVERY_OPERATION), number(rule, "rate", 1),
					(long) number(rule, "skip", 0), (long) number(rule, "times", Long.MAX_VALUE), FaultEffectJson.read(rule));
		} catch (IllegalArgumentException e) {
			throw HubError.argumentInvalid(String.valueOf(e.getMessage()));
		}
	}

	private static void check(JsonObject object, Set<String> known) {
		for (Map.Entry<String, JsonElement> member : object.entrySet()) {
			if (!known.contains(member.getKey())) {
				throw HubError.argumentInvalid("There is no member " + member.getKey() + " in a fault plan at this place.");
			}
		}
	}

	static String text(JsonObject object, String name, @Nullable String missing) {
		JsonElement element = object.get(name);
		if (element == null && missing != null) {
			return missing;
		}
		if (element instanceof JsonPrimitive primitive && primitive.isString()) {
			return primitive.getAsString();
		}
		throw HubError.argumentInvalid("The member " + name + " must be a string.");
	}

	static double number(JsonObject object, String name, double missing) {
		JsonElement element = object.get(name);
		if (element == null) {
			return missing;
		}
		if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
			return primitive.getAsDouble();
		}
		throw HubError.argumentInvalid("The member " + name + " must be a number.");
	}

	/** Writes the plan at work, each rule with what it has done. */
	static void write(JsonWriter json, Faults faults) throws IOException {
		json.beginObject();
		json.name("seed").value(faults.seed());
		json.name("rules").beginArray();
		for (Faults.RuleCount count : faults.counts()) {
			FaultRule rule = count.rule();
			json.beginObject();
			json.name("operation").value(rule.operation());
			json.name("rate").value(rule.rate());
			json.name("skip").value(rule.skip());
			if (rule.times() < Long.MAX_VALUE) {
				json.name("times").value(rule.times());
			}
			FaultEffectJson.write(json, rule.effect());
			json.name("seen").value(count.seen());
			json.name("injected").value(count.injected());
			json.endObject();
		}
		json.endArray();
		json.endObject();
	}
}
