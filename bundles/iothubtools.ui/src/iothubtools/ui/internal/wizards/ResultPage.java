// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.widgets.Composite;

/** The last page of a wizard: what came of its work. Nothing leads back but what the page itself offers. */
public abstract class ResultPage extends ScrolledPage {

	protected ResultPage(String name, String title) {
		super(name, title);
	}

	/** Makes what it shows, in a one-column parent. */
	protected abstract void createResult(Composite page);

	@Override
	final void createContent(Composite page) {
		createResult(page);
	}

	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
