// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;

/** The body of a message: typed here, or taken from a file. */
public final class BodyFields {

	private static final int LINES = 7;

	private final MessageModel model;
	private final FieldDecorations decorations;
	private final Runnable changed;
	private final Composite group;
	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final Text text;
	private final Text file;
	private final Composite fileRow;

	/** Makes label and field. */
	public BodyFields(Composite parent, MessageModel model, FieldDecorations decorations, Runnable changed) {
		this.model = model;
		this.decorations = decorations;
		this.changed = changed;
		Label label = Fields.label(parent, Messages.Body_label);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.TOP).applyTo(label);
		group = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(group);
		source(group, BodySource.TEXT, Messages.Body_from_text, SendMessageFields.BODY_FROM_TEXT);
		source(group, BodySource.FILE, Messages.Body_from_file, SendMessageFields.BODY_FROM_FILE);
		stack = new Composite(group, SWT.NONE);
		stack.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(stack);
		text = createText();
		fileRow = Fields.grid(stack, 3);
		file = createFile();
		update();
	}

	private void source(Composite group, BodySource source, String label, String id) {
		Fields.choice(group, SWT.RADIO, label, id, model.source() == source, chosen -> {
			if (chosen) {
				model.setSource(source);
				update();
				changed.run();
			}
		});
	}

	private Text createText() {
		Composite room = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(room);
		Text area = Fields.text(room, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL, SendMessageFields.BODY,
				model.text(), value -> {
					model.setText(value);
					changed.run();
				});
		area.setFont(JFaceResources.getTextFont());
		GridDataFactory.fillDefaults().grab(true, true).hint(300, area.getLineHeight() * LINES).applyTo(area);
		Fields.accessibleName(area, Messages.Body_accessible);
		Fields.tabLeadsOn(area);
		decorations.add(area);
		return area;
	}

	private Text createFile() {
		Text path = Fields.text(fileRow, SWT.BORDER | SWT.SINGLE, SendMessageFields.FILE, model.file(), value -> {
			model.setFile(value);
			changed.run();
		});
		path.setMessage(Messages.File_hint);
		Fields.accessibleName(path, Messages.File_accessible);
		decorations.add(path);
		Fields.button(fileRow, Messages.Browse_workspace, SendMessageFields.BROWSE_WORKSPACE, this::browseWorkspace);
		Fields.button(fileRow, Messages.Browse_files, SendMessageFields.BROWSE_FILES, this::browseFiles);
		return path;
	}

	private void browseWorkspace() {
		String chosen = WorkspaceFile.choose(file.getShell());
		if (!chosen.isEmpty()) {
			file.setText(chosen);
		}
	}

	private void browseFiles() {
		FileDialog dialog = new FileDialog(file.getShell(), SWT.OPEN | SWT.SHEET);
		dialog.setFileName(model.file());
		String chosen = dialog.open();
		if (chosen != null) {
			file.setText(chosen);
		}
	}

	private void update() {
		layout.topControl = model.source() == BodySource.TEXT ? text.getParent() : fileRow;
		stack.layout();
	}

	/** All of it but the label, to lay it out. */
	public Composite control() {
		return group;
	}

	/** To where the body is entered. */
	public void setFocus() {
		Control field = model.source() == BodySource.TEXT ? text : file;
		field.setFocus();
	}
}
