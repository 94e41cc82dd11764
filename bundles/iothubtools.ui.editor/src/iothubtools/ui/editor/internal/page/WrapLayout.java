// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Controls beside each other, in as many lines as they need, whatever their layout data. */
public final class WrapLayout extends Layout {

	private final boolean titled;
	private final int gap;
	private final int margin;
	private final int top;

	private WrapLayout(boolean titled, int gap, int margin, int top) {
		this.titled = titled;
		this.gap = gap;
		this.margin = margin;
		this.top = top;
	}

	/** Buttons one after another. */
	public static WrapLayout buttons() {
		return new WrapLayout(false, 6, 0, 0);
	}

	/** The first control is a title, and has the others at the right end of its line; where that is too short, below it. */
	static WrapLayout titled() {
		return new WrapLayout(true, 12, 6, 3);
	}

	@Override
	protected Point computeSize(@Nullable Composite composite, int wHint, int hHint, boolean flushCache) {
		if (composite == null) {
			return new Point(0, 0);
		}
		int width = wHint == SWT.DEFAULT ? oneLine(composite) : wHint;
		return new Point(width, hHint == SWT.DEFAULT ? arrange(composite, width, false) : hHint);
	}

	@Override
	protected void layout(@Nullable Composite composite, boolean flushCache) {
		if (composite != null) {
			arrange(composite, composite.getClientArea().width, true);
		}
	}

	private int oneLine(Composite composite) {
		int width = 2 * margin;
		for (Control child : composite.getChildren()) {
			width += size(child).x + gap;
		}
		return width - gap;
	}

	private static Point size(Control child) {
		return child.computeSize(SWT.DEFAULT, SWT.DEFAULT);
	}

	/** Puts them where they belong, if that is wanted; returns the height of all. */
	private int arrange(Composite composite, int width, boolean move) {
		Control[] children = composite.getChildren();
		int spare = width - oneLine(composite);
		boolean ownLine = titled && spare < 0;
		int room = Math.max(0, width - 2 * margin);
		int x = margin;
		int y = top;
		int line = 0;
		for (int i = 0; i < children.length; i++) {
			Point size = size(children[i]);
			if (size.x > room) {
				size = children[i].computeSize(room, SWT.DEFAULT);
				size.x = room;
			}
			if (x > margin && (x + size.x > width - margin || ownLine && i == 1)) {
				x = margin;
				y += line + gap / 3;
				line = 0;
			}
			line = Math.max(line, size.y);
			if (move) {
				children[i].setBounds(new Rectangle(x, y, size.x, size.y));
			}
			x += size.x + gap + (titled && i == 0 && spare > 0 ? spare : 0);
		}
		if (move && !ownLine && titled) {
			// in the middle of their one line
			for (Control child : children) {
				Rectangle place = child.getBounds();
				child.setLocation(place.x, y + (line - place.height) / 2);
			}
		}
		return y + line;
	}
}
