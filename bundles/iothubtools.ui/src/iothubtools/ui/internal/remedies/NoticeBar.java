// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

import iothubtools.ui.internal.ToolTips;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** A line of a view that says what is wrong with what was entered or with the hub, and has links to what can be done; hidden while nothing is. */
public final class NoticeBar {

	/** That a low part has room for, with what can be done. */
	private static final int LINES = 3;

	private final Composite notice;
	private final Label icon;
	private final Text text;
	private final Link link;
	private final RemedyLinks remedies;
	private @Nullable Runnable action;

	/**
	 * @param id         of the line
	 * @param accessible what it is, for screen readers
	 */
	public NoticeBar(Composite parent, String id, String accessible) {
		notice = WidgetIds.mark(new Composite(parent, SWT.NONE), id);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(LayoutConstants.getSpacing()).applyTo(notice);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notice);
		icon = new Label(notice, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		// what can be done stands first, as a low view has no room for a long text
		Composite body = new Composite(notice, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, LayoutConstants.getSpacing().y / 2).applyTo(body);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		remedies = new RemedyLinks(body);
		text = Fields.readOnly(body, SWT.WRAP, WidgetIds.REASON);
		Fields.accessibleName(text, accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(1, SWT.DEFAULT).minSize(1, text.getLineHeight()).applyTo(text);
		link = new Link(notice, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(link);
		link.addListener(SWT.Selection, event -> {
			Runnable run = action;
			if (run != null) {
				run.run();
			}
		});
		notice.setVisible(false);
		parent.addListener(SWT.Resize, event -> fit());
	}

	/**
	 * Takes a third of a low part at most, so that what it is about can be seen as well, but has room for some lines: the text shows whole ones only,
	 * the rest of it is in the tool tip, and the cursor keys go there.
	 */
	private void fit() {
		Rectangle room = notice.getParent().getClientArea();
		if (room.height > 0 && text.getLayoutData() instanceof GridData data) {
			int line = text.getLineHeight();
			data.heightHint = LINES * line;
			int few = notice.computeSize(room.width, SWT.DEFAULT).y;
			int lines = LINES + Math.max(0, (room.height / 3 - few) / line);
			data.heightHint = lines * line;
			int most = notice.computeSize(room.width, SWT.DEFAULT).y;
			data.heightHint = SWT.DEFAULT;
			boolean cut = notice.computeSize(room.width, SWT.DEFAULT).y > most;
			data.heightHint = cut ? lines * line : SWT.DEFAULT;
			ToolTips.show(text, cut ? text.getText() : null);
		}
	}

	/** What it says. */
	public Text text() {
		return text;
	}

	/**
	 * Says why the hub did not answer.
	 *
	 * @param image  its name in {@link org.eclipse.ui.ISharedImages}
	 * @param offers what can be done about it
	 */
	public void show(String image, String message, List<Offer> offers) {
		show(image, message, "", () -> { }, offers);
	}

	/**
	 * Says something.
	 *
	 * @param image    its name in {@link org.eclipse.ui.ISharedImages}
	 * @param linkText what can be done; empty for nothing
	 */
	public void show(String image, String message, String linkText, Runnable then) {
		show(image, message, linkText, then, List.of());
	}

	private void show(String image, String message, String linkText, Runnable then, List<Offer> offers) {
		icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(image));
		// whoever marks a part of it keeps what is marked when the same is said again
		if (!message.equals(text.getText())) {
			text.setText(message);
		}
		link.setText(linkText);
		link.setVisible(!linkText.isEmpty());
		action = then;
		remedies.show(offers);
		visible(true);
	}

	/** Says nothing any more. */
	public void hide() {
		visible(false);
	}

	private void visible(boolean visible) {
		if (notice.getLayoutData() instanceof GridData data) {
			data.exclude = !visible;
		}
		notice.setVisible(visible);
		fit();
		notice.getShell().layout(new Control[] { icon, text, link, remedies.control() }, SWT.DEFER);
	}
}
