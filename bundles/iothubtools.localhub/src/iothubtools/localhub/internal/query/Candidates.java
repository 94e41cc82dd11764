// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.query.language.AllOf;
import iothubtools.localhub.internal.query.language.Attribute;
import iothubtools.localhub.internal.query.language.Comparison;
import iothubtools.localhub.internal.query.language.ComparisonOperator;
import iothubtools.localhub.internal.query.language.Expression;
import iothubtools.localhub.internal.query.language.Literal;
import iothubtools.localhub.internal.query.language.Membership;

/**
 * Which devices a condition can hold for, as far as that is seen without reading their twins.
 *
 * @param deviceIds  only these, in order; null when the condition names no ids
 * @param tags       a condition on tags alone that must hold too, null when there is none
 * @param haveTags   whether only devices that have tags can meet it
 */
record Candidates(@Nullable List<String> deviceIds, @Nullable Expression tags, boolean haveTags) {

	private static final Attribute DEVICE_ID = new Attribute(List.of("deviceId"));

	/** Those of a condition, of none when it is null. */
	static Candidates of(@Nullable Expression condition) {
		List<Expression> required = new ArrayList<>();
		if (condition != null) {
			collect(condition, required);
		}
		List<Expression> onTags = new ArrayList<>();
		for (Expression one : required) {
			List<String> ids = deviceIds(one);
			if (ids != null) {
				return new Candidates(ids, null, false);
			}
			if (one.readsOnly(attribute -> attribute.root().equals("tags"))) {
				onTags.add(one);
			}
		}
		Expression tags = onTags.isEmpty() ? null : new AllOf(onTags);
		return new Candidates(null, tags, tags != null && !tags.holds(attribute -> null));
	}

	/** The conditions of which each must hold. */
	private static void collect(Expression condition, List<Expression> required) {
		if (condition instanceof AllOf all) {
			all.parts().forEach(part -> collect(part, required));
		} else {
			required.add(condition);
		}
	}

	/** The ids in {@code deviceId = '…'} and {@code deviceId IN ['…', …]}. */
	private static @Nullable List<String> deviceIds(Expression condition) {
		if (condition instanceof Comparison equal && equal.operator() == ComparisonOperator.EQUAL) {
			return equal.left().equals(DEVICE_ID) ? texts(List.of(equal.right()))
					: equal.right().equals(DEVICE_ID) ? texts(List.of(equal.left())) : null;
		}
		if (condition instanceof Membership membership && membership.in() && membership.value().equals(DEVICE_ID)) {
			return texts(membership.values());
		}
		return null;
	}

	/** The strings, once each and in order; null when one of them is no constant. */
	private static @Nullable List<String> texts(List<Expression> values) {
		List<String> texts = new ArrayList<>();
		for (Expression value : values) {
			if (!(value instanceof Literal literal)) {
				return null;
			}
			@Nullable
			JsonElement constant = literal.value();
			if (constant instanceof JsonPrimitive primitive && primitive.isString()) {
				texts.add(primitive.getAsString());
			}
		}
		return texts.stream().sorted().distinct().toList();
	}
}
