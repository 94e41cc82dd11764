// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.client.devices.DeviceDetails;
import iothubtools.client.devices.ListExtras;
import iothubtools.client.devices.TagPath;
import iothubtools.client.internal.json.JsonText;

/**
 * What a list of all devices keeps beside the attributes of a row. Each byte of a row counts, and parents and tags are the same for many
 * devices, which share what says so. Safe for several threads.
 */
final class ListedDetails {

	/** Longer texts are cut: nobody reads more in a column. */
	private static final int LONGEST = 200;
	private static final String CUT = "\u2026";
	/** Beyond, what devices have is their own, and there is no use in looking for others that have the same. */
	private static final int MOST_SHARED = 10_000;
	private static final String ALIAS = "tag";
	/** Of a twin, which has an etag of its own besides. */
	static final String TWIN_ETAG = "deviceEtag";
	static final String IDENTITY_ETAG = "etag";

	private record Told(String parent, Map<String, String> tags) {
	}

	private final List<TagPath> tags;
	/** The member of a row that is the etag of the identity; empty if it was not asked for. */
	private final String etagMember;
	private final Map<Told, DeviceDetails> shared = new ConcurrentHashMap<>();

	/**
	 * @param extras     what the list was asked for
	 * @param etagMember which member of a row is the etag of the identity
	 */
	ListedDetails(ListExtras extras, String etagMember) {
		tags = extras.tags();
		this.etagMember = extras.etags() ? etagMember : "";
	}

	/** What is added to the attributes that are asked for; begins with a comma, or is empty. */
	static String projection(ListExtras extras) {
		List<TagPath> tags = extras.tags();
		StringBuilder projection = new StringBuilder(extras.etags() ? ", " + TWIN_ETAG : "");
		for (int i = 0; i < tags.size(); i++) {
			projection.append(", ").append(tags.get(i).inQuery()).append(" AS ").append(ALIAS).append(i);
		}
		return projection.toString();
	}

	/** Details of a device; null for nothing. */
	@Nullable
	DeviceDetails of(String parent, String etag, Map<String, String> texts) {
		if (!etag.isEmpty()) {
			// each has its own
			return new DeviceDetails(etag, "", null, parent.isEmpty() ? List.of() : List.of(parent), texts);
		}
		if (parent.isEmpty() && texts.isEmpty()) {
			return null;
		}
		Told told = new Told(parent, texts);
		DeviceDetails known = shared.get(told);
		if (known == null) {
			known = new DeviceDetails("", "", null, parent.isEmpty() ? List.of() : List.of(parent), texts);
			if (shared.size() < MOST_SHARED) {
				shared.put(new Told(parent, known.tagTexts()), known);
			}
		}
		return known;
	}

	/** Whether this member of a row is the etag that was asked for. */
	boolean isEtag(String member) {
		return member.equals(etagMember);
	}

	/** The tag that a member of a row is about, which may be one of the projection; null for another member. */
	@Nullable
	TagPath tag(String member) {
		for (int i = 0; i < tags.size(); i++) {
			if (member.length() > ALIAS.length() && member.startsWith(ALIAS) && member.substring(ALIAS.length()).equals(Integer.toString(i))) {
				return tags.get(i);
			}
		}
		return null;
	}

	/** The texts at the paths that a whole {@code tags} has. */
	Map<String, String> texts(JsonElement whole) {
		Map<String, String> texts = new HashMap<>();
		for (TagPath path : tags) {
			JsonElement value = whole;
			for (String name : path.names()) {
				value = value instanceof JsonObject object ? object.get(name) : null;
			}
			String text = value == null ? "" : text(value);
			if (!text.isEmpty()) {
				texts.put(path.toString(), text);
			}
		}
		return texts;
	}

	/** Whether any tags were asked for. */
	boolean hasTags() {
		return !tags.isEmpty();
	}

	/** On one line, of a length that a column has room for; empty for null. */
	static String text(JsonElement value) {
		if (value.isJsonNull()) {
			return "";
		}
		String text = (value instanceof JsonPrimitive primitive ? primitive.getAsString() : JsonText.compact(value)).replaceAll("\\p{Cntrl}", " ");
		if (text.length() <= LONGEST) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
		return text.substring(0, end) + CUT;
	}
}
