// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import java.util.regex.Pattern;

import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.IMemento;

import iothubtools.client.exchange.Masking;

/** What a person typed into a field that is to come back with its view or dialog. It is in a file until then, and a key or token may be in none. */
public final class KeptText {

	private static final Pattern NOT_OF_XML = Pattern.compile("[^\\t\\r\\n -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

	private KeptText() {
	}

	/**
	 * The text, or nothing where a key or token was pasted into it. What XML does not have is left out, such as the escape of a coloured line
	 * of a log: JFace writes it and then reads none of the settings any more, of no dialog.
	 */
	public static String of(String text) {
		return Masking.mayBeKept(text) ? NOT_OF_XML.matcher(text).replaceAll("") : "";
	}

	/** Keeps it with a view. */
	public static void put(IMemento memento, String key, String text) {
		memento.putString(key, of(text));
	}

	/** Keeps it with a dialog. */
	public static void put(IDialogSettings settings, String key, String text) {
		settings.put(key, of(text));
	}
}
