// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.NonNull;

/**
 * What can be edited of an identity, as texts of a form.
 *
 * @param <E> itself
 */
interface Edits<E extends @NonNull Object> {

	/** The keys or thumbprints. */
	KeyEdits keys();

	/** The same with others. */
	E withKeys(KeyEdits other);

	/** Mine where I changed something of what it was, theirs elsewhere. */
	E over(E was, E theirs);

	/** Whether what is in use may be cut off, or lose what it proves itself by. */
	boolean destroys(E was);
}
