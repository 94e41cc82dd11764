// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;

import iothubtools.core.hubs.HubConnection;

/** What is beside the rows: all that is known of the selected one. */
interface ListDetails<T> {

	/** Shows one, or that none or several are selected. */
	void show(@Nullable HubConnection connection, @Nullable T item);

	/** What a control of this has selected, as text; null if it is none of this. */
	@Nullable
	String selectedAsText(Control focus);
}
