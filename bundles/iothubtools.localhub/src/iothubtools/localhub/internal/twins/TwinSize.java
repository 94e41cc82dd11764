// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.nio.charset.StandardCharsets;
import java.util.Map.Entry;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonText;

/** How large tags and properties may become, counted as the service counts (contract §4). */
enum TwinSize {
	/** Tags: 8 KiB. */
	TAGS("tags", 8 * 1024),
	/** Desired properties: 32 KiB. */
	DESIRED("desired properties", 32 * 1024),
	/** Reported properties: 32 KiB. */
	REPORTED("reported properties", 32 * 1024);

	private static final int NUMBER_BYTES = 8;
	private static final int FLAG_BYTES = 4;

	/** No text counts more than this many times its length: three bytes for a character, eight for the number in {@code 1,} */
	private static final int MOST_PER_CHARACTER = 4;

	private final String part;
	private final int limit;

	TwinSize(String part, int limit) {
		this.part = part;
		this.limit = limit;
	}

	/** @throws HubError 413 when they are larger than the service allows */
	void check(JsonText values) {
		if (values.text().length() > limit / MOST_PER_CHARACTER && bytes(values.object()) > limit) {
			throw tooLarge();
		}
	}

	/**
	 * Looks at a patch before it is merged, at no more of it than it may have: nothing that is too large is copied, merged and written as
	 * text first. All that it sets stays in the end, and it can delete no more than there may be.
	 *
	 * @throws HubError 413 when they would become larger than the service allows
	 */
	void checkPatch(JsonObject patch) {
		if (new PatchSize(limit).isBeyond(patch)) {
			throw tooLarge();
		}
	}

	private HubError tooLarge() {
		return new HubError(ErrorCode.GENERIC_REQUEST_ENTITY_TOO_LARGE,
				"The " + part + " would be larger than " + limit + " bytes.");
	}

	/**
	 * Names and strings count as UTF-8, numbers 8, true and false 4 bytes; what holds them together counts nothing. An item of an array that
	 * would count nothing counts one, so that there is an end to them.
	 */
	private static long bytes(JsonElement value) {
		long sum = 0;
		if (value.isJsonObject()) {
			for (Entry<String, JsonElement> member : value.getAsJsonObject().entrySet()) {
				sum += utf8Length(member.getKey()) + bytes(member.getValue());
			}
		} else if (value.isJsonArray()) {
			for (JsonElement item : value.getAsJsonArray()) {
				sum += Math.max(1, bytes(item));
			}
		} else if (value instanceof JsonPrimitive primitive) {
			sum = primitive.isString() ? utf8Length(primitive.getAsString())
					: primitive.isNumber() ? NUMBER_BYTES : FLAG_BYTES;
		}
		return sum;
	}

	private static int utf8Length(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	/** Counts a patch until it is too much. */
	private static final class PatchSize {

		private final long limit;
		private long set;
		private long deleted;

		PatchSize(long limit) {
			this.limit = limit;
		}

		boolean isBeyond(JsonElement value) {
			if (value.isJsonObject()) {
				return value.getAsJsonObject().entrySet().stream().anyMatch(this::isBeyondWith);
			}
			if (value.isJsonArray()) {
				return value.getAsJsonArray().asList().stream().anyMatch(this::isBeyondWithItem);
			}
			set += bytes(value);
			return isTooMuch();
		}

		private boolean isBeyondWithItem(JsonElement item) {
			long before = set;
			boolean beyond = isBeyond(item);
			set = Math.max(set, before + 1);
			return beyond || isTooMuch();
		}

		private boolean isBeyondWith(Entry<String, JsonElement> member) {
			int name = utf8Length(member.getKey());
			if (member.getValue().isJsonNull()) {
				deleted += name;
				return isTooMuch();
			}
			set += name;
			return isTooMuch() || isBeyond(member.getValue());
		}

		private boolean isTooMuch() {
			return set > limit || deleted > limit;
		}
	}
}
