// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.query.language.Attribute;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinProperties;

/** A twin as a row: of its JSON only the part is read that a query asks for. */
abstract class TwinRow implements QueryRow {

	/** What no row has costs none its JSON: a list asks for parents, of which few hubs have any. */
	private static final Set<String> OF_WHOLE = Set.of("etag", "deviceEtag", "status", "statusUpdateTime", "connectionState",
			"lastActivityTime", "cloudToDeviceMessageCount", "authenticationType", "x509Thumbprint", "version", "properties",
			"configurations");

	private @Nullable Twin twin;
	private @Nullable JsonObject tags;
	private @Nullable JsonObject whole;

	/** Reads the twin. */
	abstract Twin readTwin();

	/** The value of an attribute beside tags and properties, null when it is undefined. Those that lists ask for should not need the row's JSON. */
	@Nullable JsonElement own(String name) {
		return OF_WHOLE.contains(name) ? whole().get(name) : null;
	}

	@Override
	public final @Nullable JsonElement value(Attribute attribute) {
		return switch (attribute.root()) {
		case "tags" -> attribute.within(tags(), 1);
		case "properties" -> property(attribute);
		default -> attribute.within(own(attribute.root()), 1);
		};
	}

	/** The twin, read once. */
	final Twin twin() {
		Twin read = twin;
		if (read == null) {
			read = readTwin();
			twin = read;
		}
		return read;
	}

	private @Nullable JsonObject tags() {
		JsonObject read = tags;
		if (read == null && !twin().tags().isEmpty()) {
			read = twin().tags().object();
			tags = read;
		}
		return read;
	}

	/** Beside the properties themselves their metadata is large, and seldom asked for. */
	private @Nullable JsonElement property(Attribute attribute) {
		if (attribute.names().size() > 2) {
			TwinProperties properties = switch (attribute.names().get(1)) {
			case "desired" -> twin().desired();
			case "reported" -> twin().reported();
			default -> null;
			};
			if (properties != null) {
				boolean own = !attribute.names().get(2).startsWith("$");
				JsonText text = own ? properties.values() : new JsonText(properties.json());
				return attribute.within(text.object(), 2);
			}
		}
		return attribute.within(whole(), 0);
	}

	private JsonObject whole() {
		JsonObject read = whole;
		if (read == null) {
			read = Json.object(this::writeTo);
			whole = read;
		}
		return read;
	}
}
