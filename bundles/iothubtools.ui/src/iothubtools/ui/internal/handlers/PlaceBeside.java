// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartSite;

/** Gives a view that just opened above another one a place beside or below it, so that both can be seen. */
final class PlaceBeside {

	/** How much of the room it takes. */
	private static final float SHARE = 0.4f;

	private PlaceBeside() {
	}

	/** Moves {@code opened} out of the stack that it shares with {@code covered}; nothing happens when they share none. */
	static void move(IWorkbenchPart opened, IWorkbenchPart covered) {
		MPlaceholder moved = place(opened.getSite());
		MPlaceholder stays = place(covered.getSite());
		EModelService models = opened.getSite().getService(EModelService.class);
		if (moved == null || stays == null || models == null) {
			return;
		}
		MElementContainer<MUIElement> shared = stays.getParent();
		if ((MUIElement) shared instanceof MPartStack stack && shared == moved.getParent()) {
			shared.setSelectedElement(stays);
			shared.getChildren().remove(moved);
			MPartStack own = models.createModelElement(MPartStack.class);
			own.getChildren().add(moved);
			own.setSelectedElement(moved);
			models.insert(own, stack, isWide(stack) ? EModelService.RIGHT_OF : EModelService.BELOW, SHARE);
		}
	}

	/** Whether it is one of those at the bottom of the window: half of their height has no room for rows. */
	private static boolean isWide(MPartStack stack) {
		return stack.getWidget() instanceof Control control && control.getSize().x > control.getSize().y;
	}

	/** Where a view is in this perspective; null for what is none, as an editor. */
	private static @Nullable MPlaceholder place(IWorkbenchPartSite site) {
		MPart part = site.getService(MPart.class);
		return part == null ? null : part.getCurSharedRef();
	}
}
