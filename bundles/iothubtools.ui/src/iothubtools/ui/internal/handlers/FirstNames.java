// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import iothubtools.ui.internal.text.Numbers;

/** What a question names of many things: it has to have room on a screen. */
public final class FirstNames {

	private static final int NAMED = 10;

	private FirstNames() {
	}

	/** The first of these names, a line each, and how many more there are. */
	public static String lines(List<String> names) {
		return names.stream().limit(NAMED).collect(Collectors.joining("\n"))
				+ (names.size() > NAMED ? NLS.bind(Messages.Names_more, Numbers.of(names.size() - NAMED)) : "");
	}
}
