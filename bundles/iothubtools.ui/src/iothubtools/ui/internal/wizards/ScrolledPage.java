// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardContainer2;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.forms.ScrolledArea;

/**
 * A page that is scrolled where its window is too small for it. Wizards remember the size of their window: one in which not all could be seen
 * is not opened again.
 */
abstract class ScrolledPage extends WizardPage {

	/** Room at the edges. */
	static final int MARGIN = 10;

	private @Nullable ScrolledArea area;

	ScrolledPage(String name, String title) {
		super(name, title, null);
	}

	/** Makes what is scrolled, in a one-column parent. */
	abstract void createContent(Composite parent);

	/** Makes what stands below it and always can be seen; nothing here. */
	void createFoot(Composite page) {
		// most pages have none
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(page);
		initializeDialogUnits(page);
		ScrolledArea scrolled = new ScrolledArea(page);
		GridLayoutFactory.swtDefaults().margins(MARGIN, MARGIN).spacing(5, 8).applyTo(scrolled.content());
		createContent(scrolled.content());
		createFoot(page);
		area = scrolled;
		setControl(page);
		HelpContext.set(page, getClass());
		growWhenOpened(page.getShell());
	}

	/** The window gets the size that is remembered, whatever that is, right before it is shown. */
	private void growWhenOpened(Shell shell) {
		Listener opened = event -> {
			if (isLaidOut()) {
				makeRoom();
			} else {
				// it would take itself for too small by the whole page
				shell.getDisplay().asyncExec(this::makeRoomIfOpen);
			}
		};
		shell.addListener(SWT.Show, opened);
		getControl().addDisposeListener(event -> shell.removeListener(SWT.Show, opened));
	}

	private boolean isLaidOut() {
		return getControl().getParent().getSize().x > 0;
	}

	private void makeRoomIfOpen() {
		if (!getControl().isDisposed() && isLaidOut()) {
			makeRoom();
		}
	}

	/** Lets the window grow where it is too small for the page that it shows. */
	protected final void makeRoom() {
		if (isCurrentPage() && getContainer() instanceof IWizardContainer2 window) {
			window.updateSize();
			fit();
		}
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			fit();
		}
	}

	private void fit() {
		if (area != null) {
			area.fit();
		}
	}
}
