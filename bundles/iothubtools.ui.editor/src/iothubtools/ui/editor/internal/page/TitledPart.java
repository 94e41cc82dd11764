// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import iothubtools.ui.internal.WidgetIds;

/** A part of a page with a title above it, and maybe something to do beside that, or a line below it. */
public final class TitledPart {

	private static final int MARGIN = 6;

	private final Composite part;
	private final Composite head;
	private final Composite content;

	public TitledPart(Composite parent, String title) {
		part = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(part);
		head = new Composite(part, SWT.NONE);
		head.setLayout(WrapLayout.titled());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		Label label = new Label(head, SWT.WRAP);
		label.setText(title);
		label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		content = new Composite(part, SWT.NONE);
		content.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
	}

	/** What stands below the title; it fills it. */
	public Composite content() {
		return content;
	}

	/** Beside the title and what is there already, to be filled with one control more. */
	public Composite beside() {
		return head;
	}

	/** Something to do, beside the title. */
	public void link(String text, String widgetId, Runnable action) {
		Link link = WidgetIds.mark(new Link(beside(), SWT.NONE), widgetId);
		link.setText(text);
		link.addListener(SWT.Selection, event -> action.run());
	}

	/** A line below the content. */
	public Label footer() {
		Label label = new Label(part, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(MARGIN, 2).hint(1, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
