// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.handlers.HandlerUtil;

/** Reads the page of a device that is in front anew, as its link does. */
public final class RefreshEditorHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(@Nullable ExecutionEvent event) {
		if (event != null && HandlerUtil.getActiveEditor(event) instanceof DeviceEditor editor) {
			editor.refresh();
		}
		return null;
	}
}
