// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import iothubtools.client.names.ClientId;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;

/** Invoke and Cancel, and beside them what is missing or wrong, or how long something has been running. */
final class InvokeBar {

	private static final int SECOND = 1000;

	private final Button invoke;
	private final Button cancel;
	private final Label line;
	private Findings findings = new Findings(List.of());
	private String running = "";
	private long since;

	InvokeBar(Composite parent, Runnable invoked, Runnable cancelled) {
		line = WidgetIds.mark(new Label(parent, SWT.WRAP), MethodIds.FINDING);
		GridDataFactory.fillDefaults().grab(true, false).span(MethodForm.COLUMNS, 1).hint(1, SWT.DEFAULT).applyTo(line);
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(bar);
		GridDataFactory.swtDefaults().span(MethodForm.COLUMNS, 1).applyTo(bar);
		invoke = Fields.button(bar, Messages.Invoke, MethodIds.INVOKE, invoked);
		cancel = Fields.button(bar, Messages.Cancel, MethodIds.CANCEL, cancelled);
		cancel.setEnabled(false);
	}

	/** What is to be said of the form. */
	void show(Findings now) {
		findings = now;
		update();
	}

	boolean canInvoke() {
		return running.isEmpty() && findings.complete();
	}

	/** Something is running from now on. */
	void started(String method, ClientId target) {
		running = NLS.bind(Messages.Running, method, target);
		since = System.nanoTime();
		// whoever began it elsewhere, as by Ctrl+Enter in the payload, goes on there
		boolean focus = invoke.isFocusControl();
		update();
		if (focus) {
			cancel.setFocus();
		}
		tick();
	}

	/** Nothing is any more. */
	void ended() {
		boolean focus = cancel.isFocusControl();
		running = "";
		update();
		if (focus) {
			invoke.setFocus();
		}
	}

	private void tick() {
		if (!line.isDisposed() && !running.isEmpty()) {
			update();
			line.getDisplay().timerExec(SECOND, this::tick);
		}
	}

	private void update() {
		@Nullable Finding gravest = findings.gravest();
		String text = running.isEmpty() ? gravest == null ? "" : gravest.message()
				: NLS.bind(Messages.Running_since, running, (System.nanoTime() - since) / 1_000_000_000L);
		if (!text.equals(line.getText())) {
			line.setText(text.replace("&", "&&"));
			line.requestLayout();
		}
		invoke.setEnabled(canInvoke());
		cancel.setEnabled(!running.isEmpty());
	}
}
