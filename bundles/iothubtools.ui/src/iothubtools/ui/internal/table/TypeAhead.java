// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * Typing goes to the next row that begins so, as in other lists: GTK's own search asks every item of a virtual table for its text, so SWT
 * switches it off. A letter typed again and again goes through the rows that begin with it.
 */
public final class TypeAhead<R extends TableRow> {

	/** A pause as long as this begins another word; event times are milliseconds. */
	private static final int PAUSE = 1000;

	private final RowTable<R> rows;
	private final Function<R, String> text;
	private String typed = "";
	private int last;

	private TypeAhead(RowTable<R> rows, Function<R, String> text) {
		this.rows = rows;
		this.text = text;
	}

	/**
	 * Listens from now on. Who has another use for a character listens later, and leaves events alone that are taken.
	 *
	 * @param text what a row begins with
	 */
	public static <R extends TableRow> void install(RowTable<R> rows, Function<R, String> text) {
		TypeAhead<R> typing = new TypeAhead<>(rows, text);
		rows.table().addListener(SWT.KeyDown, typing::key);
	}

	private void key(Event event) {
		boolean goesOn = !typed.isEmpty() && event.time - last < PAUSE;
		if (!goesOn) {
			typed = "";
		}
		// neither a blank nor a sign begins a word: they select, open and close rows
		boolean letter = goesOn ? event.character >= ' ' && event.character != SWT.DEL : Character.isLetterOrDigit(event.character);
		if (!event.doit || !letter || (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) != 0) {
			return;
		}
		typed += event.character;
		last = event.time;
		event.doit = false;
		boolean repeated = typed.chars().distinct().count() == 1;
		if (!find(typed, typed.length() == 1) && repeated) {
			find(typed.substring(0, 1), true);
		}
	}

	/** Goes to the next row that begins so, from the first to the last and round; whether there is one. */
	private boolean find(String beginning, boolean next) {
		int count = rows.count();
		int selected = rows.firstSelected();
		int from = Math.max(0, selected) + (next && selected >= 0 ? 1 : 0);
		for (int i = 0; i < count; i++) {
			int index = (from + i) % count;
			if (text.apply(rows.at(index)).regionMatches(true, 0, beginning, 0, beginning.length())) {
				rows.reveal(index);
				return true;
			}
		}
		return false;
	}
}
