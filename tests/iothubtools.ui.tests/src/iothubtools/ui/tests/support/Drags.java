// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Widget;

/** Rows that are dragged as SWT tells it: there is no drag that works on every desktop. */
public final class Drags {

	private Drags() {
	}

	/** Drags what is selected in a table over the row of this name in another, and drops it; gives what was offered. On the UI thread. */
	public static int drop(Table from, Table onto, String row, int detail) {
		Widget source = (Widget) from.getData(DND.DRAG_SOURCE_KEY);
		Widget target = (Widget) onto.getData(DND.DROP_TARGET_KEY);
		TableItem item = List.of(onto.getItems()).stream().filter(some -> some.getText(0).equals(row)).findFirst().orElseThrow();
		try {
			Event start = event(item, DND.DROP_NONE);
			source.notifyListeners(DND.DragStart, start);
			assertTrue(start.doit);
			Event over = event(item, detail);
			target.notifyListeners(DND.DragOver, over);
			if (over.detail != DND.DROP_NONE) {
				target.notifyListeners(DND.Drop, event(item, over.detail));
			}
			source.notifyListeners(DND.DragEnd, event(item, over.detail));
			return over.detail;
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** An event of drag and drop: there is no other way to make one. */
	private static Event event(TableItem item, int detail) throws ReflectiveOperationException {
		Constructor<?> constructor = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DropTarget.class.getClassLoader())
				.getDeclaredConstructor();
		constructor.setAccessible(true);
		Event event = (Event) constructor.newInstance();
		event.item = item;
		event.detail = detail;
		event.doit = true;
		set(event, "operations", DND.DROP_COPY | DND.DROP_MOVE);
		set(event, "dataType", LocalSelectionTransfer.getTransfer().getSupportedTypes()[0]);
		return event;
	}

	private static void set(Event event, String field, Object value) throws ReflectiveOperationException {
		Field found = event.getClass().getDeclaredField(field);
		found.setAccessible(true);
		found.set(event, value);
	}
}
