// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;

/**
 * How somebody may arrange the views who works with devices: the hub in the middle, what is selected in it below, once that is
 * asked for.
 */
public final class DemoPerspective implements IPerspectiveFactory {

	/** As plugin.xml names it. */
	static final String ID = "iothubtools.tour.perspective";

	private static final String CONSOLE = "org.eclipse.ui.console.ConsoleView";

	@Override
	public void createInitialLayout(@Nullable IPageLayout layout) {
		if (layout == null) {
			return;
		}
		layout.setEditorAreaVisible(false);
		String editors = layout.getEditorArea();
		layout.addView(IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.LEFT, 0.22f, editors);
		layout.addView(Stage.VIEW, IPageLayout.TOP, 0.55f, editors);
		IPlaceholderFolderLayout below = layout.createPlaceholderFolder("below", IPageLayout.BOTTOM, 0.55f, Stage.VIEW);
		below.addPlaceholder(IPageLayout.ID_PROP_SHEET);
		below.addPlaceholder(CONSOLE);
		below.addPlaceholder(Stage.MONITOR);
	}
}
