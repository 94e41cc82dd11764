// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** A file of this package with names between at signs, {@code @name@}, that values take the place of. */
record Template(String resource) {

	private static final Pattern NAME = Pattern.compile("@(\\w+)@");

	/**
	 * The text with these values, in which nothing is looked for any more.
	 *
	 * @throws IllegalStateException when it has a name without a value, or is not there
	 */
	String with(Map<String, String> values) {
		return NAME.matcher(text()).replaceAll(found -> Matcher.quoteReplacement(value(values, found.group(1))));
	}

	private String value(Map<String, String> values, String name) {
		@Nullable
		String value = values.get(name);
		if (value == null) {
			throw new IllegalStateException(resource + " has " + name);
		}
		return value;
	}

	private String text() {
		try (@Nullable
		InputStream in = Template.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException("No " + resource);
			}
			// some checkouts have other ends of lines
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
