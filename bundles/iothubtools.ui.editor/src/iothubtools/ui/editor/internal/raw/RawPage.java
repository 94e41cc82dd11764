// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.raw;

import java.util.List;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.editor.FormEditor;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.names.ClientId;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceWithTwinOperation;
import iothubtools.core.operations.GetModuleWithTwinOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityWithTwin;
import iothubtools.ui.editor.internal.json.JsonView;
import iothubtools.ui.editor.internal.page.DevicePage;

/** All that a hub says of a device or module, to be read and copied. */
public final class RawPage extends DevicePage<@NonNull IdentityWithTwin> {

	/** What tests find it by. */
	public static final String TEXT = "rawText";
	public static final String REFRESH = "rawRefresh";

	private @Nullable JsonView text;

	public RawPage(FormEditor editor) {
		super(editor, "raw", Messages.Title, Messages.Head, REFRESH);
	}

	@Override
	protected void createContent(Composite place) {
		text = new JsonView(place, SWT.NONE, TEXT, Messages.Accessible);
	}

	@Override
	public void setFocus() {
		JsonView shown = text;
		if (shown != null) {
			shown.viewer().getControl().setFocus();
		}
	}

	@Override
	protected HubOperation<? extends @NonNull IdentityWithTwin> operation(HubConnection connection, ClientId client) {
		String module = client.moduleId();
		return module == null ? new GetDeviceWithTwinOperation(connection, client.deviceId())
				: new GetModuleWithTwinOperation(connection, client.deviceId(), module);
	}

	@Override
	protected void show(IdentityWithTwin read) {
		JsonView shown = text;
		if (shown != null) {
			shown.show(text(read));
		}
	}

	private static String text(IdentityWithTwin read) {
		return JsonWriter.pretty(new JsonObjectNode(0, 0, List.of(
				new JsonMember(0, 0, "identity", JsonDocument.object(read.maskedIdentity())),
				new JsonMember(0, 0, "twin", JsonDocument.object(read.twin().json())))));
	}
}
