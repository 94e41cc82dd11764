// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.inspect;

import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.inspect.InspectedText;
import iothubtools.client.inspect.StepOutcome;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FormDialog;

/**
 * Says what a pasted connection string or SAS token is for, how long and whether its key is a known one, and tries the way to its hub step
 * by step. What is pasted is masked, as a secret is in it. Closing the dialog ends a check.
 */
public final class InspectDialog extends FormDialog {

	/** Of the widest field, in characters. */
	private static final int WIDTH = 58;

	private String pasted;
	private String comparedKey = "";
	private @Nullable InspectedText text;
	private @Nullable InspectJob job;
	private @Nullable FactRows facts;
	private @Nullable StepRows steps;
	private @Nullable Button check;

	/** A dialog that is not open yet, for a text that may still be empty. */
	public InspectDialog(Shell parent, String pasted) {
		super(parent, Messages.Title);
		this.pasted = pasted;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, false);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == IDialogConstants.CLOSE_ID) {
			close();
		} else {
			super.buttonPressed(id);
		}
	}

	@Override
	protected void createFields(Composite area) {
		Composite form = form(area, 3);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
		wide(Fields.secret(form, Messages.Text_label, InspectFields.TEXT, pasted, value -> {
			pasted = value;
			changed();
		}));
		Text key = Fields.secret(form, Messages.Compare_label, InspectFields.KEY, "", value -> {
			comparedKey = value.strip();
			changed();
		});
		key.setMessage(Messages.Compare_optional);
		wide(key);
		facts = new FactRows(form);
		Button button = Fields.button(form, Messages.Check_label, InspectFields.CHECK, this::checkOrStop);
		GridDataFactory.swtDefaults().span(3, 1).indent(0, 6).applyTo(button);
		check = button;
		steps = new StepRows(form);
	}

	/** Pixels of the widest field. */
	static int width(Control field) {
		return Fields.characters(field, WIDTH);
	}

	private static void wide(Text field) {
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(2, 1).hint(width(field), SWT.DEFAULT).applyTo(field);
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Control contents = super.createContents(parent);
		changed();
		return contents;
	}

	private void changed() {
		stop();
		InspectedText read = read();
		text = read;
		FactRows rows = facts;
		if (rows != null) {
			rows.show(read);
			if (read != null && !comparedKey.isEmpty()) {
				rows.key(compared(read));
			}
		}
		if (steps != null) {
			steps.clear("");
		}
		if (check != null) {
			check.setEnabled(read != null);
		}
	}

	private @Nullable InspectedText read() {
		setMessage(Messages.Message);
		setErrorMessage(null);
		if (pasted.isBlank()) {
			return null;
		}
		try {
			return InspectedText.parse(pasted);
		} catch (InvalidInputException e) {
			setErrorMessage(NLS.bind(Messages.Problem, e.getMessage()));
			return null;
		}
	}

	private String compared(InspectedText read) {
		try {
			return read.matches(SharedAccessKey.parse(comparedKey)) ? Messages.Compare_same : Messages.Compare_other;
		} catch (InvalidInputException e) {
			setErrorMessage(NLS.bind(Messages.Compare_problem, e.reason()));
			return "";
		}
	}

	private void checkOrStop() {
		if (job != null) {
			stop();
			return;
		}
		InspectedText read = text;
		if (read == null || check == null || steps == null) {
			return;
		}
		steps.clear(Messages.Waiting);
		check.setText(Messages.Stop_label);
		Findings findings = new Findings();
		InspectJob started = new InspectJob(read, findings);
		findings.job = started;
		job = started;
		started.schedule();
	}

	private void stop() {
		InspectJob running = job;
		if (running != null) {
			running.cancel();
			ended();
			if (steps != null) {
				steps.clear(Messages.Stopped);
			}
		}
	}

	private void ended() {
		job = null;
		if (check != null) {
			check.setText(Messages.Check_label);
		}
	}

	@Override
	public boolean close() {
		InspectJob running = job;
		if (running != null) {
			running.cancel();
			job = null;
		}
		return super.close();
	}

	/** Shows what the job finds, as long as it is the one that runs: an older one was about another text. */
	private final class Findings implements InspectJob.Findings {

		private @Nullable InspectJob job;

		private void inUi(Runnable change) {
			Shell shell = getShell();
			if (shell != null && !shell.isDisposed()) {
				shell.getDisplay().asyncExec(() -> {
					if (!shell.isDisposed() && job == InspectDialog.this.job) {
						change.run();
					}
				});
			}
		}

		@Override
		public void key(String finding) {
			FactRows rows = facts;
			if (rows != null) {
				inUi(() -> rows.key(finding));
			}
		}

		@Override
		public void step(StepOutcome outcome) {
			StepRows rows = steps;
			if (rows != null) {
				inUi(() -> rows.show(outcome));
			}
		}

		@Override
		public void clock(@Nullable Duration skew) {
			FactRows rows = facts;
			if (rows != null) {
				inUi(() -> rows.clock(InspectTexts.clock(skew)));
			}
		}

		@Override
		public void failed(String message) {
			inUi(() -> setErrorMessage(message));
		}

		@Override
		public void over() {
			inUi(InspectDialog.this::ended);
		}
	}
}
