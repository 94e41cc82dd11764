// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

/** A page that can be read anew: what is typed on it stays. */
public interface RefreshedPage {

	/** Reads it anew. */
	void refresh();
}
