// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.editors.text.EditorsUI;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinProperties;
import iothubtools.ui.editor.internal.json.JsonViewerConfiguration;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** What the device reports, to be read beside what is wanted of it. */
final class ReportedPart {

	/** What tests find it by. */
	static final String TEXT = "reportedText";

	private final SourceViewer viewer;
	private final Document document = new Document();
	private final Label version;

	ReportedPart(Composite parent) {
		TitledPart part = new TitledPart(parent, Messages.Reported_title);
		viewer = new SourceViewer(part.content(), null, SWT.H_SCROLL | SWT.V_SCROLL | SWT.READ_ONLY | SWT.MULTI);
		viewer.configure(new JsonViewerConfiguration(EditorsUI.getPreferenceStore()));
		viewer.setDocument(document);
		viewer.setEditable(false);
		viewer.getTextWidget().setFont(JFaceResources.getTextFont());
		WidgetIds.mark(viewer.getTextWidget(), TEXT);
		Fields.accessibleName(viewer.getTextWidget(), Messages.Reported_accessible);
		version = part.footer();
	}

	void show(Twin twin) {
		TwinProperties properties = twin.reported();
		document.set(JsonWriter.pretty(JsonDocument.object(properties.json())));
		version.setText(text(properties.version(), properties.lastUpdated()));
		version.requestLayout();
	}

	private static String text(long number, @Nullable Instant changed) {
		return changed == null ? NLS.bind(Messages.Version_never, number)
				: NLS.bind(Messages.Version, number, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault()).format(changed));
	}
}
