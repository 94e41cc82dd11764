// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;

import iothubtools.ui.internal.UiIds;

/** The views that work with devices needs, around the editors of devices. Nobody is ever asked to switch to it. */
public final class AzureIotPerspective implements IPerspectiveFactory {

	private static final float HUBS = 0.45f;
	private static final float BELOW = 0.6f;
	private static final String ANY = ":*";

	@Override
	public void createInitialLayout(@Nullable IPageLayout layout) {
		if (layout == null) {
			return;
		}
		String editors = layout.getEditorArea();
		IFolderLayout hubs = layout.createFolder("hubs", IPageLayout.LEFT, HUBS, editors);
		hubs.addView(UiIds.VIEW);
		hubs.addPlaceholder(IPageLayout.ID_PROJECT_EXPLORER);
		layout.createFolder("properties", IPageLayout.BOTTOM, BELOW, "hubs").addView(IPageLayout.ID_PROP_SHEET);
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, BELOW, editors);
		below.addView(UiIds.MONITOR_VIEW);
		below.addView(UiIds.QUERY_VIEW);
		below.addView(IConsoleConstants.ID_CONSOLE_VIEW);
		below.addPlaceholder(UiIds.MONITOR_VIEW + ANY);
		below.addPlaceholder(UiIds.QUERY_VIEW + ANY);
		below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
		layout.addShowViewShortcut(UiIds.VIEW);
		layout.addShowViewShortcut(UiIds.MONITOR_VIEW);
		layout.addShowViewShortcut(UiIds.QUERY_VIEW);
		layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
		layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
		layout.addNewWizardShortcut(UiIds.NEW_DEVICE_WIZARD);
		layout.addNewWizardShortcut(UiIds.SEND_MESSAGE_WIZARD);
		layout.addNewWizardShortcut(UiIds.SEND_CLOUD_MESSAGE_WIZARD);
	}
}
