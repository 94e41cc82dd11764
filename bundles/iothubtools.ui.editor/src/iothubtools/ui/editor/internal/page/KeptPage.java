// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.ui.IMemento;

/** A page on which something is typed that is no unsaved change, and comes back with the editor after a restart, whether the page was shown or not. */
public interface KeptPage {

	/** Keeps it; it is in a file then, so that nothing with a key or token in it may be kept. */
	void keep(IMemento memento);

	/** Brings back what was kept. */
	void restore(IMemento memento);
}
