// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A value computed from many rows.
 *
 * @param name       the name it gets: its alias, else {@code $1}, {@code $2} and so on
 * @param function   what is computed
 * @param attribute  from which attribute, null for a count
 */
public record Aggregation(String name, AggregateFunction function, @Nullable Attribute attribute) implements Column {
}
