// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

/**
 * An array; elements that are undefined are left out.
 *
 * @param elements  what it is made of
 */
public record ArrayOf(List<Expression> elements) implements Expression {

	/** A copy keeps it from changes. */
	public ArrayOf {
		elements = List.copyOf(elements);
	}

	@Override
	public @NonNull JsonElement evaluate(Row row) {
		JsonArray array = new JsonArray(elements.size());
		for (Expression element : elements) {
			@Nullable
			JsonElement value = element.evaluate(row);
			if (value != null) {
				array.add(value);
			}
		}
		return array;
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return elements.stream().allMatch(element -> element.readsOnly(kind));
	}
}
