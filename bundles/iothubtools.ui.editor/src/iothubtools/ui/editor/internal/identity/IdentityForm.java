// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.NonNull;

/**
 * The fields of an identity on a page.
 *
 * @param <I> the identity
 * @param <E> what can be edited of it
 */
interface IdentityForm<I extends @NonNull Object, E extends @NonNull Object> {

	/** What stands in the fields. */
	E edits();

	/** Shows an identity, with these edits. */
	void show(I identity, E edits);

	/** Brings the cursor to the first field that can be edited. */
	void setFocus();
}
