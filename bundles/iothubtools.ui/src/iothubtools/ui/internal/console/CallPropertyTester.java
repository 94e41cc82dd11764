// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchWindow;

/** Tells whether there is a call to be copied: any at all, or one that the cursor of the REST console is at. */
public final class CallPropertyTester extends PropertyTester {

	private static final String AT_CURSOR = "atCursor";

	@Override
	public boolean test(@Nullable Object receiver, @Nullable String property, Object @Nullable [] args, @Nullable Object expectedValue) {
		return AT_CURSOR.equals(property) ? receiver instanceof IWorkbenchWindow window && CallAtCursor.of(window) != null
				: RestConsoleFactory.lastCall() != null;
	}
}
