// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPart;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.WidgetIds;

/** What a person does and sees in any view. */
final class PartScope {

	private PartScope() {
	}

	/** Runs a command as its key would in this view. */
	static void command(IWorkbenchPart part, String id) {
		Ui.run(() -> {
			HubView.page().activate(part);
			Commands.run(part.getSite(), id);
		});
	}

	/** The same without waiting, as a dialog opens. */
	static void post(IWorkbenchPart part, String id) {
		Ui.run(() -> HubView.page().activate(part));
		Ui.post(() -> Commands.run(part.getSite(), id));
	}

	/** Waits until what is shown is right; a failure says what was shown last. */
	static String await(String what, Supplier<String> value, Predicate<String> passes) {
		String[] last = { "" };
		try {
			Until.holds(what, () -> passes.test(last[0] = value.get()));
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is \"" + last[0] + "\"", e);
		}
		return last[0];
	}

	/** A widget by its id; null if there is none; on the UI thread. */
	static Control find(Composite parent, String id) {
		for (Control child : parent.getChildren()) {
			if (id.equals(child.getData(WidgetIds.KEY))) {
				return child;
			}
			Control found = child instanceof Composite composite ? find(composite, id) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** The same in whichever window it is. */
	static Control find(String id) {
		for (Shell shell : Ui.display().getShells()) {
			Control found = find(shell, id);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** Hides all views of this id. */
	static void closeAll(String viewId) {
		Ui.run(() -> {
			for (IViewReference view : HubView.page().getViewReferences()) {
				if (Objects.equals(view.getId(), viewId)) {
					HubView.page().hideView(view);
				}
			}
		});
	}
}
