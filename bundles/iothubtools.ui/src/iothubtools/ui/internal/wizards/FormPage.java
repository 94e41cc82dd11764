// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.RemedyPlace;

/**
 * A page that binds fields to a model. With each change it tells what the model's rules find: the gravest finding in the
 * title, each beside its field. When the hub refused, {@link #failed} shows why below the fields, until the next edit.
 */
public abstract class FormPage extends ScrolledPage {

	/** Marks beside the fields; a page adds its own while it makes them. */
	protected final FieldDecorations decorations = new FieldDecorations();

	private @Nullable FailureArea failure;

	protected FormPage(String name, String title, String description) {
		super(name, title);
		setDescription(description);
	}

	/** Makes the fields in a one-column parent. */
	protected abstract void createFields(Composite parent);

	/** What the rules of this page find now. */
	protected abstract Findings findings();

	@Override
	final void createContent(Composite parent) {
		createFields(parent);
	}

	@Override
	final void createFoot(Composite page) {
		FailureArea area = new FailureArea(page);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, convertHeightInCharsToPixels(6)).exclude(true)
				.applyTo(area.control());
		failure = area;
	}

	@Override
	public final void createControl(@Nullable Composite parent) {
		super.createControl(parent);
		changed();
		setErrorMessage(null);
	}

	/** The choice of a hub for the model. */
	protected final HubField hub(Composite parent, HubModel model) {
		return new HubField(parent, model.hub(), changing(model::setHub));
	}

	/** A label and a line of text; {@code set} gives the model what is typed. */
	protected final Text line(Composite parent, String label, String id, String value, Consumer<String> set) {
		return marked(Fields.text(parent, label, id, value, changing(set)));
	}

	/** A line of text whose label is that of its row. */
	protected final Text line(Composite row, String id, String value, Consumer<String> set) {
		return marked(Fields.text(row, SWT.BORDER | SWT.SINGLE, id, value, changing(set)));
	}

	/** A label and some lines of text. */
	protected final Text lines(Composite parent, String label, String id, String value, Consumer<String> set) {
		return marked(Fields.lines(parent, label, id, value, changing(set)));
	}

	/** A check box. */
	protected final Button check(Composite parent, String label, String id, boolean value, Consumer<Boolean> set) {
		return marked(Fields.choice(parent, SWT.CHECK, label, id, value, changing(set)));
	}

	private <T extends Control> T marked(T field) {
		decorations.add(field);
		return field;
	}

	/** An edit of the model, after which the page tells what there is to say. */
	protected final <T> Consumer<T> changing(Consumer<T> set) {
		return value -> {
			set.accept(value);
			changed();
		};
	}

	/** To be called after each edit of the model. */
	protected final void changed() {
		if (getControl() == null) {
			return;
		}
		if (failure != null) {
			failure.clear();
		}
		Findings findings = findings();
		decorations.show(findings);
		show(findings.gravest());
		setPageComplete(findings.complete());
		told();
	}

	/** Told after each edit of the model, when the page has told what there is to say, and each time that it is shown. */
	protected void told() {
	}

	private void show(@Nullable Finding gravest) {
		if (gravest == null) {
			setErrorMessage(null);
			setMessage(null);
			return;
		}
		switch (gravest.severity()) {
		case ERROR -> setErrorMessage(gravest.message());
		case MISSING -> {
			setErrorMessage(null);
			setMessage(gravest.message());
		}
		case WARNING -> {
			setErrorMessage(null);
			setMessage(gravest.message(), WARNING);
		}
		}
	}

	/** Whether the page tells why the work of the wizard failed. */
	protected final boolean tellsFailure() {
		return failure != null && failure.isShown();
	}

	/** Tells that the work of the wizard failed; the fields keep what they hold. A cancel is not told. */
	public final void failed(IStatus status) {
		failed(status, this::finish);
	}

	/**
	 * The same of other work than that of Finish.
	 *
	 * @param again does it once more, when something was done about it
	 */
	public void failed(IStatus status, Runnable again) {
		FailureArea area = failure;
		if (area == null || status.matches(IStatus.CANCEL)) {
			return;
		}
		area.show(status, Remedies.of(status, place(again)));
		takeRoom(area, true);
		makeRoom();
		setErrorMessage(FailureArea.summary(status));
	}

	private RemedyPlace place(Runnable again) {
		RemedyPlace place = RemedyPlace.dialog(this::getShell, getContainer(), again, status -> failed(status, again));
		String deviceId = deviceId();
		return deviceId == null ? place : place.about(deviceId);
	}

	/** Whom the work is about, so that something can be done about a failure; null for nobody or several. */
	protected @Nullable String deviceId() {
		return null;
	}

	/** As the button does. */
	private void finish() {
		if (getWizard().performFinish() && getContainer() instanceof Window window) {
			window.close();
		}
	}

	/** Room that was taken once is kept while the page is shown, so that no field moves below the pointer with a key that is typed. */
	private static void takeRoom(FailureArea area, boolean taken) {
		if (area.control().getLayoutData() instanceof GridData data && data.exclude == taken) {
			data.exclude = !taken;
			area.control().getParent().layout();
		}
	}

	@Override
	public void setVisible(boolean visible) {
		FailureArea area = failure;
		if (visible && area != null && !area.isShown()) {
			takeRoom(area, false);
		}
		if (visible) {
			told();
		}
		super.setVisible(visible);
		if (visible && !isOnPage(getShell().getDisplay().getFocusControl())) {
			// else it stays on Next, or goes to Back where there is no next page
			getControl().setFocus();
		}
	}

	private boolean isOnPage(@Nullable Control focus) {
		Control each = focus;
		while (each != null && each != getControl()) {
			each = each.getParent();
		}
		return each != null;
	}
}
