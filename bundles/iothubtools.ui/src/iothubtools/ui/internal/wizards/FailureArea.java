// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.text.BreakIterator;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.RemedyLinks;

/**
 * The whole text of a failure with the tracking id of the service, to be read, selected and copied, and links to what can be done about it.
 */
public final class FailureArea {

	/** Id of the text. */
	public static final String ID = "failure";

	private final Composite area;
	private final Text text;
	private final RemedyLinks remedies;

	FailureArea(Composite parent) {
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().extendedMargins(ScrolledPage.MARGIN, ScrolledPage.MARGIN, 0, 0).spacing(5, 3).applyTo(area);
		Label label = new Label(area, SWT.NONE);
		label.setText(Messages.Failure_label);
		text = Fields.readOnly(area, SWT.WRAP | SWT.V_SCROLL | SWT.BORDER, ID);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 30).applyTo(text);
		remedies = new RemedyLinks(area);
		area.setVisible(false);
	}

	Control control() {
		return area;
	}

	boolean isShown() {
		return area.getVisible();
	}

	/** @param offers what can be done about it */
	void show(IStatus status, List<Offer> offers) {
		text.setText(status.getMessage());
		remedies.show(offers);
		area.layout();
		area.setVisible(true);
	}

	/** Called with every key that is typed, so that nothing is done where nothing is shown. */
	void clear() {
		if (area.getVisible()) {
			text.setText("");
			area.setVisible(false);
		}
	}

	/** The first sentence of a status: what to do about it, and the tracking id, is for the area. */
	static String summary(IStatus status) {
		String line = status.getMessage().lines().findFirst().orElse("");
		BreakIterator sentences = BreakIterator.getSentenceInstance();
		sentences.setText(line);
		int end = sentences.next();
		return end == BreakIterator.DONE ? line : line.substring(0, end).strip();
	}
}
