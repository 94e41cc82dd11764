// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

/** A page that has something which is no unsaved change, and of which a person would be sorry if the editor closed by itself. */
public interface HoldingPage {

	/** Whether there is something now. */
	boolean holds();
}
