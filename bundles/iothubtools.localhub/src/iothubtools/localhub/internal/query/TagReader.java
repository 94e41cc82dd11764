// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.query.TagRow.Shape;
import iothubtools.localhub.internal.query.language.Attribute;

/**
 * Makes rows of tags. Devices mostly have the same tags and often the same values, some or all of them, so it keeps what it saw lately and
 * hands it out again; what is crowded out of these fixed places only takes more room.
 */
final class TagReader {

	private static final int SHAPES = 256;
	private static final int VALUES = 8192;
	private static final int ROWS = 2048;
	/** Tags of more text are nobody else's as a rule, and what is kept to be handed out again stays when its device is gone. */
	private static final int LONGEST = 512;
	/** Hash codes of small numbers differ in their upper bits alone; times this (2 to the power of 32 through the golden ratio), in all. */
	private static final int SPREAD = 0x9E3779B9;

	private final @Nullable Shape[] shapes = new @Nullable Shape[SHAPES];
	private final @Nullable TagRow[] rows = new @Nullable TagRow[ROWS];
	private final @Nullable JsonElement[] values = new @Nullable JsonElement[VALUES];

	/** Whether tags take much room as a row, some twenty times that of their text, and are too long to be shared. */
	static boolean isLong(JsonText tags) {
		return tags.text().length() > LONGEST;
	}

	/** The row of the tags of one device. */
	synchronized TagRow read(JsonText tags) {
		List<Attribute> leaves = new ArrayList<>();
		List<JsonElement> found = new ArrayList<>();
		collect(List.of("tags"), tags.object(), leaves, found);
		if (isLong(tags)) {
			return new TagRow(Shape.of(leaves), found.toArray(JsonElement[]::new));
		}
		Shape shape = shared(shapes, leaves, Shape::leaves, Shape::of);
		TagRow row = new TagRow(shape, found.stream()
				.map(value -> shared(values, value, Function.identity(), Function.identity())).toArray(JsonElement[]::new));
		return shared(rows, row, Function.identity(), Function.identity());
	}

	private static void collect(List<String> path, JsonObject object, List<Attribute> leaves, List<JsonElement> found) {
		for (String name : object.keySet()) {
			List<String> names = new ArrayList<>(path);
			names.add(name);
			JsonElement value = object.get(name);
			if (value instanceof JsonObject inner && !inner.isEmpty()) {
				collect(names, inner, leaves, found);
			} else {
				leaves.add(new Attribute(names));
				found.add(value);
			}
		}
	}

	/** What stands for this key, from its place or made and put there. */
	private static <K, V> V shared(@Nullable V[] places, K key, Function<V, K> keyOf, Function<K, V> maker) {
		int place = (key.hashCode() * SPREAD >>> 16) % places.length;
		V kept = places[place];
		if (kept != null && keyOf.apply(kept).equals(key)) {
			return kept;
		}
		V made = maker.apply(key);
		places[place] = made;
		return made;
	}
}
