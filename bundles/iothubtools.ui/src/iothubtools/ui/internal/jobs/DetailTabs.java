// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/** Details on tabs, as a low view has no room for one above the other. The first one is shown. */
final class DetailTabs {

	private final CTabFolder folder;

	DetailTabs(Composite parent) {
		folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
	}

	/** With it they end. */
	Composite control() {
		return folder;
	}

	/** A tab behind those that there are, for one control. */
	Composite add(String name) {
		Composite content = new Composite(folder, SWT.NONE);
		content.setLayout(new FillLayout());
		CTabItem item = new CTabItem(folder, SWT.NONE);
		item.setText(name);
		item.setControl(content);
		if (folder.getSelection() == null) {
			folder.setSelection(item);
		}
		return content;
	}
}
