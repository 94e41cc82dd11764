// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.query.language.Attribute;
import iothubtools.localhub.internal.query.language.Row;

/** The tags of one device in little room: the values in an array, their names in a shape that devices share. */
final class TagRow implements Row {

	/** No tags. */
	static final TagRow NONE = new TagRow(Shape.of(List.of()), new JsonElement[0]);

	/** Stands for tags that are read from the store when they are asked for. */
	static final TagRow ELSEWHERE = new TagRow(Shape.of(List.of()), new JsonElement[0]);

	/** What an object stands for: conditions only ask whether it is there, and never compare it. */
	private static final JsonObject OBJECT = new JsonObject();
	private static final int PLACE_OF_OBJECT = -1;

	private final Shape shape;
	private final JsonElement[] values;

	/** @param values in the order of the shape's leaves */
	TagRow(Shape shape, JsonElement[] values) {
		this.shape = shape;
		this.values = values;
	}

	/** With the same tags and the same values: the names are those of the same shape. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TagRow row && row.shape == shape && Arrays.equals(row.values, values);
	}

	@Override
	public int hashCode() {
		return 31 * System.identityHashCode(shape) + Arrays.hashCode(values);
	}

	@Override
	public @Nullable JsonElement value(Attribute attribute) {
		Integer place = shape.places.get(attribute);
		return place == null ? null : place == PLACE_OF_OBJECT ? OBJECT : values[place];
	}

	/**
	 * Which tags a device has.
	 *
	 * @param leaves  those that are no objects, or are empty ones
	 * @param places  the place of each leaf among the values, and of all objects above them none
	 */
	record Shape(List<Attribute> leaves, Map<Attribute, Integer> places) {

		static Shape of(List<Attribute> leaves) {
			Map<Attribute, Integer> places = new HashMap<>();
			for (int place = 0; place < leaves.size(); place++) {
				List<String> names = leaves.get(place).names();
				places.put(leaves.get(place), place);
				for (int depth = 1; depth < names.size(); depth++) {
					places.put(new Attribute(names.subList(0, depth)), PLACE_OF_OBJECT);
				}
			}
			return new Shape(List.copyOf(leaves), Map.copyOf(places));
		}
	}
}
