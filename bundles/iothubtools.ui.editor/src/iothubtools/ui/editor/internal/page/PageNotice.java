// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.ui.internal.WidgetIds;

/** A line above a page that says what is going on or went wrong, and maybe what can be done; nothing when there is nothing to say. */
public final class PageNotice {

	/** What tests find it by. */
	public static final String TEXT = "editorNotice";
	public static final String LINK = "editorNoticeLink";

	private final Composite notice;
	private final Label icon;
	private final Text text;
	private final Link link;
	private Runnable action = () -> {
	};

	public PageNotice(Composite parent) {
		notice = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 4).applyTo(notice);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(notice);
		icon = new Label(notice, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		text = WidgetIds.mark(new Text(notice, SWT.WRAP | SWT.READ_ONLY | SWT.MULTI), TEXT);
		text.setBackground(notice.getBackground());
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(text);
		link = WidgetIds.mark(new Link(notice, SWT.NONE), LINK);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(link);
		link.addListener(SWT.Selection, event -> action.run());
		clear();
	}

	/** Says nothing. */
	public void clear() {
		show(false, "", ISharedImages.IMG_OBJS_INFO_TSK, "", () -> {
		});
	}

	/** Says what is going on. */
	public void info(String message) {
		show(true, message, ISharedImages.IMG_OBJS_INFO_TSK, "", () -> {
		});
	}

	/** Says what went wrong. */
	public void problem(String message) {
		problem(message, "", () -> {
		});
	}

	/** Says what went wrong, and offers to do something. */
	public void problem(String message, String linkText, Runnable what) {
		show(true, message, ISharedImages.IMG_OBJS_WARN_TSK, linkText, what);
	}

	private void show(boolean shown, String message, String image, String linkText, Runnable what) {
		if (notice.isDisposed()) {
			return;
		}
		action = what;
		icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(image));
		text.setText(message);
		link.setText(linkText);
		exclude(link, linkText.isEmpty());
		exclude(notice, !shown);
		notice.requestLayout();
	}

	private static void exclude(Control control, boolean excluded) {
		control.setVisible(!excluded);
		if (control.getLayoutData() instanceof GridData data) {
			data.exclude = excluded;
		}
	}
}
