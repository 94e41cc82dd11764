// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.INewWizard;

import iothubtools.core.status.FileReason;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.WizardButtons;
import iothubtools.ui.internal.wizards.WizardSettings;

/**
 * Sends messages, in either direction: the message, its properties, and what became of it. Finish sends and turns to the last; from there the same
 * is sent once more, or the form shown as it was. When nothing was sent, the form says why. How the body was made is remembered.
 */
public abstract class MessageWizard extends Wizard implements INewWizard {

	private static final String CONTENT_TYPE = "contentType";
	private static final String CONTENT_ENCODING = "contentEncoding";
	private static final String SOURCE = "source";
	private static final String FILE = "file";

	private final IDialogSettings settings;

	/** @param name of what is remembered */
	protected MessageWizard(String name, String title, ImageDescriptor image) {
		settings = WizardSettings.of(name);
		setWindowTitle(title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(image);
		setDialogSettings(settings);
	}

	/** The form. */
	protected abstract FormPage form();

	/** The part of the form that most messages do without. */
	protected abstract FormPage properties();

	/** What became of it. */
	protected abstract IWizardPage result();

	/**
	 * Sends what is in the form, and shows on the last page what became of it.
	 *
	 * @throws CoreException when nothing was sent
	 */
	protected abstract void sendNow() throws CoreException;

	/** Remembered from one time to the next. */
	protected final IDialogSettings settings() {
		return settings;
	}

	/** As the last message was made. */
	protected final void restore(MessageModel model) {
		model.setContentType(WizardSettings.text(settings, CONTENT_TYPE, model.contentType()));
		model.setContentEncoding(WizardSettings.text(settings, CONTENT_ENCODING, model.contentEncoding()));
		model.setFile(WizardSettings.text(settings, FILE, ""));
		// a file that is gone is no good start
		model.setSource(model.fileReadable() ? WizardSettings.choice(settings, SOURCE, BodySource.TEXT) : BodySource.TEXT);
	}

	/** How this one was made. */
	protected final void remember(MessageModel model) {
		KeptText.put(settings, CONTENT_TYPE, model.contentType());
		KeptText.put(settings, CONTENT_ENCODING, model.contentEncoding());
		settings.put(SOURCE, model.source().name());
		KeptText.put(settings, FILE, model.file());
	}

	/** Makes what is sent, as its parts are now. */
	@FunctionalInterface
	protected interface Reading<T> {
		T read() throws IOException, CoreException;
	}

	/** Makes what is sent off the UI thread: a file may have changed since it was looked at. */
	protected final <T> T read(MessageModel model, Reading<T> reading) throws CoreException {
		return HubWork.run(getContainer(), monitor -> {
			try {
				return reading.read();
			} catch (IOException e) {
				throw new CoreException(Status.error(NLS.bind(Messages.File_failed, model.file(), FileReason.of(e)), e));
			}
		});
	}

	@Override
	public void addPages() {
		addPage(form());
		addPage(properties());
		addPage(result());
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == result() || form().isPageComplete() && properties().isPageComplete();
	}

	@Override
	public boolean performFinish() {
		if (getContainer().getCurrentPage() == result()) {
			return true;
		}
		send();
		return false;
	}

	/** Sends, and turns to what became of it, or to why nothing did. */
	protected final void send() {
		try {
			sendNow();
			getContainer().showPage(result());
			WizardButtons.done(getContainer(), true);
		} catch (CoreException e) {
			failed(e.getStatus());
		}
	}

	/** Shows the form as it is. */
	protected final void edit() {
		getContainer().showPage(form());
		WizardButtons.done(getContainer(), false);
	}

	/** It is told where something can be done about it. */
	private void failed(IStatus failure) {
		if (getContainer().getCurrentPage() == result() && !failure.matches(IStatus.CANCEL)) {
			edit();
		}
		if (getContainer().getCurrentPage() instanceof FormPage page) {
			page.failed(failure);
		}
	}
}
