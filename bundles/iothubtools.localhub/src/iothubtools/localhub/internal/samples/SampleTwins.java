// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.samples;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinChange;
import iothubtools.localhub.internal.twins.TwinWrite;

/**
 * The twins of sample devices: most have tags, a quarter desired properties, and half of those have reported what they made
 * of them. They differ in little, so the parts that are alike are made once.
 */
final class SampleTwins {

	private static final String[] SITES = { "Bergen", "Graz", "Porto", "Turku", "Utrecht" };
	private static final int BUILDINGS = 3;
	private static final int FLOORS = 8;
	private static final int KINDS = 4;

	private final Twin fresh;
	private final List<Twin> desired;
	private final List<Twin> reported;

	/** Twins that are written at this time. */
	SampleTwins(Instant now) {
		fresh = Twin.fresh(now);
		desired = IntStream.range(0, KINDS).mapToObj(kind -> desired(kind, now)).toList();
		reported = IntStream.range(0, KINDS).mapToObj(kind -> reported(kind, now)).toList();
	}

	private static Twin desired(int kind, Instant now) {
		String properties = "{\"interval\":" + 10 * (kind + 1) + ",\"alarm\":{\"low\":-5,\"high\":" + (35.5 + kind) + "}}";
		JsonObject body = new JsonText("{\"properties\":{\"desired\":" + properties + "}}").object();
		return TwinChange.first(TwinWrite.patch(body), now);
	}

	private Twin reported(int kind, Instant now) {
		String properties = "{\"interval\":" + 10 * (kind + 1) + ",\"firmware\":\"1." + kind + ".0\",\"battery\":"
				+ (100 - 20 * kind) + '}';
		return TwinChange.report(desired.get(kind), new JsonText(properties).object(), now);
	}

	/** The twin of the sample device of this number, null when nothing is written in it. */
	@Nullable Twin of(int number) {
		boolean tagged = number % 7 != 0;
		int kind = number / KINDS % KINDS;
		Twin twin = number % 8 == 0 ? reported.get(kind) : number % 4 == 0 ? desired.get(kind) : fresh;
		if (!tagged) {
			return twin == fresh ? null : twin;
		}
		return new Twin(twin.version(), twin.etagVersion(), tags(number), twin.desired(), twin.reported());
	}

	private static JsonText tags(int number) {
		return new JsonText("{\"site\":\"" + SITES[number % SITES.length] + "\",\"location\":{\"building\":\""
				+ (char) ('A' + number % BUILDINGS) + "\",\"floor\":" + number / SITES.length % FLOORS + "}}");
	}
}
