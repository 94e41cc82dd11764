// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.ui.editor.internal.json.JsonView;
import iothubtools.ui.editor.internal.page.TextDialog;

/** Shows what Save would send. */
final class PatchPreview extends TextDialog {

	/** What tests find it by. */
	static final String TEXT = "patchText";

	private final TwinPatch patch;

	PatchPreview(Shell parent, Twin seen, TwinPatch patch) {
		super(parent, Messages.Preview_title, NLS.bind(Messages.Preview_label, seen.id(), seen.etag()));
		this.patch = patch;
	}

	@Override
	protected void createContent(Composite area) {
		JsonView text = new JsonView(area, SWT.BORDER, TEXT, Messages.Preview_accessible);
		text.show(JsonWriter.pretty(JsonDocument.object(patch.toJson())));
		SourceViewer viewer = text.viewer();
		int lines = 16;
		GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(80), lines * viewer.getTextWidget().getLineHeight())
				.applyTo(viewer.getControl());
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
	}
}
