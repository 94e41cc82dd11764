// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.IMemento;

import iothubtools.client.exchange.Masking;

/** What a person typed into a field that is to come back with its view or dialog. It is in a file until then, and a key or token may be in none. */
public final class KeptText {

	private KeptText() {
	}

	/** The text, or nothing where a key or token was pasted into it. */
	public static String of(String text) {
		return Masking.mayBeKept(text) ? text : "";
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
