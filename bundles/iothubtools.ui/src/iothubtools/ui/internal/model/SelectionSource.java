// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;

/** A selection for the rest of the workbench that does not come from a viewer. */
public abstract class SelectionSource implements ISelectionProvider {

	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

	/** Tells that something else is selected. */
	public final void changed() {
		SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
		for (ISelectionChangedListener listener : listeners) {
			SafeRunner.run(() -> listener.selectionChanged(event));
		}
	}

	@Override
	public final void addSelectionChangedListener(@Nullable ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public final void removeSelectionChangedListener(@Nullable ISelectionChangedListener listener) {
		listeners.remove(listener);
	}
}
