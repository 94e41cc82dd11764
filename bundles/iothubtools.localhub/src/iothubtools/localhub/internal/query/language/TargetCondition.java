// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Which twins a configuration is for.
 *
 * @param from      FROM, or null
 * @param condition what holds for the twins, null when every one of them is meant
 */
public record TargetCondition(@Nullable Collection from, @Nullable Expression condition) {

	/** What a condition may name, which is what the service looks again for: a change of anything else goes unnoticed. */
	private static boolean isTarget(Attribute attribute, boolean modules) {
		return switch (attribute.root()) {
		case "deviceId" -> attribute.names().size() == 1;
		case "moduleId" -> modules && attribute.names().size() == 1;
		case "tags" -> true;
		case "properties" -> attribute.names().size() > 1 && attribute.names().get(1).equals("reported");
		default -> false;
		};
	}

	/** The names in it that no condition may have. */
	public List<String> foreignNames() {
		List<String> foreign = new ArrayList<>();
		if (condition != null) {
			condition.readsOnly(attribute -> {
				if (!isTarget(attribute, from == Collection.MODULES)) {
					foreign.add(String.join(".", attribute.names()));
				}
				return true;
			});
		}
		return foreign;
	}

	/** The query that finds the twins. */
	public Query query(Collection collection) {
		return new Query(Query.NO_LIMIT, List.of(), collection, condition, null);
	}

	/** Those of its twins for which something else holds, too. */
	public TargetCondition and(Expression other) {
		return new TargetCondition(from, condition == null ? other : new AllOf(List.of(other, condition)));
	}
}
