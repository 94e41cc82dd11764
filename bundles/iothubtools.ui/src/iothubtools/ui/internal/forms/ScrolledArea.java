// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * Room for fields that keep the height they need: a window that is smaller scrolls them, and follows the focus. A window cannot be made narrower
 * than the fields, nor so low that fewer than some lines of them can be seen.
 */
public final class ScrolledArea {

	/** Lines of text in the part that can be seen, at the least. */
	private static final int LEAST_LINES = 10;

	private static final String KEY = ScrolledArea.class.getName();

	private final ScrolledComposite scroller;
	private final Composite content;
	private final int leastHeight;

	/** Takes all the room there is in the grid of a window. */
	public ScrolledArea(Composite parent) {
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroller.setData(KEY, this);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.setShowFocusedControl(true);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(scroller);
		content = new Composite(scroller, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(content);
		scroller.setContent(content);
		scroller.addListener(SWT.Resize, event -> {
			fit();
			followFocus();
		});
		leastHeight = LEAST_LINES * lineHeight(parent);
	}

	private static int lineHeight(Composite parent) {
		GC gc = new GC(parent);
		try {
			gc.setFont(parent.getFont());
			return gc.getFontMetrics().getHeight();
		} finally {
			gc.dispose();
		}
	}

	/** Where the fields are made; has one column. */
	public Composite content() {
		return content;
	}

	/** To be called when fields of the area a control is in came, went, or became larger. */
	public static void fitAround(Control control) {
		for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
			if (parent.getData(KEY) instanceof ScrolledArea area) {
				area.fit();
			}
		}
	}

	/** Finds out anew how much room the fields need. */
	public void fit() {
		Point room = scroller.getSize();
		if (room.x == 0 || room.y == 0 || !isShown()) {
			return;
		}
		int width = Math.max(content.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, buttonsWidth());
		int height = content.computeSize(Math.max(width, scroller.getClientArea().width), SWT.DEFAULT).y;
		scroller.setMinSize(width, height);
		Shell shell = scroller.getShell();
		Point outer = shell.getSize();
		Point least = new Point(outer.x - room.x + width, outer.y - room.y + Math.min(height, leastHeight));
		if (!least.equals(shell.getMinimumSize())) {
			shell.setMinimumSize(least);
		}
	}

	private void followFocus() {
		Control focus = scroller.getDisplay().getFocusControl();
		for (Composite parent = focus == null ? null : focus.getParent(); focus != null && parent != null; parent = parent.getParent()) {
			if (parent == scroller) {
				scroller.showControl(focus);
			}
		}
	}

	/** The window is wide enough for the row of its buttons, too. */
	private int buttonsWidth() {
		int width = 0;
		for (Composite each = scroller; !(each instanceof Shell); each = each.getParent()) {
			for (Control beside : each.getParent().getChildren()) {
				// other pages of a wizard have buttons, too: each would be as wide as the other one with its margins, and so on
				if (beside != each && beside instanceof Composite row && hasButton(row) && !hasArea(row)) {
					width = Math.max(width, row.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
				}
			}
		}
		return width;
	}

	private static boolean hasArea(Composite row) {
		return Stream.of(row.getChildren()).anyMatch(child -> child.getData(KEY) != null || child instanceof Composite inner && hasArea(inner));
	}

	private static boolean hasButton(Composite row) {
		return Stream.of(row.getChildren()).anyMatch(child -> child instanceof Button || child instanceof Composite inner && hasButton(inner));
	}

	/** Whether it is what its window shows, even if that is not open yet: pages of a wizard that are not shown have no say. */
	private boolean isShown() {
		for (Composite each = scroller; !(each instanceof Shell); each = each.getParent()) {
			if (!each.getVisible()) {
				return false;
			}
		}
		return true;
	}
}
