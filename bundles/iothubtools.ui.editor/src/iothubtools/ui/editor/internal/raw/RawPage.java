// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.raw;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonWriter;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.DeviceWithTwin;
import iothubtools.core.operations.GetDeviceWithTwinOperation;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.json.JsonViewerConfiguration;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.TitledPart;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** All that a hub says of a device, to be read and copied. It is read when the page is shown first, and when somebody asks. */
public final class RawPage extends FormPage {

	/** What tests find it by. */
	public static final String TEXT = "rawText";
	public static final String REFRESH = "rawRefresh";

	private final Document document = new Document();
	private @Nullable PageFrame frame;

	public RawPage(FormEditor editor) {
		super(editor, "raw", Messages.Title);
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		PageFrame page = new PageFrame(parent, (DeviceEditorInput) getEditorInput());
		frame = page;
		Composite rest = new Composite(page.control(), SWT.NONE);
		rest.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rest);
		TitledPart part = new TitledPart(rest, Messages.Head);
		part.link(Messages.Refresh, REFRESH, this::load);
		SourceViewer viewer = new SourceViewer(part.content(), null, SWT.H_SCROLL | SWT.V_SCROLL | SWT.READ_ONLY | SWT.MULTI);
		viewer.configure(new JsonViewerConfiguration(EditorsUI.getPreferenceStore()));
		viewer.setDocument(document);
		viewer.setEditable(false);
		StyledText text = WidgetIds.mark(viewer.getTextWidget(), TEXT);
		text.setFont(JFaceResources.getTextFont());
		text.addTraverseListener(event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		Fields.accessibleName(text, Messages.Accessible);
		load();
	}

	/** This page has no form of Eclipse's own. */
	@Override
	public @Nullable Control getPartControl() {
		PageFrame page = frame;
		return page == null ? null : page.control();
	}

	@Override
	public void setFocus() {
		PageFrame page = frame;
		if (page != null) {
			page.control().setFocus();
		}
	}

	private void load() {
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.connection();
		if (page == null || connection == null) {
			return;
		}
		String deviceId = page.device().deviceId();
		page.info(NLS.bind(Messages.Reading, deviceId));
		page.read(new GetDeviceWithTwinOperation(connection, deviceId), read -> {
			page.clear();
			document.set(text(read));
		}, failure -> page.notRead(Messages.Failed, failure, this::load));
	}

	private static String text(DeviceWithTwin read) {
		return JsonWriter.pretty(new JsonObjectNode(0, 0, List.of(
				new JsonMember(0, 0, "identity", JsonDocument.object(read.device().prettyMaskedJson())),
				new JsonMember(0, 0, "twin", JsonDocument.object(read.twin().json())))));
	}
}
