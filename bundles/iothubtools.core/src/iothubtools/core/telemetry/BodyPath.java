// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * A path into a JSON body, as {@code $.engine.temperature}, {@code $['odd name']}, {@code $.values[0]}; {@code [*]} and {@code .*} stand for each
 * member of an object or array.
 */
public final class BodyPath {

	private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]\\s=!<>'\"]+)|\\['([^']*)'\\]|\\[(\\d{1,9}|\\*)\\]");
	private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\\s=!<>'\"*,;]+");
	private static final String EACH = "*";

	/** A step: into a member by its name, an element by its index, or each of them. */
	private record Step(@Nullable String name, int index) {

		Stream<JsonElement> from(JsonElement value) {
			if (name == null && index < 0) {
				return value instanceof JsonObject object ? object.entrySet().stream().map(Map.Entry::getValue)
						: value instanceof JsonArray array ? array.asList().stream() : Stream.empty();
			}
			if (name != null) {
				JsonElement member = value instanceof JsonObject object ? object.get(name) : null;
				return member == null ? Stream.empty() : Stream.of(member);
			}
			return value instanceof JsonArray array && index < array.size() ? Stream.of(array.get(index)) : Stream.empty();
		}
	}

	private final String text;
	private final List<Step> steps;

	private BodyPath(String text, List<Step> steps) {
		this.text = text;
		this.steps = steps;
	}

	/** The path that a text is; null if it is none. */
	public static @Nullable BodyPath of(String text) {
		if (!text.startsWith("$")) {
			return null;
		}
		List<Step> steps = new ArrayList<>();
		Matcher matcher = STEP.matcher(text);
		int at = 1;
		while (at < text.length()) {
			if (!matcher.find(at) || matcher.start() != at) {
				return null;
			}
			String plain = matcher.group(1);
			String quoted = matcher.group(2);
			String index = matcher.group(3);
			if (EACH.equals(plain) || EACH.equals(index)) {
				steps.add(new Step(null, -1));
			} else if (index != null) {
				steps.add(new Step(null, Integer.parseInt(index)));
			} else {
				steps.add(new Step(plain == null ? quoted : plain, -1));
			}
			at = matcher.end();
		}
		return new BodyPath(text, List.copyOf(steps));
	}

	/** The whole body. */
	static BodyPath root() {
		return new BodyPath("$", List.of());
	}

	/** The path of a member, written as {@link #of} reads it; null where a name has an apostrophe, which none of them can have. */
	static @Nullable String member(String parent, String name) {
		return PLAIN.matcher(name).matches() ? parent + "." + name : name.indexOf('\'') < 0 ? parent + "['" + name + "']" : null;
	}

	/** What stands at it; none, one, or several where it goes to each. */
	public List<JsonElement> in(JsonElement body) {
		List<JsonElement> found = List.of(body);
		for (Step step : steps) {
			found = found.stream().flatMap(step::from).toList();
		}
		return found;
	}

	/** As it was written. */
	@Override
	public String toString() {
		return text;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BodyPath path && path.text.equals(text);
	}

	@Override
	public int hashCode() {
		return text.hashCode();
	}
}
