// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;

/** Room for fields in a part of a page: where it is smaller than they need, it is scrolled, and follows the focus. It makes no window larger. */
public final class ScrolledPart {

	private final ScrolledComposite scroller;
	private final Composite content;
	private final boolean sideways;

	public ScrolledPart(Composite parent) {
		this(parent, true);
	}

	private ScrolledPart(Composite parent, boolean sideways) {
		this.sideways = sideways;
		scroller = new ScrolledComposite(parent, sideways ? SWT.V_SCROLL | SWT.H_SCROLL : SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.setShowFocusedControl(true);
		content = new Composite(scroller, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(content);
		scroller.setContent(content);
		scroller.addListener(SWT.Resize, event -> fit());
	}

	/** For what can be as narrow as the part is, such as lines that are wrapped and rows that are scrolled by themselves: it is scrolled up and down only. */
	public static ScrolledPart upright(Composite parent) {
		return new ScrolledPart(parent, false);
	}

	/** Where the fields are made; has one column. */
	public Composite content() {
		return content;
	}

	/** Finds out anew how much room the fields need. */
	public void fit() {
		int width = sideways ? content.computeSize(SWT.DEFAULT, SWT.DEFAULT).x : 0;
		// lines that are wrapped need more height where there is less width
		scroller.setMinSize(width, content.computeSize(Math.max(width, scroller.getClientArea().width), SWT.DEFAULT).y);
	}
}
