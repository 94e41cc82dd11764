// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import iothubtools.ui.editor.internal.page.ScrolledPart;

/** Where the fields of an identity are. They cannot be edited before they were filled. */
final class FormArea {

	private final ScrolledPart area;
	private final Composite form;
	private final Runnable changed;
	private boolean filling;
	/** Where the cursor is to be when it can be there; null for where it is. */
	private @Nullable Control wanted;
	/** Where it was when that was not possible. */
	private @Nullable Control before;

	/** @param changed hears of each edit by a person */
	FormArea(Composite place, Runnable changed) {
		this.changed = changed;
		place.setLayout(new FillLayout());
		area = new ScrolledPart(place);
		form = new Composite(area.content(), SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(KeyFields.COLUMNS).spacing(10, 6).margins(10, 8).applyTo(form);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
	}

	/** The grid for the fields, of {@link KeyFields#COLUMNS}. */
	Composite form() {
		return form;
	}

	/** Fills the fields, which is no edit. */
	void fill(Runnable fields) {
		filling = true;
		fields.run();
		filling = false;
		enable(true);
		fit();
		Control first = wanted;
		wanted = null;
		if (first != null && form.getDisplay().getFocusControl() == before) {
			first.setFocus();
		}
	}

	/** Other fields can be seen than before. */
	void fit() {
		form.requestLayout();
		area.fit();
	}

	/** A field has another value. */
	void edited() {
		if (!filling) {
			changed.run();
		}
	}

	void enable(boolean on) {
		for (Control control : form.getChildren()) {
			control.setEnabled(on);
		}
	}

	/** Brings the cursor to this field, as soon as something was read if nothing was yet, and the cursor is not elsewhere by then. */
	void setFocus(Control first) {
		if (first.isEnabled()) {
			first.setFocus();
		} else {
			form.setFocus();
			wanted = first;
			before = form.getDisplay().getFocusControl();
		}
	}
}
