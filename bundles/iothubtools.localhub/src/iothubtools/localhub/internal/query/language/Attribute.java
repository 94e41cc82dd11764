// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Where a value is in a row.
 *
 * @param names  from the row's own attribute inwards; those the service has itself in its own spelling, at least one
 */
public record Attribute(List<String> names) implements Expression {

	/** @throws IllegalArgumentException without a name */
	public Attribute {
		names = List.copyOf(names);
		if (names.isEmpty()) {
			throw new IllegalArgumentException("an attribute has a name");
		}
	}

	/** The row's own attribute. */
	public String root() {
		return names.get(0);
	}

	/** The innermost name. */
	public String last() {
		return names.get(names.size() - 1);
	}

	/** What it stands for within an element that stands for its first names, null when nothing is there. */
	public @Nullable JsonElement within(@Nullable JsonElement element, int first) {
		JsonElement value = element;
		for (int i = first; value != null && i < names.size(); i++) {
			value = value instanceof JsonObject object ? object.get(names.get(i)) : null;
		}
		return value;
	}

	@Override
	public @Nullable JsonElement evaluate(Row row) {
		return row.value(this);
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return kind.test(this);
	}
}
