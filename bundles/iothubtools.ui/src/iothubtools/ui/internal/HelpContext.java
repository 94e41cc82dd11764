// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * What F1 explains: each dialog, page and view has a context whose id is the name of its bundle and that of its class, so that whatever is made
 * over a shared frame has one by itself. Its words are in {@code help/contexts.xml} of that bundle; a test misses those that are not there.
 */
public final class HelpContext {

	private HelpContext() {
	}

	/** The id of the context of a class. */
	public static String of(Class<?> place) {
		Bundle bundle = FrameworkUtil.getBundle(place);
		return (bundle == null ? UiIds.BUNDLE : bundle.getSymbolicName()) + '.' + place.getSimpleName();
	}

	/** Has F1 explain this class in a control and all that is below it. */
	public static void set(Control control, Class<?> place) {
		PlatformUI.getWorkbench().getHelpSystem().setHelp(control, of(place));
	}

	/** Opens a dialog that has no frame of ours, with a context, and waits for its result as {@link Window#open()} does. */
	public static int open(Window dialog, Class<?> place) {
		dialog.create();
		Shell shell = dialog.getShell();
		if (shell != null) {
			set(shell, place);
		}
		return dialog.open();
	}
}
