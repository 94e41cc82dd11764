// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;

/** What the body is, and how large the message. */
public final class ContentFields {

	/** Of the grid they stand in: two fields with their labels side by side. */
	public static final int COLUMNS = 4;

	private static final List<String> CONTENT_TYPES = List.of("application/json", "text/plain", "application/octet-stream");
	// the encodings whose bodies the hub can look into, and the usual one for compressed bodies
	private static final List<String> CONTENT_ENCODINGS = List.of("utf-8", "utf-16", "utf-32", "gzip");

	private final MessageModel model;
	private final Label size;

	/** Makes them in a grid of {@link #COLUMNS}. */
	public ContentFields(Composite grid, MessageModel model, FieldDecorations decorations, Runnable changed) {
		this.model = model;
		Combo type = Fields.combo(grid, Messages.Content_type_label, SendMessageFields.CONTENT_TYPE, model.contentType(), text -> {
			model.setContentType(text);
			changed.run();
		});
		Fields.suggest(type, CONTENT_TYPES);
		Combo encoding = Fields.combo(grid, Messages.Content_encoding_label, SendMessageFields.CONTENT_ENCODING, model.contentEncoding(),
				text -> {
					model.setContentEncoding(text);
					changed.run();
				});
		Fields.suggest(encoding, CONTENT_ENCODINGS);
		decorations.add(type);
		decorations.add(encoding);
		Fields.label(grid, Messages.Size_label);
		size = WidgetIds.mark(new Label(grid, SWT.NONE), SendMessageFields.SIZE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(size);
		alone(size);
	}

	/** To be called when the message is another one. */
	public void showSize() {
		size.setText(MessageSize.of(model));
	}

	/** Gives a field all of its row but the column of labels. */
	public static void alone(Control field) {
		if (field.getLayoutData() instanceof GridData data) {
			data.horizontalSpan = COLUMNS - 1;
		}
	}
}
