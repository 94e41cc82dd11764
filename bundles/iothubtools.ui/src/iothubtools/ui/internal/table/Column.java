// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Comparator;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.eclipse.swt.SWT;

/**
 * A column of a table: its heading, what it says of an item and how items sort by it. A table has whichever columns it is made with.
 *
 * @param id        by which mementos know it; letters, digits, dots and underscores
 * @param heading   what a person reads above it
 * @param width     in characters of the table's font, before anybody changed it
 * @param alignment {@link SWT#LEFT}, {@link SWT#CENTER} or {@link SWT#RIGHT}
 * @param text      what stands in it for an item; asked off the UI thread too
 * @param order     items in ascending order
 * @param optional  whether it is hidden before anybody asks for it
 */
public record Column<T>(String id, String heading, int width, int alignment, Function<T, String> text, Comparator<T> order,
		boolean optional) {

	/** What may stand in the name of a memento's attribute and in the lists that a memento has. */
	private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

	/** @throws IllegalArgumentException for an id with other characters */
	public Column {
		if (!ID.matcher(id).matches()) {
			throw new IllegalArgumentException("No id of a column: " + id);
		}
	}

	/** A column whose texts begin at the left. */
	public Column(String id, String heading, int width, Function<T, String> text, Comparator<T> order) {
		this(id, heading, width, SWT.LEFT, text, order, false);
	}

	/** One whose texts are sorted as people count: with its numbers by their values. */
	public static <T> Column<T> of(String id, String heading, int width, Function<T, String> text) {
		return new Column<>(id, heading, width, text, Comparator.comparing(text, NaturalOrder.INSTANCE));
	}

	/** What stands in this column for an item. */
	public String text(T item) {
		return text.apply(item);
	}
}
