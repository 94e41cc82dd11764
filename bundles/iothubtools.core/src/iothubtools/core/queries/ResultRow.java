// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.queries;

import java.util.Comparator;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A row of a result. Its values stand in the order in which {@link QueryResult} came across their paths.
 */
public final class ResultRow {

	/** Rows by a value: those without come first, then null, false and true, numbers by size and texts. */
	static final Comparator<Object> ORDER = ResultRow::compare;

	private final int number;
	private final String json;
	private final @Nullable Object[] values;

	/**
	 * @param number counted from 1
	 * @param json   what the hub gave
	 * @param values texts, numbers, truth values; null for what is not there
	 */
	ResultRow(int number, String json, @Nullable Object[] values) {
		this.number = number;
		this.json = json;
		this.values = values;
	}

	/** Counted from 1, in the order of the hub. */
	public int number() {
		return number;
	}

	/** All of it, as the hub gave it. */
	public String json() {
		return json;
	}

	/** What stands at a path; null if nothing does. */
	public @Nullable Object value(int path) {
		return path < values.length ? values[path] : null;
	}

	/** What stands at a path as text; empty if nothing does. */
	public String text(int path) {
		Object value = value(path);
		return value == null ? "" : value.toString();
	}

	/** Rows by what stands at a path. */
	public static Comparator<ResultRow> by(int path, Comparator<String> texts) {
		return (one, other) -> {
			Object left = one.value(path);
			Object right = other.value(path);
			return left instanceof String text && right instanceof String otherText ? texts.compare(text, otherText) : compare(left, right);
		};
	}

	private static int compare(@Nullable Object left, @Nullable Object right) {
		int kinds = Integer.compare(kind(left), kind(right));
		if (kinds != 0 || left == null || right == null) {
			return kinds;
		}
		if (left instanceof Number number && right instanceof Number other) {
			return Double.compare(number.doubleValue(), other.doubleValue());
		}
		return left instanceof Boolean truth && right instanceof Boolean other ? Boolean.compare(truth, other)
				: left.toString().compareTo(right.toString());
	}

	private static int kind(@Nullable Object value) {
		return value == null ? 0 : value == JsonNull.NULL ? 1 : value instanceof Boolean ? 2 : value instanceof Number ? 3 : 4;
	}

	/** What JSON has for nothing, which is something else than not being there. */
	enum JsonNull {
		NULL;

		@Override
		public String toString() {
			return "null";
		}
	}
}
