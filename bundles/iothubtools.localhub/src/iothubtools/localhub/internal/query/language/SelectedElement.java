// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * An element of the SELECT clause as it was read, before the FROM clause said what its names mean.
 *
 * @param function  name of an aggregate, or null
 * @param path      names of an attribute, or null
 * @param alias     the name of its member in the result, or null
 */
public record SelectedElement(@Nullable String function, @Nullable List<String> path, @Nullable String alias) {

	/** Whether its member has a name of its own, which that of an aggregate without an alias has not. */
	boolean isNamed() {
		return function == null || alias != null;
	}

	/**
	 * The column it is.
	 *
	 * @param number  its place among those without a name, from 1
	 * @throws NoQueryException when there is no such aggregate, or it takes another argument
	 */
	Column column(Collection collection, int number) {
		Attribute attribute = path == null ? null : collection.attribute(path);
		if (function != null) {
			AggregateFunction aggregate = AggregateFunction.of(function);
			if (aggregate.needsAttribute() != (attribute != null)) {
				throw new NoQueryException("the argument of " + function);
			}
			return new Aggregation(alias == null ? "$" + number : alias, aggregate, attribute);
		}
		if (attribute == null) {
			throw new NoQueryException("no attribute");
		}
		return new Projection(alias == null ? attribute.last() : alias, attribute);
	}
}
