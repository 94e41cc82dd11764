// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultEffect.Break;
import iothubtools.localhub.faults.FaultEffect.ClockSkew;
import iothubtools.localhub.faults.FaultEffect.Delay;
import iothubtools.localhub.faults.FaultEffect.Status;
import iothubtools.localhub.internal.errors.HubError;

/** The effect of a rule in JSON: its name, and beside it what it needs. */
final class FaultEffectJson {

	private static final Map<String, Break> BREAKS = Map.of("dropBefore", Break.DROP_BEFORE, "dropAfter", Break.DROP_AFTER,
			"truncate", Break.TRUNCATE, "failAfterCommit", Break.FAIL_AFTER_COMMIT);
	private static final int DEFAULT_STATUS = 503;
	private static final int DEFAULT_SKEW_SECONDS = 3600;

	private FaultEffectJson() {
	}

	/** @throws HubError 400 when there is none, or one that does not exist */
	static FaultEffect read(JsonObject rule) {
		String name = FaultPlanJson.text(rule, "effect", null);
		switch (name) {
		case "status":
			return new Status((int) FaultPlanJson.number(rule, "status", DEFAULT_STATUS),
					FaultPlanJson.text(rule, "errorCode", "ServiceUnavailable"));
		case "delay":
			return new Delay(Duration.ofMillis((long) FaultPlanJson.number(rule, "milliseconds", 0)));
		case "clockSkew":
			return new ClockSkew(Duration.ofSeconds((long) FaultPlanJson.number(rule, "seconds", DEFAULT_SKEW_SECONDS)));
		default:
			Break effect = BREAKS.get(name);
			if (effect == null) {
				throw HubError.argumentInvalid("There is no effect " + name + ".");
			}
			return effect;
		}
	}

	/** Writes its members into the object of the rule. */
	static void write(JsonWriter json, FaultEffect effect) throws IOException {
		if (effect instanceof Status status) {
			json.name("effect").value("status");
			json.name("status").value(status.status());
			json.name("errorCode").value(status.errorCode());
		} else if (effect instanceof Delay delay) {
			json.name("effect").value("delay");
			json.name("milliseconds").value(delay.duration().toMillis());
		} else if (effect instanceof ClockSkew skew) {
			json.name("effect").value("clockSkew");
			json.name("seconds").value(skew.ahead().toSeconds());
		} else {
			json.name("effect").value(BREAKS.entrySet().stream().filter(known -> known.getValue() == effect).findFirst()
					.orElseThrow().getKey());
		}
	}
}
