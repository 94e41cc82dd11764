// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardDescriptor;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.SilentServer;

/** An open wizard, as the registries of wizards make it; closed again whatever happens. */
final class WizardWindow implements AutoCloseable {

	private final Scope scope;
	private final Form form;
	private final WizardDialog dialog;

	private WizardWindow(String title, WizardDialog dialog) {
		this.scope = Scope.window(title);
		this.form = new Form(title);
		this.dialog = dialog;
	}

	static WizardWindow open(String id, String title, IStructuredSelection selection) {
		WizardDialog dialog = Ui.get(() -> {
			try {
				IWorkbenchWizard wizard = descriptor(id).createWizard();
				wizard.init(PlatformUI.getWorkbench(), selection);
				Shell parent = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
				return new WizardDialog(parent, wizard);
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
		});
		Ui.post(dialog::open);
		WizardWindow window = new WizardWindow(title, dialog);
		window.form.open();
		return window;
	}

	/** As File &gt; New, Import and Export find it. */
	private static IWizardDescriptor descriptor(String id) {
		IWorkbench workbench = PlatformUI.getWorkbench();
		return Stream.of(workbench.getNewWizardRegistry(), workbench.getImportWizardRegistry(), workbench.getExportWizardRegistry())
				.map(registry -> registry.findWizard(id)).filter(Objects::nonNull).findFirst().orElseThrow();
	}

	Form form() {
		return form;
	}

	Scope scope() {
		return scope;
	}

	/** The title of the page that is shown. */
	String page() {
		return Ui.get(() -> dialog.getCurrentPage() == null ? "" : dialog.getCurrentPage().getTitle());
	}

	/** The error told in the title area, or an empty string. */
	String error() {
		return Ui.get(() -> {
			String error = dialog.getCurrentPage().getErrorMessage();
			return error == null ? "" : error;
		});
	}

	/** What the title area tells below the title when there is no error. */
	String message() {
		return Ui.get(() -> {
			String message = dialog.getCurrentPage().getMessage();
			return message == null ? dialog.getCurrentPage().getDescription() : message;
		});
	}

	/** The buttons below the page that can be seen. */
	List<String> buttons() {
		Set<Integer> ids = Set.of(IDialogConstants.BACK_ID, IDialogConstants.NEXT_ID, IDialogConstants.CANCEL_ID, IDialogConstants.FINISH_ID);
		return Ui.get(() -> buttons(dialog.getShell()).filter(button -> button.getData() instanceof Integer id && ids.contains(id) && button.isVisible())
				.map(button -> button.getText().replace("&", "")).toList());
	}

	private static Stream<Button> buttons(Control control) {
		return control instanceof Button button ? Stream.of(button)
				: control instanceof Composite composite ? Stream.of(composite.getChildren()).flatMap(WizardWindow::buttons) : Stream.empty();
	}

	boolean canFinish() {
		return scope.enabled("Finish");
	}

	WizardWindow finish() {
		scope.press("Finish");
		return this;
	}

	/** Presses Finish, and waits until the work has told of so many changes. */
	void finishUntilTold(int times) throws InterruptedException {
		CountDownLatch told = new CountDownLatch(times);
		Consumer<HubEvent> listener = event -> told.countDown();
		IotHubCore.get().events().addListener(listener);
		try {
			finish();
			told.await();
		} finally {
			IotHubCore.get().events().removeListener(listener);
		}
	}

	/** Leaves the page that comes after the work. */
	void leave() {
		scope.press("Close");
		form.closed();
	}

	/** Cancels what is going on, with the button beside the progress bar. */
	void stop() {
		scope.pressTool(JFaceResources.getString("ProgressMonitorPart.cancelToolTip"));
	}

	/** Presses Finish, and Cancel when the hub is being called; says how long the form takes to come back then. */
	Duration cancelOnceCalled(SilentServer hub) throws Exception {
		int before = hub.calls();
		finish();
		Until.holds("the hub to be called", () -> hub.calls() > before);
		return Promptly.time(() -> {
			stop();
			Until.holds("the form to come back", this::canFinish);
		});
	}

	void closed() {
		form.closed();
	}

	@Override
	public void close() {
		Ui.run(() -> {
			if (dialog.getShell() != null) {
				dialog.close();
			}
		});
		Until.holds("the wizard to close", () -> dialog.getShell() == null);
	}
}
