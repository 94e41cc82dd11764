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

	public ScrolledPart(Composite parent) {
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.setShowFocusedControl(true);
		content = new Composite(scroller, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(content);
		scroller.setContent(content);
		scroller.addListener(SWT.Resize, event -> fit());
	}

	/** Where the fields are made; has one column. */
	public Composite content() {
		return content;
	}

	/** Finds out anew how much room the fields need. */
	public void fit() {
		int width = content.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		// lines that are wrapped need more height where there is less width
		scroller.setMinSize(width, content.computeSize(Math.max(width, scroller.getClientArea().width), SWT.DEFAULT).y);
	}
}
