// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One rule of a form. Cheap: rules are checked with each key stroke.
 *
 * @param <M> the form's model
 */
@FunctionalInterface
public interface Rule<M> {

	/** What is to be said about the model, or null when it keeps the rule. */
	@Nullable
	Finding check(M model);
}
