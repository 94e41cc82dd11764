// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;

import iothubtools.core.IotHubCore;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.HubCombo;
import iothubtools.ui.internal.remedies.NoticeBar;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.RemedyPlace;

/** What is around the rows of such a view and its details: above them the hub and what is to be said, below them how many there are. */
final class ListFrame {

	private final Composite whole;
	private final HubCombo hub;
	private final NoticeBar notice;
	private final SashForm sash;
	private final Label status;

	/**
	 * @param chosen  hears that there is another hub
	 * @param connect leads to a first hub
	 */
	ListFrame(Composite parent, ListNames names, Runnable chosen, Runnable connect) {
		whole = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
		hub = new HubCombo(whole, names.hubId(), IotHubCore.get().connections()::all, chosen, connect);
		notice = new NoticeBar(whole, names.noticeId(), Messages.Notice_accessible);
		sash = new SashForm(whole, SWT.HORIZONTAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		// a narrow view has no room for one beside the other
		sash.addListener(SWT.Resize, event -> orient());
		Composite line = new Composite(whole, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		status = WidgetIds.mark(new Label(line, SWT.NONE), names.statusId());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
	}

	private void orient() {
		Point size = sash.getSize();
		int orientation = size.x > size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (sash.getOrientation() != orientation) {
			sash.setOrientation(orientation);
		}
	}

	/** With it the view ends. */
	Composite whole() {
		return whole;
	}

	HubCombo hub() {
		return hub;
	}

	/** Where rows and details stand. */
	SashForm sash() {
		return sash;
	}

	/** Says something below the rows, and nothing above them any more. */
	void fine(String text) {
		status.setText(text);
		notice.hide();
	}

	/** Says something below the rows. */
	void say(String text) {
		status.setText(text);
	}

	/** Says that there is nothing, with a link to a first one; without text for none. */
	void nothing(String text, String link, Runnable first) {
		notice.show(ISharedImages.IMG_OBJS_INFO_TSK, text, link, first);
	}

	/** Says why the hub did not answer, with what can be done. */
	void failed(IStatus why, Runnable again) {
		notice.show(why.getSeverity() == IStatus.WARNING ? ISharedImages.IMG_OBJS_WARN_TSK : ISharedImages.IMG_OBJS_ERROR_TSK, why.getMessage(),
				Remedies.orAgain(why, RemedyPlace.part(whole, again, problem -> failed(problem, again))));
	}
}
