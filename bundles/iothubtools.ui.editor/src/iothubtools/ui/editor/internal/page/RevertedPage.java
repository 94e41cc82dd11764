// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

/** A page with fields that can have what the hub has in the place of what is typed in them. */
public interface RevertedPage {

	/** Whether something is typed that is not saved. */
	boolean isDirty();

	/** Reads it anew, and forgets what is typed as soon as that has come. */
	void revert();
}
